"""Who reports, and of which place: read from sign-off, title, page fields and lead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from fzreview.reading.lines import Line
from fzreview.reading.metadata.answers import Answer
from fzreview.reading.metadata.fields import Field, first_value
from fzreview.reading.metadata.rules import (
    ISSUER_OF_PAGE,
    ISSUER_OF_PLACE,
    ISSUER_OF_SITE,
    ISSUER_OF_TITLE,
    ISSUER_SIGNED,
    REGION_OF_ISSUER,
    REGION_OF_LEAD,
    REGION_OF_TITLE,
)
from fzreview.reading.signoff import signing_authorities, split_signature
from fzreview.reading.titles import YEAR

_ORGAN: Final = (
    r"人民政府办公[室厅]|人民政府|政府办公室|政府|管理委员会|管委会|[\u4e00-\u9fff]{2,14}委员会|街道办事处|办事处|[\u4e00-\u9fff]{2,14}[局厅]|"
    r"[\u4e00-\u9fff]{2,10}办公室|[\u4e00-\u9fff]{2,8}委|检察院|法院|[\u4e00-\u9fff]{1,8}(?:(?<!全)部|署|海关|[总支大]队|中心|大学|集团|公司)"
)
_TITLE_ISSUER: Final = re.compile(
    rf"^(?P<name>[\u4e00-\u9fff（）()、]{{0,24}}?(?:{_ORGAN}))(?=\s?(?:关于|{YEAR}|年度|法治|依法|党组|工作|的?报告|20|“|《|\d))"
)
_JOINT: Final = re.compile(r"[ \u3000、和]+")
_PARTY: Final = re.compile(
    r"中共|中国共产党|^[^政府]*党(?:委|工委|组|委会)|^[\u4e00-\u9fff]{1,6}[省市县区州旗镇乡]委$"
)
_TITLE_HEAD: Final = re.compile(rf"^(?P<names>[^《》“”，。]{{4,60}}?)(?=关于|{YEAR})")
_PLACE: Final = (
    r"(?:[\u4e00-\u9fff]{2,4}(?:省|自治区|特别行政区))?(?:[\u4e00-\u9fff]{2,8}?(?:自治州|市(?!场)|[州盟]|地区))?"
    r"(?:[\u4e00-\u9fff]{1,10}?(?:自治县|自治旗|新区|开发区|高新区|示范区|实验区|管理区|林区|[县区旗]|市(?!场)))?(?:[\u4e00-\u9fff]{1,6}(?:街道|[镇乡]))?"
)
_PLACE_HEAD: Final = re.compile(rf"^(?P<place>{_PLACE})")
_PLACE_TITLE: Final = re.compile(
    rf"^(?P<place>{_PLACE})(?=\s?(?:关于)?\s?(?:{YEAR}|年度|法治|依法|政府|全面))"
)
_BEFORE_PLACE: Final = re.compile(rf"^(?:关于|对)?[《“]?(?:{YEAR}年?(?:度|全年)?)?")
_BRACKETED: Final = re.compile(r"[（(](?P<place>[\u4e00-\u9fff]{2,16})[)）]\s*$")
_ZONE: Final = re.compile("(?:新区|开发区|高新区|示范区|管理区|度假区|实验区|园区)$")
_LEAD_PLACE: Final = re.compile(
    rf"(?:{YEAR}年(?:度|以来)?[,，]?|^|。)(?P<place>{_PLACE})(?=法治|认真|坚持|深入|在|以|全面|按照|紧紧|人民政府|政府|党委)"
)
_OF_A_PICTURE: Final = re.compile(
    r"(?:一图(?:读懂|看懂|速览|速读|了解|解读|回顾)|一张图[读看]懂|数[读说]|图解|图说|图读|长图|海报)[\s丨|｜︱:：!！·—-]*《?"
)
"""What stands before the title of a report that is told as a picture: 一图读懂丨清河县…."""
_ISSUING_LABELS: Final = (
    "发布机构",
    "发文机关",
    "发文机构",
    "制发机关",
    "发布机关",
    "发布单位",
    "发文单位",
    "公开主体",
    "公开单位",
    "责任部门",
)
_NO_PLACE: Final = re.compile(
    "^(?:本|我|全|各|该|省|市|县|区|州|旗)*[市县区省州旗]?$|^(?:自治区|新区|开发区)$"
)
_NAMELESS: Final = frozenset({"政府", "人民政府", "委员会", "办公室", "管委会"})
_DEPARTMENT: Final = re.compile("我[局厅委办院]|本[局厅委办院]")
_BREADCRUMB_HOST: Final = re.compile(r"([\u4e00-\u9fff]{2,16}人民政府)(?:门户)?(?:网站|网)")


def named_title(title: str) -> str:
    """The title from where it may name a place or an authority."""
    told = _OF_A_PICTURE.match(title)
    return title[told.end() :] if told is not None else title


def signed_issuer(lines: Iterable[Line]) -> Answer[str] | None:
    """The authority that the sign-off names; the parts of one on two lines are not joined."""
    signed = [(issuer, line) for line in lines if (issuer := split_signature(line.text)[0])]
    name = reporting([name for issuer, _ in signed for name in signing_authorities(issuer)])
    return None if name is None else Answer(name, ISSUER_SIGNED, (signed[0][1].start, signed[-1][1].end))


def reporting(names: list[str]) -> str | None:
    """Which of the authorities of a joint report counts as its issuer: the last that is no party committee.

    The report is the government's; where only the party's committee signs, it is that.
    """
    return next((name for name in reversed(names) if not _PARTY.search(name)), names[-1] if names else None)


def titled_issuer(title: str) -> str | None:
    """The authority at the head of the title, the government's where it heads a joint report."""
    head = _TITLE_HEAD.match(title)
    names = [name for name in _JOINT.split(head["names"]) if name] if head else []
    if len(names) > 1 and any(map(_PARTY.search, names)):
        return reporting(names)
    match = _TITLE_ISSUER.match(title.removeprefix("关于").lstrip("《"))
    if match is None or match["name"] in _NAMELESS:
        return None
    return "国务院" if match["name"].endswith("国务院政府") else match["name"]


