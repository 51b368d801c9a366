"""Trees by the vote of several parsers: always trees, what most say, nothing of the evaluation."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline._errors import LanguageError
from timeline.languages import pipeline
from timeline.languages._data import FOLDER, PACK
from timeline.languages.train._treebank import Word, read_trees
from timeline.languages.train._vote import Reading, tree_of, vote
from timeline.languages.train.silver import RUN, Voters, Wanted, conllu, texts_apart

TEXTS = (
    "Il sindaco ha aperto la mostra. Poi è partito per Torino con due assessori.",
    "Hanno detto: «Non torneremo prima dell'estate».",
    "Vederlo nella sala vuota faceva un certo effetto ai visitatori.",
)


def _words(*rows: tuple[str, int, str]) -> tuple[Word, ...]:
    return tuple(Word(form, form, "NOUN", (), head, relation, True) for form, head, relation in rows)


A = _words(("cani", 1, "nsubj"), ("mordono", 1, "ROOT"), ("gatti", 1, "obj"))
B = _words(("cani", 1, "obj"), ("mordono", 1, "ROOT"), ("gatti", 0, "nmod"))


@st.composite
def columns(draw: st.DrawFn) -> list[Counter[int]]:
    size = draw(st.integers(1, 8))
    heads = st.integers(0, size - 1)
    return [Counter(draw(st.lists(heads, min_size=1, max_size=4))) for _ in range(size)]


@given(columns())
def test_a_vote_is_always_a_tree_with_one_root(votes: list[Counter[int]]) -> None:
    heads = tree_of(votes)
    assert sum(head == place for place, head in enumerate(heads)) == 1
    for place in range(len(heads)):
        at, steps = place, 0
        while heads[at] != at:
            at, steps = heads[at], steps + 1
            assert steps <= len(heads), "a circle"


def test_heads_and_relations_are_what_most_say_the_first_where_as_many_do() -> None:
    (most,) = vote([Reading(words, frozenset((0,))) for words in (B, A, A)])
    assert [(w.head, w.relation) for w in most.words] == [(1, "nsubj"), (1, "ROOT"), (1, "obj")]
    assert most.shares == (2 / 3, 1.0, 2 / 3)
    (even,) = vote([Reading(words, frozenset((0,))) for words in (B, A)])
    assert even.words == B
    assert even.shares == (0.5, 1.0, 0.5)


def test_lemma_and_features_go_with_the_part_of_speech() -> None:
    verb = replace(A[1], upos="VERB", lemma="mordere", feats=(("Mood", "Ind"),))
    noun = replace(A[1], upos="NOUN", lemma="mordono")
    starts = frozenset((0,))
    readings = [Reading((A[0], word, A[2]), starts) for word in (noun, verb, verb)]
    assert vote(readings)[0].words[1] == verb


def test_bounds_are_voted_and_arcs_over_them_count_for_the_root() -> None:
    apart = _words(("Piove", 0, "ROOT"), ("Esco", 1, "ROOT"), ("presto", 1, "advmod"))
    together = _words(("Piove", 0, "ROOT"), ("Esco", 0, "conj"), ("presto", 1, "advmod"))
    two, one = Reading(apart, frozenset((0, 1))), Reading(together, frozenset((0,)))
    first, second = vote([one, two, two])
    assert [w.form for w in first.words] == ["Piove"]
    assert [(w.head, w.relation) for w in second.words] == [(0, "ROOT"), (0, "advmod")]
    assert second.shares == (1.0, 1.0)
    assert second.bounds == 2 / 3


def test_what_is_kept() -> None:
    wanted = Wanted(agreement=0.8, shortest=3)
    (same,) = vote([Reading(A, frozenset((0,)))] * 3)
    (split,) = vote([Reading(words, frozenset((0,))) for words in (A, A, B)])
    assert wanted.takes(same)
    assert not wanted.takes(split), "the mean share is 7/9"
    assert Wanted(agreement=0.7, shortest=3).takes(split)
    assert not Wanted(agreement=0.8, shortest=4).takes(same)
    assert not Wanted(agreement=0.8, shortest=1, longest=2).takes(same)
    assert not wanted.takes(replace(same, bounds=0.5))
    assert not wanted.takes(replace(same, shares=(1.0, 1.0, 0.4)))


def test_written_trees_are_read_as_they_were(tmp_path: Path) -> None:
    nlp = pipeline("it")
    voted = [sentence for sentences in Voters([nlp, nlp]).votes(TEXTS) for sentence in sentences]
    path = tmp_path / "a.conllu"
    path.write_text("".join(conllu(sentence.words) for sentence in voted), "utf-8")
    read = [tree.words for tree in read_trees(path, lambda form: [t.text for t in nlp.tokenizer(form)])]
    # the space after the last word of a sentence is not written
    assert [w[:-1] for w in read] == [sentence.words[:-1] for sentence in voted]
    assert all(share == 1.0 for sentence in voted for share in sentence.shares)


def test_one_voter_votes_for_what_it_reads() -> None:
    nlp = pipeline("it")
    for doc, voted in zip(nlp.pipe(TEXTS), Voters([nlp, nlp]).pipe(TEXTS), strict=True):
        assert [t.text for t in voted] == [t.text for t in doc]
        assert [(t.head.i, t.dep_, t.pos_) for t in voted] == [(t.head.i, t.dep_, t.pos_) for t in doc]


def test_texts_that_share_words_with_the_evaluation_are_left_out(tmp_path: Path) -> None:
    evaluated = "ieri mattina i pompieri hanno spento in fretta un fuoco nel bosco vicino al lago"
    inside = " ".join(evaluated.split()[2 : 2 + RUN])
    texts = (
        f"Si sa che {inside.upper()}, e altro.",
        "Un   testo\nche sta da sé.",
        inside.replace("spento", "x"),
    )
    (tmp_path / "t.jsonl").write_text("".join(json.dumps({"text": t}) + "\n" for t in texts), "utf-8")
    (tmp_path / "out.txt").write_text(evaluated, "utf-8")
    left = list(texts_apart([tmp_path / "t.jsonl"], [tmp_path / "out.txt"]))
    assert left == ["Un testo che sta da sé.", texts[2]]


def test_packs_that_cut_words_otherwise_cannot_vote() -> None:
    with pytest.raises(LanguageError, match="the same words"):
        list(Voters([pipeline("it"), pipeline("en")]).votes(["L'uomo è qui."]))


def test_no_text_has_no_sentence() -> None:
    nlp = pipeline("it")
    assert list(Voters([nlp, nlp]).votes([""])) == [[]]


def _run(folder: Path, *options: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    pack = str(FOLDER / "it" / PACK)
    command = [sys.executable, "-m", "timeline.languages.train.silver", "it", str(folder / f"{seed}.conllu")]
    return subprocess.run(
        [*command, "--pack", pack, pack, "--text", str(folder / "t.txt"), *options],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_gives_the_same_bytes_twice(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("\n".join(TEXTS * 2), "utf-8")
    runs = [_run(tmp_path, seed=seed) for seed in ("1", "2")]
    assert [done.returncode for done in runs] == [0, 0], runs[0].stderr
    assert json.loads(runs[0].stdout)["sentences"] >= 3
    written = (tmp_path / "1.conllu").read_bytes()
    assert written == (tmp_path / "2.conllu").read_bytes()
    assert written.count(b"# text = Il sindaco ha aperto la mostra.") == 1, "each sentence once"


@pytest.mark.parametrize(("text", "said"), [("\n", "no sentence"), (None, "t.txt")])
def test_the_command_says_what_is_wrong(tmp_path: Path, text: str | None, said: str) -> None:
    if text is not None:
        (tmp_path / "t.txt").write_text(text, "utf-8")
    done = _run(tmp_path)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
