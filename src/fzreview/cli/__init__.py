"""The command line: one file a command, imported only when it is called."""

from __future__ import annotations

import sys

INTERRUPTED = 130
BROKEN_PIPE = 141
"""What a shell reports of a program that ended like this; nobody reads a message then."""


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code.

    0 done; 1 some inputs refused, or the work failed with a message; 2 wrong usage.
    """
    from fzreview.cli.streams import end_quietly, make_tolerant

    make_tolerant()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        end_quietly()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(arguments: list[str]) -> int:
    from fzreview.cli.frame import command_line
    from fzreview.cli.streams import complain
    from fzreview.errors import FzError, UsageError
    from fzreview.strings import say

    try:
        return command_line(arguments)
    except UsageError as error:
        complain(say("cli.error", message=error))
        return 2
    except FzError as error:
        complain(say("cli.error", message=error))
        return 1
