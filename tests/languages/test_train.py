"""Training: treebanks and entity files read, evaluation kept out, the same bytes twice."""

from __future__ import annotations

import gzip
import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline._errors import InputError
from timeline.languages._data import PACK
from timeline.languages._packs import load_pack, read_header
from timeline.languages.train import Recipe, train
from timeline.languages.train._corpus import groups
from timeline.languages.train._entities import read_entities
from timeline.languages.train._loop import Run
from timeline.languages.train._model import Shape
from timeline.languages.train._pretraining import read_text
from timeline.languages.train._related import related_vectors
from timeline.languages.train._strangers import Strangers, coin, strangers
from timeline.languages.train._treebank import Tree, Word, letters, read_trees, without
from timeline.languages.train._variety import vary_named, vary_tree

NOUNS = (
    "sindaco",
    "ministro",
    "medico",
    "giudice",
    "cuoco",
    "poeta",
    "pilota",
    "turista",
    "console",
    "vigile",
)
VERBS = ("apre", "chiude", "visita", "saluta", "cerca", "trova", "guarda", "lascia", "teme", "vede")
TINY = Shape(width=8, depth=1, rows=(50, 50, 50, 50, 20), state=8)
SHORT = Run(steps=16, evaluations=2, smallest=40, largest=60)

MERGED = """\
# text = Vederlo nella sala.
1-2\tVederlo\t_\t_\t_\t_\t_\t_\t_\t_
1\tVeder\tvedere\tVERB\tV\tVerbForm=Inf\t0\troot\t_\t_
2\tlo\tlo\tPRON\tPC\tGender=Masc\t1\tobj\t_\t_
3-4\tnella\t_\t_\t_\t_\t_\t_\t_\t_
3\tin\tin\tADP\tE\t_\t5\tcase\t_\t_
4\tla\til\tDET\tRD\tGender=Fem\t5\tdet\t_\t_
5\tsala\tsala\tNOUN\tS\tGender=Fem\t1\tobl:tmod\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\tFS\t_\t1\tpunct\t_\t_
"""


