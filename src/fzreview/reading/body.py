"""Where the report's own title and body stand between the furniture of its page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from fzreview.reading.body_end import find_end
from fzreview.reading.contents import contents_end, may_begin_contents
from fzreview.reading.furniture import is_bare_label, is_furniture, is_label_line
from fzreview.reading.line_forms import CLAUSES, MARKER, PROSE, PROSE_LENGTH
from fzreview.reading.lines import Line, split_lines
from fzreview.reading.signoff import is_signature_line
from fzreview.reading.titles import YEAR, Title, find_glued_title, find_title, is_title_like, trimmed

_ADDRESSEE: Final = re.compile(r"[\u4e00-\u9fff、（）()，, ]{2,40}[:：]")
_PREAMBLE: Final = re.compile("(?:前\\s?言|引\\s?言|概\\s?述|导\\s?言|摘\\s?要|序\\s?言|目\\s?录)$")
_SUBTITLE: Final = re.compile(
    rf"[—–\-―(（]{{0,4}}.{{0,12}}(?:\d{{1,4}}|{YEAR})年?.{{0,30}}(?:会议上?|大会上?|上|通过|审议)[)）]?|[—–―-]{{1,4}}.{{2,40}}"
)
_OFFICE: Final = "(?:[省市区县州盟旗镇乡局厅院部署]长|主席|总理|主任|秘书长|书记|检察长|行长|关长)"
_SPEAKER: Final = rf"[\u4e00-\u9fff（）()]{{0,24}}{_OFFICE}"
_BYLINE: Final = re.compile(
    rf"(?:报告人[:：]?\s?)?(?:{_SPEAKER}[、，, 　]{{1,2}}){{0,3}}{_SPEAKER}[　 ]{{0,4}}"
    r"(?!各位)[\u4e00-\u9fff· ]{2,12}"
)
_MEETING_GOES_ON: Final = re.compile(r"[\u4e00-\u9fff\d（）()]{2,30}(?:会议上?|大会上?)[)）]?")
_HEADER_LINES: Final = 80
_SHORT: Final = 14


@dataclass(frozen=True)
class Layout:
    """Where things stand in the clean text; all offsets are code points of it."""

    text: str
    lines: list[Line]
    title: Title | None
    body: tuple[int, int]
    first: int
    last: int
    """Indexes of the first body line and one past the last."""

    @cached_property
    def body_lines(self) -> list[Line]:
        """The lines of the body, the first and last cut to its span."""
        start, end = self.body
        cut = []
        for line in self.lines[self.first : self.last]:
            a, b = max(line.start, start), min(line.end, end)
            if a < b:
                cut.append(Line(a, b, self.text[a:b]))
        return cut

    @property
    def before(self) -> list[Line]:
        """Page lines before the body, the title's among them."""
        return self.lines[: self.first]

    @property
    def behind(self) -> list[Line]:
        """Page lines after the body."""
        return self.lines[self.last :]


def find_layout(text: str) -> Layout:
    """Find title and body of a clean text. A text without furniture is all body."""
    lines = split_lines(text)
    if not lines:
        return Layout(text, lines, None, (0, 0), 0, 0)
    prose = _first_prose(lines)
    title = find_title(lines, min(prose, _HEADER_LINES))
    glued = find_glued_title(lines, prose) if title is None and prose < len(lines) else None
    if glued is not None:
        title = glued
    first, start = _body_start(lines, title, glued is not None)
    last, end = find_end(lines, first)
    return Layout(text, lines, title, (start, max(start, end)), first, last)


def _first_prose(lines: list[Line]) -> int:
    """Index of the first line that is a paragraph of the report; before it a title can stand."""
    for index, line in enumerate(lines):
        if is_furniture(line.text):
            continue
        if len(line.text) >= PROSE_LENGTH and PROSE.search(line.text) and not is_title_like(line.text):
            return index
    return len(lines)


def _body_start(lines: list[Line], title: Title | None, glued: bool) -> tuple[int, int]:
    if title is None:
        return _start_without_title(lines)
    if glued:
        line = lines[title.last_line]
        rest = line.text[title.end - line.start :]
        return title.last_line, line.end - len(rest.lstrip())
    index = _behind_page_lines(lines, title.last_line + 1, title)
    return (index, lines[index].start) if index < len(lines) else (len(lines), title.end)


def _behind_page_lines(lines: list[Line], index: int, title: Title) -> int:
    """Index of the first line from ``index`` on that is no page line and not in the table of contents."""
    skipped = 0
    while index < len(lines):
        behind = index
        if not skipped and may_begin_contents(lines[index].text):
            behind = skipped = contents_end(lines, index)
        if behind > index:
            index = behind
        elif _is_page_line(lines, index, title):
            index += 1
        else:
            break
    return index


def _start_without_title(lines: list[Line]) -> tuple[int, int]:
    skipped = 0
    for index, line in enumerate(lines):
        text = line.text
        if index < skipped or is_furniture(text):
            continue
        if not skipped and may_begin_contents(text):
            skipped = contents_end(lines, index)
            if skipped > index:
                continue
        if MARKER.match(text) or len(text) >= PROSE_LENGTH or _is_addressee(lines, index) or "。" in text:
            return index, line.start
    # Nothing reads like a report: everything is body, so that nothing is lost.
    return 0, lines[0].start


def _is_page_line(lines: list[Line], index: int, title: Title) -> bool:
    """Whether the line behind the title still belongs to the page or to the title's block."""
    text = lines[index].text
    if MARKER.match(text) or _PREAMBLE.match(text):
        return False
    if is_furniture(text) or is_bare_label(text):
        return True
    if is_bare_label(lines[index - 1].text) and len(text) <= PROSE_LENGTH:
        return True
    if _is_addressee(lines, index):
        return False
    if len(text) >= PROSE_LENGTH and PROSE.search(text):
        return _repeats(lines[index], title)
    if _repeats(lines[index], title) or is_signature_line(text):
        return True
    if len(text) <= 60 and (_SUBTITLE.fullmatch(text) or _BYLINE.fullmatch(text)):
        return True
    if _MEETING_GOES_ON.fullmatch(text) and _SUBTITLE.fullmatch(lines[index - 1].text):
        return True
    return (
        len(text) <= _SHORT
        and not PROSE.search(text)
        and not CLAUSES.search(text)
        and _prose_follows(lines, index)
    )


def _prose_follows(lines: list[Line], index: int) -> bool:
    """Whether a paragraph, not a heading's first item, begins within the next few lines."""
    for line in lines[index + 1 : index + 6]:
        if MARKER.match(line.text) or (len(line.text) >= PROSE_LENGTH and PROSE.search(line.text)):
            return True
    return False


def _repeats(line: Line, title: Title) -> bool:
    """The title once more, perhaps a word shorter, perhaps with its issuer."""
    start, end = trimmed(line)
    text = line.text[start - line.start : end - line.start]
    if not is_title_like(text):
        return False
    ours, theirs = set(text), set(title.text)
    return len(ours & theirs) >= 0.7 * min(len(ours), len(theirs))


def _is_addressee(lines: list[Line], index: int) -> bool:
    """``市政府:`` or ``各位代表：`` right before the lead."""
    text = lines[index].text
    return _ADDRESSEE.fullmatch(text) is not None and not is_label_line(text) and index + 1 < len(lines)
