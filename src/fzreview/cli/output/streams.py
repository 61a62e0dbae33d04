"""Standard output for data, standard error for words; neither fails over a character."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any, Final


def make_tolerant() -> None:
    """Let both streams replace what the terminal's encoding lacks; one that was closed swallows all."""
    # Left at None, standard error would be taken for «nothing named» and its words printed as data.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def end_quietly() -> None:
    """Throw away what nobody reads any more, so that the interpreter's last flush is silent too."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = _nowhere()


def narrate(sentence: str) -> None:
    """One sentence on standard error; what it quotes from outside does not reach the terminal's controls."""
    from fzreview.text.displayable import one_line

    print(one_line(sentence), file=sys.stderr, flush=True)


YES: Final = ("y", "yes", "是", "ｙ")


def confirmed(question: str) -> bool:
    """Whether the person at the terminal says yes to a question; nobody does where there is none."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    narrate(question)
    return sys.stdin.readline().strip().casefold() in YES


def write_row(row: Mapping[str, Any], now: bool = False) -> None:
    """One JSON object on a line of standard output; ``now`` does not wait for more of them.

    Characters are escaped where the stream is not UTF-8, so that the line is right JSON in any case.
    """
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    print(json.dumps(row, ensure_ascii=encoding != "utf8"), flush=now)


def write_bytes(lines: Iterable[bytes]) -> None:
    """Lines of a file format on standard output, in their own encoding whatever the terminal's is."""
    sys.stdout.flush()
    sys.stdout.buffer.writelines(lines)


def _nowhere() -> Any:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
