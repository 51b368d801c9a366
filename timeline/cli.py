"""The command `timeline`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

_DONE, _SOME_FAILED, _USAGE, _INTERRUPTED, _PIPE_CLOSED = 0, 1, 2, 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code: 0 done, 1 some inputs failed, 2 usage.

    Examples
    --------
    >>> main(["languages", "--nonsense"])
    Traceback (most recent call last):
    SystemExit: 2
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        return _run(argv)
    except BrokenPipeError:
        _forget_output()
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        sys.stderr.write("timeline: interrupted\n")
        return _INTERRUPTED


def _run(argv: Sequence[str] | None) -> int:
    from timeline._cli._arguments import parse

    arguments = parse(argv)
    from timeline._cli._commands import COMMANDS
    from timeline._cli._memory import collected_rarely
    from timeline._cli._messages import Messages
    from timeline._errors import InputError, TimelineError

    messages = Messages()
    with messages.warnings(), collected_rarely():
        try:
            COMMANDS[arguments.command](arguments, messages)
        except TimelineError as error:
            messages.say(f"error: {error}")
            return _USAGE
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            messages(InputError(error.strerror or str(error), file=error.filename))
            return _USAGE
    return _SOME_FAILED if messages.failed else _DONE


def _forget_output() -> None:
    """Let the interpreter close without complaining that nobody reads any more."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