def _sentence(noun: str, verb: str, other: str) -> str:
    rows = [
        ("Il", "il", "DET", "Definite=Def", 2, "det"),
        (noun, noun, "NOUN", "Number=Sing", 3, "nsubj"),
        (verb, verb[:-1] + "re", "VERB", "Mood=Ind", 0, "root"),
        ("il", "il", "DET", "Definite=Def", 5, "det"),
        (other, other, "NOUN", "Number=Sing", 3, "obj"),
        (".", ".", "PUNCT", "_", 3, "punct"),
    ]
    lines = [f"# text = Il {noun} {verb} il {other}."]
    for i, (form, lemma, upos, feats, head, relation) in enumerate(rows, 1):
        space = "SpaceAfter=No" if i == 5 else "_"
        lines.append(f"{i}\t{form}\t{lemma}\t{upos}\t_\t{feats}\t{head}\t{relation}\t_\t{space}")
    return "\n".join(lines) + "\n\n"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("treebank")
    rng = random.Random(1)
    chosen = [(rng.choice(NOUNS), rng.choice(VERBS), rng.choice(NOUNS)) for _ in range(150)]
    (folder / "all.conllu").write_text("".join(_sentence(*c) for c in chosen), "utf-8")
    (folder / "test.conllu").write_text("".join(_sentence(*c) for c in chosen[:10]), "utf-8")
    names = [
        f"Il\tO\n{c[0]}\tO\nMario\tPER\nRossi\tPER\n{c[1]}\tO\n{c[2]}\tO\nTorino\tLOC\n.\tO\n" for c in chosen
    ]
    (folder / "names.tsv").write_text("\n".join(names), "utf-8")
    texts = (json.dumps({"text": f"Il {a} {b} il {c} e poi il {c} {b}."}) for a, b, c in chosen)
    with gzip.open(folder / "text.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(texts))
    return {path.name.split(".")[0]: path for path in folder.iterdir()}


@pytest.fixture(scope="module")
def recipe(files: dict[str, Path]) -> Recipe:
    return Recipe(
        "it",
        [files["all"]],
        entities=[files["names"]],
        text=[files["text"]],
        test=[files["test"]],
        epochs=1,
        tree_shape=TINY,
        name_shape=TINY,
        tree_run=SHORT,
        name_run=SHORT,
        licence="CC0-1.0",
    )


def test_multiword_tokens_become_words_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(MERGED, "utf-8")
    (tree,) = read_trees(path, lambda form: [form])
    assert [w.form for w in tree.words] == ["Vederlo", "nella", "sala", "."]
    assert [w.lemma for w in tree.words] == ["vedere", "in", "sala", "."]
    assert [w.relation for w in tree.words] == ["ROOT", "case", "obl", "punct"]
    assert [w.head for w in tree.words] == [0, 2, 0, 0]
    assert dict(tree.words[0].feats) == {"VerbForm": "Inf", "Clitic": "Yes"}
    assert dict(tree.words[1].feats) == {"Gender": "Fem"}
    assert [w.space for w in tree.words] == [True, True, False, True]


def test_what_the_tokenizer_splits_stays_split(tmp_path: Path) -> None:
    rows = [
        "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_",
        "1\tdo\tdo\tAUX\t_\t_\t3\taux\t_\t_",
        "2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_",
        "3\tgo\tgo\tVERB\t_\t_\t0\troot\t_\t_",
    ]
    path = tmp_path / "a.conllu"
    path.write_text("\n".join(rows), "utf-8")
    (tree,) = read_trees(path, lambda form: ["do", "n't"])
    assert [(w.form, w.space) for w in tree.words] == [("do", False), ("n't", True), ("go", True)]


@pytest.mark.parametrize(
    ("line", "said"), [("1\tx", "not a line of CoNLL-U"), ("1\tx\tx\tX\t_\t_\t?\troot\t_\t_", "not a head")]
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "a.conllu"
    path.write_text("# text = x\n" + line, "utf-8")
    with pytest.raises(InputError, match=rf"a\.conllu:2: {said}"):
        list(read_trees(path, list))


def test_spaced_out_tokens_get_ordinary_spacing(tmp_path: Path) -> None:
    forms = ["Dice", '"', "vieni", '"', "e", "l'", "altro", ",", "va", "."]
    rows = (f"{i}\t{f}\t{f}\tX\t_\t_\t{0 if i == 1 else 1}\tdep\t_\t_" for i, f in enumerate(forms, 1))
    path = tmp_path / "a.conllu"
    path.write_text("\n".join(rows), "utf-8")
    (tree,) = read_trees(path, list)
    assert "".join(w.form + " " * w.space for w in tree.words).strip() == 'Dice "vieni" e l\'altro, va.'


def test_evaluation_is_kept_out_whatever_its_typography(files: dict[str, Path]) -> None:
    trees = list(read_trees(files["all"], list))
    out = frozenset(letters(tree.text.replace(" il ", "  il ").upper()) for tree in trees[:10])
    left = without(trees, out)
    assert len(left) < len(trees)
    assert not out & {letters(tree.text) for tree in left}


def test_entities_are_joined_to_text_with_spans(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(
        "0\tL'\tO\n1\tex\tO\n2\tsindaco\tO\n3\tAda\tB-PER\n4\tVerdi\tI-PER\n5\t,\tO\n6\tdi\tO\n7\tBari\tB-LOC\n"
        "8\tPuglia\tB-LOC\n9\tItalia\tB-MISC\n",
        "utf-8",
    )
    (named,) = read_entities(path)
    assert named.text == "L'ex sindaco Ada Verdi, di Bari Puglia Italia"
    assert [(named.text[a:b], kind) for a, b, kind in named.spans] == [
        ("Ada Verdi", "PER"),
        ("Bari", "LOC"),
        ("Puglia", "LOC"),
    ]


def test_a_bad_line_of_entities_is_named(tmp_path: Path) -> None:
    path = tmp_path / "n.tsv"
    path.write_text("Roma\tLOC\nx\n", "utf-8")
    with pytest.raises(InputError, match=r"n\.tsv:2: not a token and its label"):
        list(read_entities(path))


def test_texts_that_share_a_sentence_with_the_evaluation_are_left_out(tmp_path: Path) -> None:
    long = "Il consiglio del paese ha deciso di rifare la piazza entro l'anno."
    path = tmp_path / "t.txt"
    path.write_text(f"Prima frase. {long}\nAltro testo.\n", "utf-8")
    assert list(read_text(path, frozenset({letters(long)}))) == ["Altro testo."]


def test_a_bad_line_of_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text('{"text": "a"}\n[1]\n', "utf-8")
    with pytest.raises(InputError, match=r"t\.jsonl:2: not JSON with a text"):
        list(read_text(path, frozenset()))


@given(st.integers(0, 60), st.integers(1, 9), st.integers())
def test_groups_lose_nothing(number: int, together: int, seed: int) -> None:
    runs = list(groups(range(number), random.Random(seed), together))
    assert [i for run in runs for i in run] == list(range(number))
    assert all(1 <= len(run) < 2 * together for run in runs)


@given(st.integers())
def test_variety_keeps_the_tree(seed: int) -> None:
    forms = ("Disse", '"', "l'", "anno", '"', "-", "sì", ".")
    words = tuple(Word(f, f, "PUNCT" if f in '"-.' else "X", (), 0, "dep", True) for f in forms)
    varied = vary_tree(Tree("t", words), random.Random(seed)).words
    assert len(varied) in (len(words), len(words) - 1)
    assert [w.head for w in varied] == [0] * len(varied)
    assert all(len(a.form) == len(b.form) or b.form == "-" for a, b in zip(varied, words, strict=False))


@given(st.integers())
def test_variety_keeps_the_spans(seed: int) -> None:
    from timeline.languages.train._entities import Named

    named = Named('"L\'Ada" va a "Bari"', ((3, 6, "PER"), (14, 18, "LOC")))
    varied = vary_named(named, random.Random(seed))
    assert [varied.text[a:b] for a, b, _ in varied.spans] == ["Ada", "Bari"]


def test_strangers_take_the_place_of_names_and_of_adjectives_of_countries() -> None:
    some = Strangers(demonyms={"russi": ["kazaki"]}, sentences=1, words=1)
    words = (
        Word("Rossi", "Rossi", "PROPN", (), 2, "nsubj", True),
        Word("NATO", "NATO", "PROPN", (), 2, "nsubj", True),
        Word("vede", "vedere", "VERB", (), 2, "ROOT", True),
        Word("russi", "russo", "NOUN", (("Number", "Plur"),), 2, "obj", False),
    )
    name, body, verb, people = some.renamed(words, random.Random(1))
    assert name.form not in ("Rossi", "NATO")
    assert (name.form, name.head, name.relation) == (name.lemma, 2, "nsubj")
    assert (body, verb) == words[1:3]
    assert people == replace(words[3], form="kazaki", lemma="kazako")


@pytest.mark.parametrize(("form", "lemma", "ends"), [
    ("rubavano", "rubare", ("vano", "re")), ("derubò", "derubare", ("rubò", "rubare")),
    ("quadrati", "quadrato", ("rati", "rato")),
])  # fmt: skip
def test_a_coined_stem_keeps_the_ending(form: str, lemma: str, ends: tuple[str, str]) -> None:
    new = coin(Word(form, lemma, "VERB", (), 0, "ROOT", True), random.Random(1))
    assert new.form != form
    assert new.form.endswith(ends[0])
    assert new.lemma.endswith(ends[1])
    assert new.form.removesuffix(ends[0]) == new.lemma.removesuffix(ends[1])


@pytest.mark.parametrize(
    ("form", "upos"), [("va", "VERB"), ("Roma", "PROPN"), ("della", "ADP"), ("Erano", "VERB")]
)
def test_short_and_small_words_and_names_keep_their_stem(form: str, upos: str) -> None:
    word = Word(form, form, upos, (), 0, "ROOT", True)
    assert coin(word, random.Random(1)) is word


@pytest.mark.parametrize("code", ["it", "en"])
def test_a_language_knows_strangers(code: str) -> None:
    known = strangers(code)
    assert len(known.cities) > 10_000
    assert all(word in others for word, others in (known.demonyms or {}).items())
    assert strangers("ja").demonyms is None


def test_vectors_of_related_languages_start_a_pack(
    recipe: Recipe, files: dict[str, Path], tmp_path: Path
) -> None:
    treebank = tmp_path / "it_all.conllu"
    treebank.write_bytes(files["all"].read_bytes())

    def made() -> bytes:
        return related_vectors([treebank], recipe.test, shape=TINY, run=SHORT, seed=1, tick=lambda *_: None)

    vectors = made()
    assert vectors == made()
    (tmp_path / "vectors").write_bytes(vectors)
    begun = train(replace(recipe, vectors=tmp_path / "vectors"), tmp_path / "a")
    fresh = train(recipe, tmp_path / "b")
    assert begun["steps"] != fresh["steps"]


def test_entities_of_other_languages_are_learnt_first(
    recipe: Recipe, files: dict[str, Path], tmp_path: Path
) -> None:
    far = replace(recipe, far_entities=[("en", files["names"])], far_run=SHORT)
    steps = train(far, tmp_path)["name steps"]
    assert [step for step, _ in steps] == [0, 8, 16, 0, 8, 16]
    assert steps[3][1] == steps[2][1], "the second run goes on from where the first ended"


def test_a_treebank_of_no_known_language_is_named(files: dict[str, Path]) -> None:
    with pytest.raises(InputError, match=r"before the underscore: 'all\.conllu'"):
        related_vectors([files["all"]], [], shape=TINY, run=SHORT, seed=1, tick=lambda *_: None)


def test_a_trained_pack_learns_its_treebank(recipe: Recipe, tmp_path: Path) -> None:
    run = Run(steps=120, evaluations=4, rate=0.01, dropout=0.0, smallest=60, largest=120)
    plain = replace(recipe, entities=(), text=(), tree_run=run)
    figures = train(plain, tmp_path)
    assert figures["test.conllu"]["las"] > 0.9
    assert figures["sentences trained on"] < 150
    assert read_header(tmp_path / PACK)["figures"]["test.conllu"] == figures["test.conllu"]
    doc = load_pack(tmp_path / PACK)("Il cuoco teme il giudice.")
    assert [t.dep_ for t in doc] == ["det", "nsubj", "ROOT", "det", "obj", "punct"]


def test_training_goes_on_from_a_pack(recipe: Recipe, tmp_path: Path) -> None:
    run = Run(steps=60, evaluations=3, rate=0.01, dropout=0.0, smallest=60, largest=120)
    wide = replace(recipe, text=(), tree_run=run, tree_shape=replace(TINY, wide=True), together=3)
    first = train(wide, tmp_path / "a")
    on = replace(wide, entities=(), begin=tmp_path / "a" / PACK, coined=0.2)
    second = train(on, tmp_path / "b")
    assert second["steps"][0][1] > first["steps"][0][1], "the second run goes on from where the first ended"
    assert load_pack(tmp_path / "b" / PACK).pipe_names[-1] == "parser"


def test_silver_trees_are_trained_on_and_never_chosen_by(
    recipe: Recipe, files: dict[str, Path], tmp_path: Path
) -> None:
    silver = tmp_path / "silver.conllu"
    silver.write_text(_sentence("gatto", "insegue", "topo") + files["test"].read_text("utf-8"), "utf-8")
    plain = replace(recipe, entities=(), text=())
    without_it = train(plain, tmp_path / "a")
    with_it = train(replace(plain, silver=[silver]), tmp_path / "b")
    # the sentences of the test file are kept out of the silver trees too
    assert with_it["sentences trained on"] == without_it["sentences trained on"] + 1


def _name_weights(folder: Path) -> list[Any]:
    model = load_pack(folder / PACK, quick=False).get_pipe("ner").model
    return [
        node.get_param(name) for node in model.walk() for name in node.param_names if node.has_param(name)
    ]


def test_names_are_taken_over_from_a_pack(recipe: Recipe, tmp_path: Path) -> None:
    plain = replace(recipe, text=())
    train(plain, tmp_path / "a")
    train(replace(plain, entities=(), seed=2, names=tmp_path / "a" / PACK), tmp_path / "b")
    pairs = list(zip(_name_weights(tmp_path / "a"), _name_weights(tmp_path / "b"), strict=True))
    assert len(pairs) > 4
    assert all(np.allclose(before, after, rtol=1e-5) for before, after in pairs)


def test_a_pack_without_names_has_none_to_take(recipe: Recipe, tmp_path: Path) -> None:
    plain = replace(recipe, entities=(), text=())
    train(plain, tmp_path)
    with pytest.raises(InputError, match=rf"{PACK}: no names in this pack"):
        train(replace(plain, names=tmp_path / PACK), tmp_path / "b")


def test_too_little_to_train_on(recipe: Recipe, files: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="too few sentences"):
        train(replace(recipe, treebanks=[files["test"]]), tmp_path)


def test_the_command_gives_the_same_bytes_twice(files: dict[str, Path], tmp_path: Path) -> None:
    packs = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        arguments = [
            "it",
            "--treebank",
            str(files["all"]),
            "--entities",
            str(files["names"]),
            "--out",
            str(out),
        ]
        sizes = [
            "--text",
            str(files["text"]),
            "--epochs",
            "1",
            "--steps",
            "8",
            "--name-steps",
            "8",
            "--width",
            "16",
        ]
        done = subprocess.run(
            [sys.executable, "-m", "timeline.languages.train", *arguments, *sizes],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["sentences trained on"] > 100
        packs.append((out / PACK).read_bytes())
    assert packs[0] == packs[1]


def test_the_command_names_a_missing_file(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "timeline.languages.train", "it", "--treebank", str(tmp_path / "none.conllu")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "none.conllu" in done.stderr
    assert "Traceback" not in done.stderr
