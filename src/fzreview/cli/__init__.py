"""The command line: one file a command, imported only when it is called."""

from __future__ import annotations

import sys

INTERRUPTED = 130
BROKEN_PIPE = 141
BROKEN = 3
"""What a shell reports of a program that ended like this; nobody reads a message then."""


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code.

    0 done; 1 some inputs refused, something found, or what was named is not there; 2 wrong usage; 3 the
    program broke: the system, the disk, the store, or a mistake of its own.
    """
    from fzreview.cli.output.streams import end_quietly, make_tolerant

    make_tolerant()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        end_quietly()
        return BROKEN_PIPE
    except OSError as error:
        # What no command foresaw, a full disk behind standard output above all.
        end_quietly()
        return _failed(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return _mistaken(error)
    return code


def _run(arguments: list[str]) -> int:
    from fzreview.cli.frame import command_line
    from fzreview.cli.output.streams import narrate
    from fzreview.errors import BREAKING, FzError, UsageError
    from fzreview.strings import say

    try:
        return command_line(arguments)
    except FzError as error:
        narrate(say("cli.error", message=error))
        if error.code in BREAKING:
            return BROKEN
        return 2 if isinstance(error, UsageError) else 1


def _failed(error: OSError) -> int:
    from fzreview.cli.output.streams import narrate
    from fzreview.errors import FzError
    from fzreview.strings import say

    reason = error.strerror or type(error).__name__
    told = FzError("system", reason=f"{error.filename}: {reason}" if error.filename else reason)
    narrate(say("cli.error", message=told))
    return BROKEN


def _mistaken(error: Exception) -> int:
    """A mistake of the program: whoever mends it needs the way to it, whoever met it one sentence."""
    import traceback

    from fzreview.cli.output.streams import narrate
    from fzreview.errors import FzError
    from fzreview.strings import say

    traceback.print_exc()
    told = FzError("unexpected", reason=f"{type(error).__name__}: {error}"[:200])
    narrate(say("cli.error", message=told))
    return BROKEN
