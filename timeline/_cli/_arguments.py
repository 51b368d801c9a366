"""The arguments of the command and their help."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from timeline._version import __version__

_EPILOG = """\
examples:
  timeline build seeds/ -o charts/seeds.html
  timeline build notes/*.txt old-events.csv -o story.html --table story.parquet --title "The story so far"
  timeline extract seeds/ -o events.csv
  timeline dates seeds/ | head -n 1
  echo "Ieri il governo si è dimesso." | timeline dates - --published 2022-01 --language it
  timeline plot events.csv -o chart.html

Inputs are files, folders, globs or - for standard input: texts (.txt, .md) that state their date as
"date 2022-01 Text ...", in front matter or in the file's name, and JSON Lines documents with "id", "text",
"published" and "lang". Exit codes: 0 done, 1 some inputs failed (each is named, the rest is done), 2 usage.
"""
_BUILD = """\
examples:
  timeline build seeds/ -o charts/seeds.html
  timeline build seeds/ typed-by-hand.csv -o story.html --table story.csv --title "January 2022"
"""
_EXTRACT = """\
examples:
  timeline extract seeds/ > events.jsonl
  timeline extract seeds/ -o events.parquet
  timeline extract articles.jsonl --by-document --jobs 4
  timeline extract notes/ --model it=it_core_news_lg
"""
_DATES = """\
examples:
  timeline dates seeds/
  echo "due giorni fa" | timeline dates - --published 2022-01-08 --language it
  timeline dates article.txt --format timeml
"""
_PLOT = """\
examples:
  timeline plot events.parquet -o chart.html
  timeline extract seeds/ | timeline plot - -o chart.html
  timeline plot events.csv -o chart.png
"""
_CONFLICTS = """\
examples:
  timeline conflicts seeds/
  timeline conflicts events.parquet -o conflicts.jsonl
"""
_LANGUAGES = """\
example:
  timeline languages
"""


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line; a wrong one ends the process with 2."""
    parser = build_parser()
    arguments = parser.parse_args(argv)
    if arguments.command is None:
        parser.error("a command is required: build, extract, dates, plot, conflicts or languages")
    arguments.usage_error = parser.error
    return arguments


def build_parser() -> argparse.ArgumentParser:
    """Give the parser of the whole command."""
    parser = _Parser(
        prog="timeline",
        description="Dated documents in, a sourced timeline out.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"timeline {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _add_build(commands)
    _add_extract(commands)
    _add_dates(commands)
    _add_plot(commands)
    _add_conflicts(commands)
    _command(commands, "languages", "list the languages that can be read", _LANGUAGES)
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, after a short usage."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(2, f"{self.format_usage()}{self.prog}: {message}\n")


def _command(
    commands: argparse._SubParsersAction[_Parser], name: str, about: str, epilog: str
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=about,
        description=about[0].upper() + about[1:] + ".",
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _add_build(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "build", "documents and event tables to a chart", _BUILD)
    _add_inputs(parser)
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help="the page to write (.html)")
    parser.add_argument("--table", metavar="FILE", help="also write the events (.parquet, .csv or .jsonl)")
    parser.add_argument("--title", help="the title of the page")
    _add_models(parser)


def _add_extract(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "extract", "documents to event rows, in order of time", _EXTRACT)
    _add_inputs(parser)
    parser.add_argument("--format", choices=["jsonl", "csv", "parquet"], help="default: what FILE ends in")
    parser.add_argument("-o", "--output", metavar="FILE", help="default: standard output, as jsonl")
    parser.add_argument("--by-document", action="store_true", help="one JSON line a document, in their order")
    _add_models(parser)


def _add_dates(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "dates", "time expressions only, one JSON line a document", _DATES)
    _add_inputs(parser)
    parser.add_argument("--format", choices=["jsonl", "timeml"], default="jsonl", help="default: jsonl")
    parser.add_argument("--explain", action="store_true", help="add how each expression was read")
    parser.add_argument("-o", "--output", metavar="FILE", help="default: standard output")


def _add_plot(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "plot", "an event table to a chart", _PLOT)
    parser.add_argument(
        "paths", metavar="TABLE", nargs="+", help="event table (.parquet, .csv, .jsonl, or -)"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", required=True, help="chart to write (.html; .png, .svg, .pdf)"
    )
    parser.add_argument("--title", help="the title of the chart")


def _add_conflicts(commands: argparse._SubParsersAction[_Parser]) -> None:
    about = "what contradicts itself in the order of events, one JSON line each, with both texts"
    parser = _command(commands, "conflicts", about, _CONFLICTS)
    _add_inputs(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="default: standard output")
    _add_models(parser)


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", help="file, folder, glob, or - (standard input)")
    parser.add_argument("--published", metavar="DATE", help="publication of documents that state none")
    parser.add_argument("--language", metavar="CODE", help="language of documents that state none")


def _add_models(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--model",
        metavar="CODE=NAME",
        action="append",
        default=[],
        type=_model,
        help="use an installed spaCy pipeline for a language",
    )
    settings = 'TOML with [models] it = "NAME" (default: ~/.config/timeline/config.toml)'
    parser.add_argument("--config", metavar="FILE", help=settings)
    parser.add_argument("--jobs", metavar="N", type=_count, default=1, help="processes (default: 1)")


def _model(text: str) -> tuple[str, str]:
    code, mark, name = text.partition("=")
    if not (code and mark and name):
        raise argparse.ArgumentTypeError(f"not CODE=NAME: {text!r}")
    return code, name


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"not a number of processes: {text!r}")
    return int(text)
