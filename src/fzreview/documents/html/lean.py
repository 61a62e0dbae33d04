"""The source of a page before it is parsed: without what no visitor sees and what a line runs through.

Parsing costs by the tag, and walking a tree costs more. Most tags of a page that Word has written are spans
and fonts, which begin and end no line: taken out as bytes they cost half of what they cost as nodes.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final, NamedTuple

_OPENING: Final = re.compile(rb"<(?=[sS!])(?i:(script|style)(?=[\s/>])|(!--)(?!-?>))")
_CLOSING: Final = {
    b"script": re.compile(rb"</script\s*>", re.IGNORECASE),
    b"style": re.compile(rb"</style\s*>", re.IGNORECASE),
    b"!--": re.compile(b"--!?>"),
}

_INLINE: Final = ("span", "font", "a", "o:p", "strong", "b", "u", "i", "em", "img", "small", "sub", "sup")


def _any_but(left_out: str) -> str:
    """A set of all other bytes, each told: a negated set is matched at half the speed."""
    return "[" + "".join(f"\\x{code:02x}" for code in range(256) if chr(code) not in left_out) + "]"


_QUOTES: Final = "\"'"
_SPACE: Final = " \t\n\r\f"
_NAME: Final = _any_but("<>=/" + _QUOTES + _SPACE) + "++"
_VALUE: Final = rf"""(?:"{_any_but('<>"')}*+"|{_any_but("<>" + _QUOTES + _SPACE)}++|'{_any_but("<>'")}*+')"""
_ATTRIBUTES: Final = rf"(?:[{_SPACE}]++{_NAME}={_VALUE})*+[{_SPACE}]*+/?+"
"""What stands in a tag whose end is beyond doubt; whatever else is left for the parser.

Each value follows a name and is followed by a blank: a quote begins nothing elsewhere.
"""
_FOREIGN: Final = (b"svg", b"math")
"""Elements that a span inside ends: none is taken out where one is not closed."""
_HIDES: Final = re.compile(rb"isplay\s*:\s*none|isibility\s*:\s*hidden|\shidden", re.IGNORECASE)
_LETTERS_THAT_HIDE: Final = (
    bytes.maketrans(b"DHILNPSY", b"dhilnpsy"),
    bytes(code for code in range(256) if code not in b"DHILNPSYdhilnpsy"),
)
"""Leaves of a source the letters of «display» and «hidden» but a and e: little is looked through faster."""
_BEGINS: Final = re.compile(rb"<(?!/[a-zA-Z]|(?:p|li|td|tr|br)[\s>])([a-zA-Z][^\s/<>]*+|!(?![dD][oO])|[?/])")
"""Passes over most of what begins on any page: nobody asks for it, and it nests nothing."""
_OPENED: Final = re.compile(rb"<([a-z][^\s/<>]*+)", re.IGNORECASE)

DEEPEST: Final = 512
"""Elements that stand in each other; a browser, too, lays deeper ones side by side."""
_MANY: Final = 4 * DEEPEST
_TAG: Final = re.compile(rb"<(/?)([a-zA-Z][^\s/<>]*+)[^<>]*+>")
_NESTS_NOTHING: Final = frozenset(
    b"area base br col dd dt embed hr img input li link meta option p param rp rt source tbody td tfoot th"
    b" thead tr track wbr".split()
)
"""Elements that have no content, or that the next of their kind ends."""


class Lean(NamedTuple):
    """A page that is ready to be parsed."""

    source: bytes
    """UTF-8 without scripts, styles, comments and most tags within lines."""
    begun: Counter[bytes]
    """How often each element begins that somebody asks for, its name in small letters.

    ``!``, ``?`` and ``/`` begin odd comments.
    """


def lean(source: bytes, hidden: frozenset[bytes] = frozenset()) -> Lean:
    """What is parsed of the UTF-8 of a page.

    ``hidden`` are the names of elements that may be hidden, see :func:`names_that_hide`; these stay.
    """
    names = tuple(name for name in _INLINE if name.encode() not in hidden)
    less = _without_unseen(_inline(names).sub(b"", source))
    begun = _begun(less)
    if any(begun[name] and less.count(b"<" + name) != less.count(b"</" + name) for name in _FOREIGN):
        less = _without_unseen(source)
        begun = _begun(less)
    may_be_deep = begun.total() > DEEPEST and less.count(b"<") > _MANY
    return Lean(_shallow(less) if may_be_deep else less, begun)


def _begun(source: bytes) -> Counter[bytes]:
    begun = Counter(_BEGINS.findall(source))
    for name in [name for name in begun if name != name.lower()]:
        begun[name.lower()] += begun.pop(name)
    return begun


def names_that_hide(source: bytes) -> frozenset[bytes]:
    """Lower-case names of elements of which one may be hidden by its attributes; a few too many at times."""
    letters = source.translate(*_LETTERS_THAT_HIDE)
    if b"disply" not in letters and b"hiddn" not in letters:
        return frozenset()
    lower = source.lower()
    names: set[bytes] = set()
    behind = 0
    for found in _HIDES.finditer(lower):
        opened = lower.rfind(b"<", behind, found.start())
        behind = found.end()
        if opened >= 0 and (name := _OPENED.match(lower, opened)):
            names.add(name[1])
    return frozenset(names)


@cache
def _inline(names: tuple[str, ...]) -> re.Pattern[bytes]:
    """Runs of opening and closing tags of these names, in small or in capital letters."""
    written = "|".join((*names, *(name.upper() for name in names)))
    tag = f"</?+(?:{written}){_ATTRIBUTES}>"
    return re.compile(f"{tag}(?:{tag})*+".encode())


def _without_unseen(source: bytes) -> bytes:
    """A page without scripts, styles and comments, which would part a line.

    From the first that is never closed on, all stays for the parser. One pass, whatever the page holds.
    """
    pieces, at = [], 0
    while opening := _OPENING.search(source, at):
        closing = _CLOSING[(opening[1] or opening[2]).lower()].search(source, opening.end())
        if closing is None:
            break
        pieces.append(source[at : opening.start()])
        at = closing.end()
    return b"".join((*pieces, source[at:]))


def _shallow(source: bytes) -> bytes:
    """A page without the tags that nest deeper than any page does; a line ends where one stood."""
    opened: Counter[bytes] = Counter()
    depth, at = 0, 0
    pieces: list[bytes] = []
    for tag in _TAG.finditer(source):
        name = tag[2].lower()
        if name in _NESTS_NOTHING or tag[0].endswith(b"/>") or (tag[1] and not opened[name]):
            continue
        step = -1 if tag[1] else 1
        deeper = max(depth, depth + step)
        opened[name] += step
        depth += step
        if deeper > DEEPEST:
            pieces += (source[at : tag.start()], b"<br>")
            at = tag.end()
    return b"".join((*pieces, source[at:]))
