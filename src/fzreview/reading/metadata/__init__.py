"""What a report says about itself: title, year, dates, issuer, numbers, source, region."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.trace import fired
from fzreview.domain.reports.clean_text import CleanText
from fzreview.domain.reports.report import Metadata
from fzreview.reading.body import Layout
from fzreview.reading.lines import Line
from fzreview.reading.metadata.answers import Answer, T
from fzreview.reading.metadata.dates import publish_date, reported_year, sign_date
from fzreview.reading.metadata.fields import Field, first_value, labelled_fields
from fzreview.reading.metadata.names import find_issuer, find_region, named_title, signed_issuer
from fzreview.reading.metadata.rules import INDEX, NUMBER, NUMBER_ALONE, SOURCE
from fzreview.reading.signoff import is_signature_line, signature_tail
from fzreview.reading.titles import YEAR
from fzreview.text.spam import spam_names

_NUMBER: Final = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s?[〔\[【（(﹝［]\s?\d{4}\s?[〕\]】）)﹞］]\s?第?\s?\d{1,4}\s?号"
)
_INDEX: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9/_.\-—()（）\u4e00-\u9fff]{4,60}")
_SOURCE_LABELS: Final = (
    "信息来源",
    "文章来源",
    "稿件来源",
    "来源",
    "出处",
    "信息提供",
    "发布机构",
    "发布机关",
    "发布单位",
    "公开单位",
)
_NUMBER_LABELS: Final = ("发文字号", "文号", "发文号", "文件编号", "公文号", "文件号")
_INDEX_LABELS: Final = ("索引号", "信息索引号")
_MEETING: Final = re.compile(rf"会议|大会|^[（(]{YEAR}年.{{2,10}}[)）]$")
_LONGEST_SUBTITLE: Final = 80
_SIGNED_LINES: Final = 4


def read_metadata(layout: Layout, clean: CleanText) -> Metadata:
    """Metadata of a report whose layout is known; spans are source offsets."""
    page = [*layout.before, *layout.behind]
    fields = labelled_fields(page)
    body = Line(*layout.body, layout.text[slice(*layout.body)])
    title = layout.title.text if layout.title else None
    brands = spam_names(layout.text)
    shown = _without_brands(title, brands)
    signature = _signature(layout)
    issuer = find_issuer(shown, signed_issuer(signature), fields, layout.before, body.text)
    flags = _flags(title, issuer, brands)
    return Metadata(
        title=title,
        title_span=clean.source_span(layout.title.start, layout.title.end) if layout.title else None,
        year=_told(layout, reported_year(title, _subtitle(layout), body)),
        region=_told(layout, find_region(shown, issuer, body)),
        issuer=_told(layout, issuer),
        publish_date=_told(layout, publish_date(fields, page)),
        sign_date=_told(layout, sign_date(signature, _title_block(layout), fields)),
        doc_number=_told(layout, _doc_number(layout, fields)),
        index_number=_told(layout, _index_number(fields)),
        source=_told(layout, _source(fields)),
        flags=flags,
    )


def _told(layout: Layout, answer: Answer[T] | None) -> T | None:
    """The value of an answer, whose rule is told with its place."""
    if answer is None:
        return None
    title = layout.title
    start, end = answer.place or ((title.start, title.end) if title else layout.body)
    fired(answer.rule, start, end)
    return answer.value


def _signature(layout: Layout) -> list[Line]:
    """The lines of the sign-off; a glued one is cut from its paragraph."""
    signature = []
    for line in layout.body_lines[-_SIGNED_LINES:]:
        tail = signature_tail(line.text)
        if tail:
            signature.append(Line(line.end - len(tail), line.end, tail))
        elif is_signature_line(line.text):
            signature.append(line)
    return signature


def _title_block(layout: Layout) -> list[Line]:
    """The lines between the title and the body."""
    return layout.before[layout.title.last_line + 1 :] if layout.title else layout.before


def _subtitle(layout: Layout) -> Line | None:
    """The line between title and body that tells before which meeting the report was given."""
    if layout.title is None:
        return None
    last = layout.lines[layout.title.last_line]
    start, end = layout.title.end, min(last.end, layout.title.end + _LONGEST_SUBTITLE)
    below = [Line(start, end, layout.text[start:end]), *layout.before[layout.title.last_line + 1 :]]
    return next(
        (line for line in below if _MEETING.search(line.text) and len(line.text) <= _LONGEST_SUBTITLE), None
    )


def _without_brands(title: str | None, brands: list[str]) -> str | None:
    """The title without what names no issuer: words that spam put over a place, 一图读懂 of a picture."""
    if title is None:
        return None
    for brand in brands:
        title = title.replace(brand, "")
    return named_title(title.strip())


def _flags(title: str | None, issuer: Answer[str] | None, brands: list[str]) -> tuple[str, ...]:
    flags = []
    if title is None:
        flags.append("title_missing")
    if brands:
        flags.append("issuer_spammed")
    if issuer is None:
        flags.append("issuer_missing")
    return tuple(flags)


def _doc_number(layout: Layout, fields: list[Field]) -> Answer[str] | None:
    """The report's own number: a labelled one, else one on a page line or before the title.

    Numbers in the body are those of cited documents.
    """
    labelled = first_value(fields, _NUMBER_LABELS)
    if labelled is not None and labelled.value is not None:
        match = _NUMBER.search(labelled.value)
        if match:
            return Answer(_joined(match[0]), NUMBER, (labelled.start, labelled.end))
    for line in layout.before:
        match = _NUMBER.search(line.text[:200])
        if match and "《" not in line.text and "。" not in line.text:
            return Answer(_joined(match[0]), NUMBER_ALONE, (line.start, line.end))
    return None


def _joined(number: str) -> str:
    return re.sub(r"\s", "", number)


def _index_number(fields: list[Field]) -> Answer[str] | None:
    labelled = first_value(fields, _INDEX_LABELS)
    if labelled is None or labelled.value is None:
        return None
    match = _INDEX.match(labelled.value)
    return Answer(match[0], INDEX, (labelled.start, labelled.end)) if match else None


def _source(fields: list[Field]) -> Answer[str] | None:
    labelled = first_value(fields, _SOURCE_LABELS)
    if labelled is None or labelled.value is None:
        return None
    value = labelled.value.split(" ")[0]
    if re.search(r"[\u4e00-\u9fffA-Za-z]", value) is None:
        return None
    return Answer(value, SOURCE, (labelled.start, labelled.end))
