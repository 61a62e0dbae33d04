"""Which line is the title of a report, and where in its line it stands."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from fzreview.reading.furniture import LABELS, is_breadcrumb, is_label_line
from fzreview.reading.lines import Line

YEAR: Final = (
    r"(?:(?:19|20)\d{2}|[１２][９０][０-９]{2}|[一二](?:九|〇|○|零|Ｏ|O|0)[〇○零一二三四五六七八九Ｏ0]{2})"
)

_KIND: Final = (
    "报告|总结|汇报|述职|述法|公报|年报|情况|要点|计划|方案|意见|通报|安排|说明|"
    "公告|通知|规划|纲要|办法|白皮书|自查|解读|图解|问答|答记者问"
)
_ENDING: Final = re.compile(
    rf"(?:{_KIND})(?:的?(?:报告|函|公示|通知|公告|说明))?[》”]?(?:的?(?:政策|文件)?(?:解读|图解))?(?:[（(【][^（()）】]{{1,20}}[)）】]){{0,2}}(?:\(?全文\)?|\(?摘要\)?)?"
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
_COLUMN_PREFIX: Final = re.compile(r"^(?:【[^】]{1,12}】|\[[^\]]{1,12}\]|(?:政策|文件)解读[:：丨|])\s?")
"""The column of the site that a page stands in: 【公示】, 【政策解读】."""
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
    last_line: int
    """Index into the lines."""


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
    while start < len(text) and text[start] in "#* ":
        start += 1
    column = _COLUMN_PREFIX.match(text[start : start + 20])
    if column:
        start += column.end()
    if text[start : start + 1] == "《" and text.rstrip("#* ").endswith("》") and text.count("《") == 1:
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
    while end > start and (text[end - 1] in "#* " or (text[end - 1] == "》" and "《" not in text[start:end])):
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
        if best is not None and found.last_line > index and _tells_again(lines[found.last_line], best[1]):
            continue
        if best is None or score > best[0]:
            best = score, found
    if best is not None and best[0] > 0:
        return best[1]
    return _dated(lines, min(stop, _DATED_LINES))


def _tells_again(line: Line, title: Title) -> bool:
    """Whether the last of a title's lines is an earlier title once more, perhaps a word shorter."""
    ours, theirs = set(line.text), set(title.text)
    return is_title_like(line.text) and len(ours & theirs) >= 0.8 * max(len(ours), len(theirs))


def find_glued_title(lines: list[Line], index: int) -> Title | None:
    """A title at the head of a long line that goes on without a break."""
    line = lines[index]
    match = _GLUED.match(line.text[:140])
    if match is None or _SENTENCE.search(match[0]) or _MARKER.match(match[0]) or is_breadcrumb(match[0]):
        return None
    start, end = trimmed(Line(line.start, line.start + match.end(), match[0]))
    return Title(start, end, line.text[start - line.start : end - line.start], index)


def _candidate(lines: list[Line], index: int) -> Title | None:
    line = lines[index]
    if len(line.text) > 300 or is_breadcrumb(line.text):
        return None
    start, end = trimmed(line)
    text = line.text[start - line.start : end - line.start]
    joined = _joined(lines, index)
    if joined is not None or not is_title_like(text):
        return joined
    return Title(start, end, text, index)


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
                return Title(line.start, line.end, text, index)
    return None


_AUTHORITY: Final = (
    r"[^，。；：:;|>\s]{2,30}(?:人民政府|委员会|管委会|办公室|办事处|海关|[总支大]队|中心"
    "|[省市县区旗镇乡]委|[局厅委办部署院])"
)
_HEAD: Final = re.compile(rf"^{_AUTHORITY}(?:[ 、和]{{1,4}}{_AUTHORITY}){{0,2}}$")
_GOES_ON_BELOW: Final = re.compile(rf"(?:关于|[的和及、与]|年度?|{YEAR}|法治政府|建设|工作|推进|情况)$")
_GOES_ON_ABOVE: Final = re.compile(
    rf"^(?:关于|{YEAR}年?|年度|年|法治政府|法治|依法|建设|工作|推进|全面|情况|的?报告|总结|落实|贯彻|进展)"
)
_PLACE: Final = re.compile(r"[\u4e00-\u9fff]{2,12}(?:省|自治区|市|县|区|州|盟|旗|镇|乡|街道)")
_YEAR_FIRST: Final = re.compile(rf"{YEAR}年?度?(?:法治|依法)")
_MOST_LINES: Final = 4
_LONGEST_PART: Final = 45


def _joined(lines: list[Line], index: int) -> Title | None:
    """A title on two lines or more: who, then ``关于…的报告``; or one that its line's end cut."""
    parts: list[str] = []
    for at in range(index, min(len(lines), index + _MOST_LINES)):
        text = lines[at].text
        if len(text) > _LONGEST_PART or _NO_PART.search(text) or _MARKER.match(text) or is_label_line(text):
            return None
        if parts and not _is_one_title(parts[-1], text, who=at == index + len(parts)):
            return None
        parts.append(text)
        joined = _put_together(parts)
        more = lines[at + 1].text if at + 1 < len(lines) else ""
        if (
            len(parts) > 1
            and is_title_like(joined)
            and not (_ENDS_WITH_OF.search(text) or _TAIL.fullmatch(more))
        ):
            return Title(lines[index].start, lines[at].end, joined, at)
    return None


_NO_PART: Final = re.compile("[。；：:;|>＞！!，]")
_ENDS_WITH_OF: Final = re.compile("(?:关于|[的和及、与])$")
_TAIL: Final = re.compile("的?(?:情况)?的?(?:工作)?(?:报告|总结|汇报)")


def _is_one_title(above: str, below: str, *, who: bool) -> bool:
    """Whether two lines are parts of one title."""
    if _PLACE.fullmatch(above):
        return _YEAR_FIRST.match(below) is not None
    if _HEAD.match(above):
        return _GOES_ON_ABOVE.match(below) is not None or (_HEAD.match(below) is not None and who)
    if is_title_like(above):
        return _TAIL.fullmatch(below) is not None
    return _GOES_ON_BELOW.search(above) is not None or _TAIL.fullmatch(below) is not None


def _put_together(parts: list[str]) -> str:
    """The lines as one title; a blank parts two authorities."""
    joined = parts[0]
    for above, below in pairwise(parts):
        joined += (" " if _HEAD.match(above) and _HEAD.match(below) else "") + below
    return joined


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
