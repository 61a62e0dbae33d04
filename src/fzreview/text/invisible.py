"""Characters that nobody sees: zero-width, directional, control characters and HTML entities."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from fzreview.text.edits import Edit

_INVISIBLE: Final = re.compile(
    "(?:\u001b\\[[0-9;?]{0,12}[A-Za-z]|[\u0000-\u0008\u000e-\u001b\u007f\u0080-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb])+"
)
_CARRIAGE: Final = re.compile("\r(?=\n)")
_ENTITY: Final = re.compile(r"&(?:[a-zA-Z]{2,8}|#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5});")
_BREAKS: Final = str.maketrans(dict.fromkeys("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
_BREAK: Final = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def invisible_edits(text: str) -> list[Edit]:
    """Removals of what nobody sees."""
    return [Edit(match.start(), match.end(), "") for match in _INVISIBLE.finditer(text)]


def entity_edits(text: str) -> list[Edit]:
    """HTML entities that the crawler left: ``&nbsp;`` is a blank, ``&ldquo;`` is “."""
    edits = []
    for match in _ENTITY.finditer(text) if "&" in text else ():
        plain = unescape(match[0])
        if plain != match[0] and len(plain) == 1 and (plain.isprintable() or plain.isspace()):
            edits.append(Edit(match.start(), match.end(), " " if plain.isspace() else plain))
    return edits


def carriage_edits(text: str) -> list[Edit]:
    """The first half of each ``\\r\\n``."""
    return (
        [Edit(match.start(), match.end(), "") for match in _CARRIAGE.finditer(text)] if "\r" in text else []
    )


def unify_breaks(text: str) -> str:
    """Every other line break as ``\\n``, one to one."""
    return text.translate(_BREAKS) if _BREAK.search(text) else text
