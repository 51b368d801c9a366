"""What the documentation shows is run: examples of docstrings, blocks of the README, help of the command."""

import ast
import doctest
import importlib
import re
import shlex
from pathlib import Path

import pytest

import timeline
from timeline._cli._arguments import build_parser

ROOT = Path(__file__).parents[1]
PACKAGE = Path(timeline.__file__).parent
README = (ROOT / "README.md").read_text()
MODULES = sorted(
    ".".join(("timeline", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if path.name != "__main__.py"
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_run(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    module = importlib.import_module(name)
    failed, _ = doctest.testmod(module, optionflags=doctest.ELLIPSIS)
    assert failed == 0


@pytest.mark.parametrize("name", timeline.__all__)
def test_public_things_have_a_docstring_with_an_example(name):
    thing = getattr(timeline, name)
    if isinstance(thing, str) or (isinstance(thing, type) and issubclass(thing, Exception)):
        return
    assert ">>>" in (thing.__doc__ or "")


@pytest.mark.parametrize("block", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_python_in_the_readme_runs(block, monkeypatch, tmp_path):
    for name in ("seeds", "charts"):
        (tmp_path / name).symlink_to(ROOT / name) if name == "seeds" else (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    exec(compile(ast.parse(block), "README.md", "exec"), {})


def commands(text):
    """Give the words of each `timeline ...` command in a text."""
    for line in re.findall(r"^\s*(?:\$ )?(?:.*[|&] )?(?:\.venv/bin/)?(timeline .*)$", text, re.MULTILINE):
        yield shlex.split(re.split(r" [|>] | # ", line)[0])[1:]


def help_texts():
    """Give the help of the command and of each subcommand."""
    parser = build_parser()
    (subparsers,) = (a for a in parser._actions if hasattr(a, "choices") and isinstance(a.choices, dict))
    return {"timeline": parser.format_help()} | {n: p.format_help() for n, p in subparsers.choices.items()}


SHOWN = [*commands("\n".join(re.findall(r"```(?:sh|bash|console)\n(.*?)```", README, re.DOTALL)))]
SHOWN += [words for text in help_texts().values() for words in commands(text.partition("example")[2])]


@pytest.mark.parametrize("words", [w for w in SHOWN if w], ids=" ".join)
def test_commands_that_are_shown_are_commands(words):
    arguments = build_parser().parse_args(words)
    assert arguments.command


def test_help_has_examples():
    for name, text in help_texts().items():
        assert "example" in text, name
        assert len(max(text.splitlines(), key=len)) <= 110
