"""A JSON list of objects read from a file one by one, so that its size does not matter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from fzreview.domain.returned import Unreadable
from fzreview.errors import FzError, InputRefused

_CHUNK: Final = 1 << 20
_BLANKS: Final = " \t\r\n"


def json_list(path: Path) -> Iterator[tuple[str, dict[str, Any] | Unreadable]]:
    """``(name for messages, object)`` of each element; nothing behind the first break can be read.

    Raises FzError where the file cannot be read.
    """
    decoder = json.JSONDecoder()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rest = file.read(_CHUNK).lstrip(_BLANKS)
            if not rest.startswith("["):
                yield str(path), _broken(str(path), "[")
                return
            rest, number = rest[1:], 0
            while True:
                rest = rest.lstrip(_BLANKS + ("," if number else ""))
                if rest.startswith("]"):
                    return
                number += 1
                name = f"{path} [{number}]"
                while True:
                    try:
                        value, end = decoder.raw_decode(rest)
                        break
                    except json.JSONDecodeError as error:
                        # Twice as much at a time: a long element is not scanned again for every chunk.
                        more = file.read(max(_CHUNK, len(rest)))
                        if not more:
                            yield name, _broken(name, error.msg)
                            return
                        rest = (rest + more).lstrip(_BLANKS)
                        if rest.startswith("]"):
                            return
                rest = rest[end:]
                if isinstance(value, dict):
                    yield name, value
                else:
                    yield name, _broken(name, type(value).__name__)
    except UnicodeDecodeError as error:
        yield str(path), Unreadable(InputRefused("import_not_utf8", name=path, position=error.start))
    except RecursionError:
        yield str(path), _broken(str(path), "depth")
    except OSError as error:
        raise FzError("import_unreadable", path=path, reason=error.strerror or str(error)) from error


def _broken(name: str, reason: str) -> Unreadable:
    return Unreadable(InputRefused("import_not_json", name=name, reason=reason[:80]))