def title_place(title: str) -> str | None:
    """The place at the head of the title or in brackets at its end."""
    plain = _BEFORE_PLACE.sub("", title)
    for pattern in (_PLACE_TITLE, _BRACKETED):
        match = pattern.search(plain)
        if match and match["place"] and not _NO_PLACE.match(match["place"]):
            return match["place"]
    return None


def place_of(name: str) -> str | None:
    """The place in the name of an authority: 甲市乙区人民政府 → 甲市乙区."""
    match = _PLACE_HEAD.match(name)
    place = match["place"] if match else ""
    return place if place and not _NO_PLACE.match(place) else None


def host_issuer(lines: Iterable[Line]) -> Answer[str] | None:
    """The government whose web site a breadcrumb names."""
    for line in lines:
        match = _BREADCRUMB_HOST.search(line.text)
        if match:
            return Answer(match[1], ISSUER_OF_SITE, (line.start + match.start(1), line.start + match.end(1)))
    return None


def find_issuer(
    title: str | None, signed: Answer[str] | None, fields: list[Field], before: list[Line], body: str
) -> Answer[str] | None:
    """The issuer, from the surest to the least sure place; None where only a guess would be left.

    ``title`` is the title without words of spam: one that begins with a bare 人民政府 has lost its place.
    """
    if signed:
        return signed
    if title:
        if title.startswith("人民政府"):
            return None
        titled = titled_issuer(title)
        if titled:
            return Answer(titled, ISSUER_OF_TITLE)
        place = title_place(title)
        if place and not _DEPARTMENT.search(body):
            government = _government_of(place, body)
            return None if government is None else Answer(government, ISSUER_OF_PLACE)
    labelled = first_value(fields, _ISSUING_LABELS)
    if labelled is not None and labelled.value is not None:
        return Answer(labelled.value, ISSUER_OF_PAGE, (labelled.start, labelled.end))
    return host_issuer(before)


def find_region(title: str | None, issuer: Answer[str] | None, body: Line) -> Answer[str] | None:
    """The place reported on, as the text writes it."""
    if issuer is not None and (place := place_of(issuer.value)):
        return Answer(place, REGION_OF_ISSUER, issuer.place)
    if title and (place := place_of(title) or title_place(title)):
        return Answer(place, REGION_OF_TITLE)
    match = _LEAD_PLACE.search(body.text[:300])
    if match and match["place"] and not _NO_PLACE.match(match["place"]):
        start, end = match.span("place")
        return Answer(match["place"], REGION_OF_LEAD, (body.start + start, body.start + end))
    return None


def _government_of(place: str, body: str) -> str | None:
    if _ZONE.search(place):
        return place + "管委会" if "管委会" in body or "管理委员会" in body else place + "管理委员会"
    if place.endswith(("街道",)):
        return place + "办事处"
    return place + "人民政府" if place[-1] in "省市县区州旗镇乡" else None
