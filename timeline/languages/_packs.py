"""A trained pipeline in one small file: weights as int8 with one scale a row.

Layout: ``MAGIC``, the length of the header as four bytes (big endian), the header as JSON (what the
pack is: language, version, licence, figures), then the zlib-compressed MessagePack body (configuration,
strings and the state of each component). The same pipeline gives the same bytes.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from timeline._errors import LanguageError, printable
from timeline.languages._kinds import FEATURE, add_kinds

MAGIC = b"CRONACA1"
_LEVELS = 127


def quantise(weights: npt.NDArray[np.float32]) -> dict[str, Any]:
    """Give `weights` as int8 with one float32 scale a row (a vector is one row).

    Examples
    --------
    >>> packed = quantise(np.array([[1.0, -0.5], [0.0, 0.0]], dtype="float32"))
    >>> restore(packed).round(2).tolist()
    [[1.0, -0.5], [0.0, 0.0]]
    """
    rows = weights.reshape(weights.shape[0], -1) if weights.ndim > 1 else weights.reshape(1, -1)
    scales = (np.abs(rows).max(axis=1, keepdims=True) / _LEVELS).astype("<f4")
    safe = np.where(scales > 0, scales, 1)
    steps = np.round(rows / safe).astype("i1")
    return {"shape": list(weights.shape), "scales": scales.tobytes(), "steps": steps.tobytes()}


def restore(packed: Mapping[str, Any]) -> npt.NDArray[np.float32]:
    """Give the float32 weights of what `quantise` made."""
    shape = tuple(packed["shape"])
    scales = np.frombuffer(packed["scales"], dtype="<f4").reshape(-1, 1)
    steps = np.frombuffer(packed["steps"], dtype="i1").reshape(len(scales), -1)
    weights: npt.NDArray[np.float32] = (steps * scales).astype("float32").reshape(shape)
    return weights


def write_pack(nlp: Any, path: Path, about: Mapping[str, Any]) -> int:
    """Write the spaCy pipeline `nlp` to `path` at once (never half) and give its size in bytes.

    `about` goes into the header: `code`, `version`, `licence`, `figures` and whatever else is known.
    """
    data = pack(nlp, about)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(data)
    os.replace(draft, path)  # noqa: PTH105 - one step, whatever is there
    return len(data)


def pack(nlp: Any, about: Mapping[str, Any]) -> bytes:
    """Give the spaCy pipeline `nlp` as the bytes of a pack."""
    import srsly

    components = {name: _shrink(pipe) for name, pipe in nlp.pipeline}
    body = {
        "config": _config(nlp),
        "strings": sorted(_strings(nlp, components)),
        "vectors": _vectors(nlp),
        "components": components,
    }
    header = json.dumps({**about, "format": 1}, ensure_ascii=False, sort_keys=True).encode()
    packed = zlib.compress(srsly.msgpack_dumps(body), 9)
    return MAGIC + len(header).to_bytes(4, "big") + header + packed


def read_header(path: Path) -> dict[str, Any]:
    """Give the header of the pack at `path` without loading the rest.

    Raises
    ------
    LanguageError
        The file is no pack.
    """
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise LanguageError(f"{printable(str(path))}: not a language pack")
        header: dict[str, Any] = json.loads(file.read(int.from_bytes(file.read(4), "big")))
    return header


def load_pack(path: Path, *, without: Container[str] = (), quick: bool = True) -> Any:
    """Give the spaCy pipeline in the pack at `path`, its weights cast up to float32.

    Parameters
    ----------
    path
        The pack.
    without
        Names of components to leave out.
    quick
        With quicker components in the place of spaCy's; without them it can be trained and written.

    Raises
    ------
    LanguageError
        The file is no pack.
    """
    import srsly
    from spacy.util import get_lang_class

    from timeline.languages._lemmas import quicken
    from timeline.languages._transitions import QUICK

    header = read_header(path)
    data = path.read_bytes()
    start = len(MAGIC) + 4 + int.from_bytes(data[len(MAGIC) : len(MAGIC) + 4], "big")
    body = srsly.msgpack_loads(zlib.decompress(data[start:]))
    config = body["config"]
    config["nlp"]["pipeline"] = [name for name in config["nlp"]["pipeline"] if name not in without]
    for name in filter(without.__contains__, [*config["components"]]):
        del config["components"][name], body["components"][name]
    for settings in config["components"].values() if quick else ():
        settings["factory"] = QUICK.get(settings["factory"], settings["factory"])
    nlp: Any = get_lang_class(config["nlp"]["lang"]).from_config(config, auto_fill=False, validate=False)
    if f'"{FEATURE}"' in json.dumps(config["components"]):
        add_kinds(nlp)
    for word in body["strings"]:
        nlp.vocab.strings.add(word)
    _set_vectors(nlp, body["vectors"])
    for name, state in body["components"].items():
        if state:
            nlp.get_pipe(name).from_bytes(_grow(state), exclude=["vocab"])
    nlp.meta["version"] = str(header.get("version", "0"))
    return quicken(nlp) if quick else nlp


def _config(nlp: Any) -> dict[str, Any]:
    config = nlp.config.copy()
    kept = {key: config[key] for key in ("nlp", "components")}
    kept["nlp"] = {**kept["nlp"], "disabled": []}
    return {
        **json.loads(json.dumps(kept)),
        "training": {},
        "initialize": {},
        "pretraining": {},
        "corpora": {},
    }


def _shrink(pipe: Any) -> dict[str, Any]:
    import srsly

    if not hasattr(pipe, "to_bytes"):
        return {}
    state: dict[str, Any] = srsly.msgpack_loads(pipe.to_bytes(exclude=["vocab"]))
    if "model" in state:
        model = srsly.msgpack_loads(state["model"])
        model["params"] = [
            {key: _small(value) for key, value in params.items()} for params in model["params"]
        ]
        state["model"] = model
    return state


def _grow(state: Mapping[str, Any]) -> bytes:
    import srsly

    grown = dict(state)
    if "model" in grown:
        model = dict(grown["model"])
        model["params"] = [
            {key: _large(value) for key, value in params.items()} for params in model["params"]
        ]
        grown["model"] = srsly.msgpack_dumps(model)
    data: bytes = srsly.msgpack_dumps(grown)
    return data


def _small(value: Any) -> Any:
    return quantise(value) if isinstance(value, np.ndarray) and value.size else value


def _large(value: Any) -> Any:
    return restore(value) if isinstance(value, Mapping) and "steps" in value else value


def _strings(nlp: Any, components: Mapping[str, Mapping[str, Any]]) -> Iterable[str]:
    """Give the strings that the components need: labels, and the parts of words in edit trees."""
    wanted = {label for labels in nlp.pipe_labels.values() for label in labels}
    for pipe in components.values():
        wanted |= _tree_strings(pipe.get("trees"), nlp.vocab.strings)
    return wanted


def _tree_strings(trees: bytes | None, strings: Any) -> set[str]:
    import srsly

    if trees is None:
        return set()
    nodes = srsly.msgpack_loads(trees)["trees"]
    hashes = {node[key] for node in nodes for key in ("orig", "subst") if key in node}
    return {strings[number] for number in hashes if number}


def _vectors(nlp: Any) -> dict[str, Any] | None:
    vectors = nlp.vocab.vectors
    if vectors.mode != "floret":
        return None
    keys = ("minn", "maxn", "hash_count", "hash_seed", "bow", "eow")
    return {"data": quantise(vectors.data), **{key: getattr(vectors, key) for key in keys}}


def _set_vectors(nlp: Any, packed: Mapping[str, Any] | None) -> None:
    from spacy.vectors import Vectors

    if packed is not None:
        options = {key: value for key, value in packed.items() if key != "data"}
        nlp.vocab.vectors = Vectors(
            strings=nlp.vocab.strings, data=restore(packed["data"]), mode="floret", **options
        )
