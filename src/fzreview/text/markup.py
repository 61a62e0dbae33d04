"""Signs of Markdown and tags of HTML that a crawler left in a page. ``#`` before a heading stays."""

from __future__ import annotations

import re
from typing import Final

from fzreview.text.edits import Edit

_LONGEST: Final = 400
_BOLD: Final = re.compile(rf"\*\*([^*\n]{{0,{_LONGEST}}})\*\*")
_ADDRESS: Final = r"(?:https?:|javascript:|mailto:|ftp:|tel:|/|\.{1,2}/|#)[^()\s]{0,400}"
_TITLE: Final = r"(?: \"[^\"\n]{0,100}\")"
_LINK: Final = re.compile(
    rf"!?\[([^\[\]\n]{{0,200}})\]\({_ADDRESS}(?:\([^()\s]{{0,100}}\)[^()\s]{{0,200}})?{_TITLE}?\)"
)
_ESCAPE: Final = re.compile(r"\\(?=[.*_\-#+>()\[\]|~!])")


_TAG: Final = re.compile(
    r"</?(?P<name>p|br|div|span|strong|b|i|u|em|font|a|img|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|section|center|o:p)"
    r"(?P<rest>[\s/][^<>\n]{0,300})?>",
    re.IGNORECASE,
)
_ENDS_LINE: Final = frozenset({"p", "br", "div", "li", "tr", *(f"h{level}" for level in range(1, 7))})


def _tag_edits(text: str) -> list[Edit]:
    """Tags of HTML: the end of a paragraph, a list's item or a row is a line's end, that of a cell a bar."""
    edits = []
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        closing = match[0].startswith("</") or name == "br"
        new = ""
        if closing and name in _ENDS_LINE and text[match.end() : match.end() + 1] not in ("", "\n"):
            new = "\n"
        elif closing and name in ("td", "th"):
            new = "|"
        edits.append(Edit(match.start(), match.end(), new))
    return edits


def markup_edits(text: str) -> list[Edit]:
    """Removals of the signs: ``**甲**`` is 甲, ``[首页](https://…)`` is 首页, ``1\\.`` is 1."""
    edits: list[Edit] = []
    if "**" in text:
        for match in _BOLD.finditer(text):
            edits.append(Edit(match.start(), match.start(1), ""))
            edits.append(Edit(match.end(1), match.end(), ""))
    if "](" in text:
        for match in _LINK.finditer(text):
            edits.append(Edit(match.start(), match.start(1), ""))
            edits.append(Edit(match.end(1), match.end(), ""))
    if "</" in text or "<br" in text:
        edits += _tag_edits(text)
    if "\\" in text:
        edits += [Edit(match.start(), match.end(), "") for match in _ESCAPE.finditer(text)]
    edits.sort()
    return [edit for i, edit in enumerate(edits) if not i or edit.start >= edits[i - 1].end]
