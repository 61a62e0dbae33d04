"""Which line is the title of a report, and where in its line it stands."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from fzreview.reading.furniture import LABELS, is_breadcrumb
from fzreview.reading.lines import Line

YEAR: Final = (
    r"(?:(?:19|20)\d{2}|[１２][９０][０-９]{2}|[一二](?:九|〇|○|零|Ｏ|O|0)[〇○零一二三四五六七八九Ｏ0]{2})"
)

_KIND: Final = (
    "报告|总结|汇报|述职|述法|公报|年报|情况|要点|计划|方案|意见|通报|安排|说明|"
    "公告|通知|规划|纲要|办法|白皮书|自查"
)
_ENDING: Final = re.compile(
    rf"(?:{_KIND})(?:的?(?:报告|函|公示|通知|公告|说明))?(?:[（(【][^（()）】]{{1,20}}[)）】]){{0,2}}(?:\(?全文\)?|\(?摘要\)?)?"
)
_TITLE_END: Final = re.compile(rf"{_ENDING.pattern}[》”*#\s]*$")
_GENRE: Final = re.compile(
    "法治|依法行政|法制|政府工作|工作报告|年度报告|依法治|普法|行政执法|政务公开|信息公开|统计公报|经济和社会发展"
)
_YEAR: Final = re.compile(YEAR)
_BODY: Final = re.compile("人民政府|委员会|管委会|办公室|街道办|司法[局厅]|[局厅委办部院]关于|关于")
_SITE: Final = re.compile("[-_—|]|官网|门户|网站|政府网")
_PORTAL: Final = re.compile("网站|门户|政府网|政务网")
_SENTENCE: Final = re.compile("[。；;！!，]|(?<!\\d),")
_MARKER: Final = re.compile(
    r"[#*\s]*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]+[章部编])"
)
_LABELLED: Final = re.compile(
    r"^[【\[]?(?:标\s?题|名\s?称|信息名称|文件名称|公文名称)[】\]]?\s?[:：|]\s?\|?\s?"
)
_CUT: Final = re.compile(
    rf"(?<=[告结报况点])\s?(?:[（(]?{YEAR}[-年/.]\d{{1,2}}[-月/.]\d{{1,2}}|[【\[]?(?:{LABELS})[】\]]?\s?[:：]|字号|字体|大\s中\s小|浏览|\[)"
)
_NUMBER_PREFIX: Final = re.compile(
    r"^[\u4e00-\u9fff]{1,12}[〔\[【（(﹝]\d{4}[〕\]】）)﹞]第?\d{1,4}号[\s:：]*"
)
_SITE_PREFIX: Final = re.compile(r"^[^\s]{1,20}[-_|—][^\s]{1,20}\s+(?=\S{6})")
_SITE_SUFFIX: Final = re.compile(r"\s?[-_|—]+\s?[^-_|—]{2,24}$")
_GLUED: Final = re.compile(
    rf"^.{{4,70}}?(?:工作报告|年度报告|情况报告|情况的报告|工作总结|情况汇报|的报告)(?:[（(][^（()）]{{1,16}}[)）])?(?=\s|{YEAR}年|今年|一年来|各位|根据|按照|为|市|区|县|发布|时间|[【\[])"
)
_LONGEST: Final = 90
_SHORTEST: Final = 6


class Title(NamedTuple):
    """The title with its span in the clean text; ``text`` may join two lines."""

    start: int
    end: int
    text: str
    first_line: int
    last_line: int
    """Indexes into the lines."""


def is_title_like(text: str) -> bool:
    """Whether a line could be a title: right length, no sentence in it, ends with the word of a genre."""
    return (
        _SHORTEST <= len(text) <= _LONGEST
        and _TITLE_END.search(text) is not None
        and not _SENTENCE.search(text)
        and not _MARKER.match(text)
    )


def trimmed(line: Line) -> tuple[int, int]:
    """The part of the line that can be a title: without document number, site name and page fields."""
    text = line.text
    start = 0
    labelled = _LABELLED.match(text)
    if labelled:
        start = labelled.end()
        stop = text.find("|", start)
        if stop > 0:
            text = text[:stop].rstrip()
    while start < len(text) and text[start] in "#*《 ":
        start += 1
    number = _NUMBER_PREFIX.match(text[start : start + 60])
    if number:
        start += number.end()
    cut = _CUT.search(text, start, start + 200)
    end = cut.start() if cut else len(text)
    site = _SITE_PREFIX.match(text[start : start + 60])
    if site and is_title_like(text[start + site.end() : end]):
        start += site.end()
    suffix = _SITE_SUFFIX.search(text[max(start, end - 60) : end])
    if suffix and not is_title_like(text[start:end]):
        end = max(start, end - 60) + suffix.start()
    while end > start and text[end - 1] in "#* 》":
        end -= 1
    return line.start + start, line.start + end


def find_title(lines: list[Line], stop: int) -> Title | None:
    """The best title among the lines before ``stop`` (an index); the first of equals."""
    best: tuple[int, Title] | None = None
    for index, line in enumerate(lines[:stop]):
        found = _candidate(lines, index)
        if found is None:
            continue
        score = _score(found.text, line.text)
        if best is None or score > best[0]:
            best = score, found
    if best is not None and best[0] > 0:
        return best[1]
    return _dated(lines, min(stop, _DATED_LINES))


def find_glued_title(lines: list[Line], index: int) -> Title | None:
    """A title at the head of a long line that goes on without a break."""
    line = lines[index]
    match = _GLUED.match(line.text[:140])
    if match is None or _SENTENCE.search(match[0]) or _MARKER.match(match[0]) or is_breadcrumb(match[0]):
        return None
    start, end = trimmed(Line(line.start, line.start + match.end(), match[0]))
    return Title(start, end, line.text[start - line.start : end - line.start], index, index)


def _candidate(lines: list[Line], index: int) -> Title | None:
    line = lines[index]
    if len(line.text) > 300 or is_breadcrumb(line.text):
        return None
    start, end = trimmed(line)
    text = line.text[start - line.start : end - line.start]
    if not is_title_like(text):
        return _joined(lines, index)
    return Title(start, end, text, index, index)


_DATED_LINES: Final = 12
_NO_TITLE: Final = re.compile("[。；：:;|>＞]")
_DAY: Final = "[0-9一二三四五六七八九十]{1,3}"
_GIVEN: Final = re.compile(
    rf"(?:[—–―-]{{1,4}}|[（(])\s?{YEAR}年{_DAY}月(?:{_DAY}日)?(?:在.{{4,50}}(?:会议上?|大会上?))?[)）]?"
)


def _dated(lines: list[Line], stop: int) -> Title | None:
    """A title without the word of a genre: the line over the date, or the meeting, that it was given at."""
    for index, line in enumerate(lines[:stop]):
        if index + 1 < len(lines) and _GIVEN.fullmatch(lines[index + 1].text):
            text = line.text
            short = _SHORTEST <= len(text) <= _LONGEST
            if short and not _NO_TITLE.search(text) and not _MARKER.match(text) and not is_breadcrumb(text):
                return Title(line.start, line.end, text, index, index)
    return None


_HEAD: Final = re.compile(r"^[^，。；：、:;|>]{2,30}(?:人民政府|委员会|管委会|办公室|办事处|[局厅委办院])$")


def _joined(lines: list[Line], index: int) -> Title | None:
    """A title on two lines: who, then ``关于…的报告``."""
    if index + 1 >= len(lines) or not _HEAD.match(lines[index].text):
        return None
    below = lines[index + 1]
    if not below.text.startswith("关于") or not is_title_like(below.text):
        return None
    return Title(lines[index].start, below.end, lines[index].text + below.text, index, index + 1)


def _score(title: str, line: str) -> int:
    score = 0
    if _GENRE.search(title):
        score += 4
    if _YEAR.search(title):
        score += 2
    if _BODY.search(title):
        score += 1
    if title.endswith(("报告", "总结", "汇报", ")", "）")):
        score += 2
    if _SITE.search(line) and not _SITE.search(title):
        score -= 2
    if _PORTAL.search(title):
        score -= 4
    if _LABELLED.match(line):
        score -= 3
    return score - 2
