"""The settings of a user: a TOML file that names pipelines."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from timeline._errors import InputError

if TYPE_CHECKING:
    from argparse import Namespace


def models(arguments: Namespace) -> dict[str, str]:
    """Give the pipeline named for each language: by ``--model``, before that by the file of settings.

    Raises
    ------
    InputError
        The file is not there though named, no TOML, or its ``[models]`` is no table of names.
    """
    return {**_named(arguments.config), **dict(arguments.model)}


def default() -> Path:
    """Give the file of settings that is read when none is named, whether it is there or not."""
    folder = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(folder) / "timeline" / "config.toml"


def _named(path: str | None) -> dict[str, str]:
    file = default() if path is None else Path(path)
    if path is None and not file.is_file():
        return {}
    try:
        found = tomllib.loads(file.read_text("utf-8")).get("models", {})
    except OSError as error:
        raise InputError(error.strerror or str(error), file=str(file)) from error
    except ValueError as error:  # neither UTF-8 nor TOML
        raise InputError(f"not TOML ({error})", file=str(file)) from error
    if not isinstance(found, dict):
        raise InputError("[models] is no table", file=str(file), value=found)
    for code, name in found.items():
        if not isinstance(name, str) or not name:
            raise InputError(f"models.{code} is no name of a pipeline", file=str(file), value=name)
    return found
