"""Named entities on KIND's Wikinews test file: the model alone, and with gazetteer and head nouns.

    python tests/benchmarks/entities_it.py [--model PATH] [--errors N]

Raw text in; a prediction counts when its characters and its type (PER, ORG, LOC) are those of the gold.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from timeline.extraction._block import Block, Piece, blocks
from timeline.extraction._mentions import COUNTRY, GOVERNMENT, ORGANIZATION, PERSON, PLACE, Mention, Mentions
from timeline.languages import pipeline
from timeline.languages._names import Names, names
from timeline.languages.places import gazetteer

GOLD = Path(__file__).parents[3] / "shared/ner/it/dataset_wikinews_test.tsv"
TYPES = {PERSON: "PER", ORGANIZATION: "ORG", GOVERNMENT: "ORG", COUNTRY: "LOC", PLACE: "LOC"}
STRETCH = 20
Span = tuple[int, int, str]


def sentences(path: Path) -> Iterator[tuple[str, set[Span]]]:
    """Give each sentence as raw text with its entities."""
    for chunk in path.read_text(encoding="utf8").split("\n\n"):
        rows = [line.split("\t") for line in chunk.splitlines() if "\t" in line]
        if rows:
            yield joined([(r[0], r[-1].split("-")[-1].strip()) for r in rows])


def joined(tokens: list[tuple[str, str]]) -> tuple[str, set[Span]]:
    """Put tokens together with the usual blanks; neighbours of one type are one entity."""
    text, spans, before = "", set(), ""
    start, last = 0, "O"
    opened = False
    for token, label in tokens:
        glued = token in (",", ".", ";", ":", "!", "?", ")", "»", "”", "%") or before.endswith(
            ("'", "’", "(", "«", "“")
        )
        if token == '"':
            glued, opened = glued or opened, not opened
        elif before == '"' and opened:
            glued = True
        gap = "" if not text or glued else " "
        if last not in (label, "O"):
            spans.add((start, len(text), last))
        if label not in (last, "O"):
            start = len(text) + len(gap)
        text, before, last = text + gap + token, token, label
    if last != "O":
        spans.add((start, len(text), last))
    return text, spans


def read(docs: list[Any], texts: list[str], code: str) -> list[set[Span]]:
    """Give the names that extraction knows, sentence by sentence, in stretches of running text.

    The model's entities, typed by extraction where it sees the same name; names that only extraction is
    sure of.
    """
    out: list[set[Span]] = []
    for first in range(0, len(docs), STRETCH):
        part = range(first, min(first + STRETCH, len(docs)))
        parsed = [blocks([(docs[i], Piece(texts[i], 0, 0, False))])[0] for i in part]
        mentions = Mentions(parsed, names(code), gazetteer(code))
        out += [together(block, number, mentions) for number, block in enumerate(parsed)]
    return out


def together(block: Block, number: int, mentions: Mentions) -> set[Span]:
    """Put the model's entities and extraction's names of one sentence together."""
    ents = {(e.start_char, e.end_char): e.label_ for e in block.doc.source.ents}
    for m in mentions.all:
        if m.block != number or m.kind not in TYPES:
            continue
        span = block.span_of(block.doc[m.first], block.doc[m.last])
        if span in ents:
            ents[span] = ents[span] if m.kind == COUNTRY else TYPES[m.kind]
        elif m.certain and not overlaps(span, ents) and not is_bare_body(m, mentions.names):
            ents[span] = TYPES[m.kind]
    return {(a, b, kind) for (a, b), kind in ents.items()}


def is_bare_body(mention: Mention, known: Names) -> bool:
    """Tell a body's head noun alone (*la Holding*) from a name."""
    return len(mention.words) == 1 and mention.words[0] in known.bodies


def overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a span shares a character with another."""
    return any(span[0] < b and a < span[1] for a, b in others)


def score(gold: list[set[Span]], found: list[set[Span]]) -> dict[str, float]:
    """Give precision, recall and F1."""
    right = sum(len(g & f) for g, f in zip(gold, found, strict=True))
    precision = right / max(1, sum(map(len, found)))
    recall = right / max(1, sum(map(len, gold)))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def main() -> None:
    """Print the scores as JSON lines."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    if not args.gold.is_file():
        raise SystemExit(f"not here: {args.gold}")
    data = list(sentences(args.gold))
    nlp = pipeline("it", args.model)
    docs = list(nlp.pipe([text for text, _ in data]))
    gold = [spans for _, spans in data]
    alone = [{(e.start_char, e.end_char, e.label_) for e in doc.ents} for doc in docs]
    ours = read(docs, [text for text, _ in data], "it")
    print(json.dumps({"model alone": score(gold, alone)}))
    print(json.dumps({"with gazetteer": score(gold, ours)}))
    for kind in ("PER", "ORG", "LOC"):
        only = [[{s for s in row if s[2] == kind} for row in rows] for rows in (gold, ours)]
        print(json.dumps({kind: score(*only)}))
    print_errors(data, ours, args.errors)


def print_errors(data: list[tuple[str, set[Span]]], ours: list[set[Span]], limit: int) -> None:
    """Print the most frequent kinds of error, then single ones."""
    missed: Counter[tuple[str, str, str]] = Counter()
    for (text, gold), found in zip(data, ours, strict=True):
        missed.update(("missed", text[a:b], kind) for a, b, kind in gold - found)
        missed.update(("false", text[a:b], kind) for a, b, kind in found - gold)
    for (what, words, kind), count in sorted(missed.items(), key=lambda m: (-m[1], m[0]))[:limit]:
        print(what, kind, words, count, sep="\t")


if __name__ == "__main__":
    main()
