"""The layout: imports run one way, modules stay short, no language stands in code."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import timeline

PACKAGE = Path(timeline.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
ORDER = ["temporal", "documents", "languages", "dates", "extraction", "events"]
ENDS = ["chart", "store", "exchange"]
GLUE = {"__init__", "__main__", "_accessor", "_api", "_cli", "_jobs", "cli"}
COMMON = {"_errors", "_version"}
LONGEST = 500
READING_WORDS = {"ieri", "oggi", "domani", "yesterday", "tomorrow", "said", "detto", "ha detto"}
READING_WORDS |= {"hier", "ayer", "ontem", "gestern", "secondo", "according"}


def part_of(module):
    """Give the part of the package that a file belongs to."""
    relative = module.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def imported_parts(module):
    """Give the parts of the package that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "timeline":
            below = node.module.split(".")[1:]
            yield from [below[0]] if below else (alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            names = (alias.name.split(".") for alias in node.names)
            yield from (name[1] for name in names if name[0] == "timeline" and len(name) > 1)
        assert not (isinstance(node, ast.ImportFrom) and node.level), f"{module}: a relative import"


def allowed(part):
    """Give the parts that `part` may import."""
    if part in GLUE:
        return {*ORDER, *ENDS, *GLUE, *COMMON}
    if part in COMMON:
        return COMMON
    below = ORDER[: ORDER.index(part)] if part in ORDER else ORDER
    return {part, *below, *COMMON}


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_imports_run_one_way(module):
    part = part_of(module)
    assert part in {*ORDER, *ENDS, *GLUE, *COMMON}
    assert set(imported_parts(module)) <= allowed(part)


def test_the_chart_knows_nothing_of_language():
    for module in (m for m in MODULES if part_of(m) == "chart"):
        assert not {"languages", "dates", "extraction"} & set(imported_parts(module)), module


def test_no_word_by_which_texts_are_read_stands_in_code():
    for module in (m for m in MODULES if part_of(m) != "languages"):
        code = strings_that_run(ast.parse(module.read_text()))
        assert not READING_WORDS.intersection(code), module


def strings_that_run(tree):
    """Give the strings of a module that are no docstrings."""
    inert = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    constants = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in inert)
    return [n.value for n in constants if isinstance(n.value, str)]


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(PACKAGE)))
def test_modules_are_short(module):
    assert len(module.read_text().splitlines()) < LONGEST


@pytest.mark.parametrize(
    "module", [m for m in MODULES if m.name == "__init__.py"], ids=lambda m: m.parent.name
)
def test_each_door_names_what_it_offers(module):
    name = ".".join(("timeline", *module.parent.relative_to(PACKAGE).parts))
    package = __import__(name, fromlist=["__all__"])
    for offered in getattr(package, "__all__", []):
        assert getattr(package, offered) is not None
    assert len(set(getattr(package, "__all__", []))) == len(getattr(package, "__all__", []))


def test_the_public_door_is_complete():
    from timeline import _api, _errors

    errors = {
        n for n, v in vars(_errors).items() if isinstance(v, type) and issubclass(v, Exception | Warning)
    }
    assert set(timeline.__all__) == {*_api.__all__, *errors, "__version__"}
    assert dir(timeline) == sorted(timeline.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = timeline.nonsense


@pytest.mark.parametrize("module", ["timeline", "timeline.cli", "timeline.documents"])
def test_light_doors_load_no_engine(module):
    heavy = ("pandas", "plotly", "spacy", "numpy", "rich")
    code = f"import sys, {module}; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_package_is_typed():
    assert (PACKAGE / "py.typed").exists()
