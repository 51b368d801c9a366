"""``python -m timeline.languages.train.silver CODE OUT --pack PACK... --text FILE...``.

Trees of unlabelled text by the vote of several packs, the best named first, as CoNLL-U for
``python -m timeline.languages.train --silver OUT``: a student of them learns what its teachers agree on, in
the words of the texts that it is to read.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from timeline._errors import InputError, LanguageError, TimelineError
from timeline.languages.train._progress import with_progress
from timeline.languages.train._treebank import Word, read_trees
from timeline.languages.train._vote import Reading, Voted, vote

RUN = 8
"""Words: a text that shares so many in a row with one that is kept out is the same in part."""
BATCH = 64
"""Texts parsed at a time."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which voted sentences are kept.

    For every word but marks half of the packs or more give its head and relation, and the mean share is
    `agreement` or more; most have the same bounds; it has `shortest` to `longest` words.
    """

    agreement: float = 0.85
    shortest: int = 5
    longest: int = 60

    def takes(self, voted: Voted) -> bool:
        """Tell whether `voted` is kept."""
        shares = [s for w, s in zip(voted.words, voted.shares, strict=True) if w.upos != "PUNCT"]
        return (
            self.shortest <= len(voted.words) <= self.longest
            and bool(shares)
            and min(shares) >= 0.5
            and voted.bounds > 0.5
            and sum(shares) / len(shares) >= self.agreement
        )


class Voters:
    """Several pipelines of one language that parse together; `pipe` gives what they vote for."""

    def __init__(self, pipelines: Sequence[Any]) -> None:
        self.pipelines = pipelines
        self.vocab = pipelines[0].vocab
        self.tokenizer = pipelines[0].tokenizer

    def votes(self, texts: Iterable[str]) -> Iterator[list[Voted]]:
        """Give the voted sentences of each text."""
        left = iter(texts)
        while some := list(islice(left, BATCH)):
            columns = [[_reading(doc) for doc in nlp.pipe(some, batch_size=BATCH)] for nlp in self.pipelines]
            yield from (vote(_alike(readings)) for readings in zip(*columns, strict=True))

    def pipe(self, texts: Iterable[str], batch_size: int = BATCH) -> Iterator[Any]:
        """Give the voted trees as spaCy documents, as a pipeline does."""
        from timeline.languages.train._corpus import tree_doc
        from timeline.languages.train._treebank import Tree

        for voted in self.votes(texts):
            yield tree_doc(self, [Tree("", sentence.words) for sentence in voted])


def _reading(doc: Any) -> Reading:
    words = tuple(
        Word(
            token.text,
            token.lemma_,
            token.pos_,
            tuple(sorted(token.morph.to_dict().items())),
            token.head.i,
            token.dep_,
            bool(token.whitespace_),
        )
        for token in doc
    )
    return Reading(words, frozenset(sentence.start for sentence in doc.sents))


def _alike(readings: Sequence[Reading]) -> Sequence[Reading]:
    """Give `readings` if all have the same words."""
    forms = [[word.form for word in reading.words] for reading in readings]
    if any(others != forms[0] for others in forms[1:]):
        raise LanguageError("the packs do not cut the text into the same words")
    return readings


def voters(code: str, packs: Sequence[Path]) -> Voters:
    """Give `packs` of language `code` (or pipelines saved by spaCy), with the steps of the language.

    Raises
    ------
    LanguageError
        One is none, or for another language.
    """
    from timeline.languages import pipeline

    some = [pipeline.__wrapped__(code, str(path)) for path in packs]
    for nlp in some:
        if "ner" in nlp.pipe_names:
            nlp.disable_pipe("ner")
    return Voters(some)


def runs(text: str) -> Iterator[str]:
    """Give every run of `RUN` words of `text`, in small letters; a shorter text whole.

    Examples
    --------
    >>> list(runs("Il sindaco ha aperto la mostra, poi è partito."))[1]
    'sindaco ha aperto la mostra poi è partito'
    """
    words = re.findall(r"\w+", text.lower())
    return (" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def texts_apart(paths: Iterable[Path], keep_out: Iterable[Path]) -> Iterator[str]:
    """Read the texts of `paths` that share no run of words with any of `keep_out`, on one line each.

    Raises
    ------
    InputError
        A line of a file is not in its format.
    """
    from timeline.languages.train._pretraining import read_text

    kept = {run for path in keep_out for text in _evaluated(path) for run in runs(text)}
    for path in paths:
        for text in read_text(path, frozenset()):
            if kept.isdisjoint(runs(text)):
                yield " ".join(text.split())


def _evaluated(path: Path) -> Iterator[str]:
    from timeline.languages.train._pretraining import read_text

    if path.suffix == ".conllu":
        return (tree.text for tree in read_trees(path, lambda form: [form]))
    return read_text(path, frozenset())


def conllu(words: Sequence[Word]) -> str:
    """Give a sentence as a block of CoNLL-U."""
    text = "".join(word.form + " " * word.space for word in words).strip()
    lines = [f"# text = {text}"]
    for place, word in enumerate(words):
        root = word.head == place
        feats = "|".join(f"{key}={value}" for key, value in word.feats) or "_"
        head, relation = (0, "root") if root else (word.head + 1, word.relation)
        space = "_" if word.space else "SpaceAfter=No"
        row = (place + 1, word.form, word.lemma, word.upos, "_", feats, head, relation, "_", space)
        lines.append("\t".join(map(str, row)))
    return "\n".join(lines) + "\n\n"


def _sentences(some: Voters, texts: Iterable[str], wanted: Wanted, words: int, tick: Any) -> Iterator[Voted]:
    """Give the sentences to keep, each once, until they have `words` words."""
    seen: set[tuple[str, ...]] = set()
    done = 0
    for voted in (sentence for sentences in some.votes(texts) for sentence in sentences):
        forms = tuple(word.form.lower() for word in voted.words)
        if forms in seen or not wanted.takes(voted):
            continue
        seen.add(forms)
        yield voted
        done += len(forms)
        tick("words", min(done, words), words)
        if done >= words:
            return


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m timeline.languages.train.silver", description=__doc__)
    add = parser.add_argument
    add("code", help="ISO 639-1 code of the language")
    add("out", type=Path, metavar="OUT", help="the file of trees to write")
    add("--pack", nargs="+", type=Path, required=True, metavar="PACK", help="the best first")
    add("--text", nargs="+", type=Path, required=True, metavar="FILE", help="a text a line, or JSON Lines")
    add("--keep-out", nargs="+", type=Path, default=[], metavar="FILE", help="texts that share words with it")
    add("--test", nargs="+", type=Path, default=[], metavar="FILE", help="treebanks to report the vote on")
    add("--words", type=int, default=600_000, help="words to write, at most")
    add("--agreement", type=float, default=Wanted().agreement, help="mean share of the teachers at least")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Make the trees that the command line asks for; give the exit code."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")  # read when numpy is first imported
    args = _parser().parse_args(arguments)
    try:
        print(json.dumps(with_progress(lambda tick: _made(args, tick)), indent=1))  # noqa: T201
    except (TimelineError, OSError) as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    return 0


def _made(args: argparse.Namespace, tick: Any) -> dict[str, Any]:
    from timeline.languages.train._figures import tree_figures
    from timeline.languages.train._split import pieces

    some = voters(args.code, args.pack)
    texts = texts_apart(args.text, (*args.keep_out, *args.test))
    kept = list(_sentences(some, texts, Wanted(args.agreement), args.words, tick))
    if not kept:
        raise InputError("no sentence that the packs agree on", value=len(args.text))
    args.out.write_text("".join(conllu(voted.words) for voted in kept), "utf-8")
    figures: dict[str, Any] = {"sentences": len(kept), "words": sum(len(voted.words) for voted in kept)}
    for path in args.test:
        figures[path.name] = tree_figures(some, list(read_trees(path, pieces(some))))
    return figures


if __name__ == "__main__":
    sys.exit(main())
