"""Doubts about wording: words written twice, set phrases that are one character off, years that disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.reports.report import Metadata
from fzreview.reading.body import Layout
from fzreview.reading.repairs.flag import Flag
from fzreview.reading.repairs.rules import AS_CORE, LAST_YEAR, PARTICLE_TWICE, TWICE
from fzreview.text.sentences.marks import SENTENCE_ENDS, begin_behind

_DOUBLED: Final = re.compile("([\u4e00-\u9fff]{2})\\1")
_DOUBLED_PARTICLE: Final = re.compile(
    "的的|了了|在在|是是(?!非)|对对|和和(?!平)|将将|与与|及及(?!时)|，，|。。|、、|：：|；；"
)
_REDUPLICATED: Final = re.compile("[一三两][\u4e00-\u9fff]|[\u4e00-\u9fff]一")
_LIVELY: Final = frozenset(
    {
        "研究",
        "讨论",
        "商量",
        "学习",
        "锻炼",
        "宣传",
        "比较",
        "哪里",
        "谢谢",
        "常常",
        "人人",
        "处处",
        "事事",
        "层层",
        "非常",
    }
)
_LAST_YEAR: Final = re.compile("去年(?!同期|相比|底|末|的同|全年相)(?<![比较同与和超跟对]去年)")


class Slip(NamedTuple):
    """A form that careful text does not write."""

    rule: Rule
    pattern: str
    kind: str


def _slip(name: str, reason: str, pattern: str, kind: str, takes: str, leaves: str) -> Slip:
    rule = Rule(
        f"repair.{name}",
        reason,
        takes=(takes,),
        leaves=(leaves,),
        rare="A rule of grammar or the term that the genre writes most: careful text seldom slips.",
    )
    return Slip(rule, pattern, kind)


SLIPS: Final = (
    _slip(
        "normative-document",
        "规范性文件 is one word, with no other character inside.",
        "规范(?![性化的各类了和与、，])[\u4e00-\u9fff]文件",
        "source_typo",
        takes="清理⟦规范行文件⟧。",
        leaves="清理规范化文件。",
    ),
    _slip(
        "indefinite-number",
        "No 的 stands behind an indefinite number.",
        "(?:一些|有些|若干|许多|几个)的(?=[\u4e00-\u9fff])(?!确)",
        "source_typo",
        takes="存在⟦一些的⟧问题。",
        leaves="一些问题的确存在。",
    ),
    _slip(
        "need-as-noun",
        "What is needed is 必需的; 必须 goes before a verb.",
        "必须的(?=[\u4e00-\u9fff])",
        "source_typo",
        takes="提供⟦必须的⟧条件。",
        leaves="必须的。",
    ),
    _slip(
        "complement",
        "得, not 的, stands between a verb and its result.",
        "[做干办说写答管抓赢输判调走跑学用立审]的(?=公正|明白|好[,，。；]|清楚|扎实|到位|满意|透彻|漂亮|踏实|细致|公开|公平)",
        "source_typo",
        takes="工作⟦做的⟧扎实。",
        leaves="做的好事。",
    ),
    _slip(
        "input-method",
        "Characters of the same sound that an input method confused.",
        "依法行攻|行攻|法冶|政俯|建设设|工做|贯切|落实实(?![名际施践效事时业地处打])|按装|即然|再接再励",
        "source_typo",
        takes="推进⟦依法行攻⟧。",
        leaves="推进依法行政，落实实际。",
    ),
)
RULES: Final = tuple(slip.rule for slip in SLIPS)

# One pattern at a time: each finds its fixed characters by a plain search, an alternation of all cannot.
_SLIPS: Final = tuple((slip.rule, re.compile(slip.pattern), slip.kind) for slip in SLIPS)
_AS_CORE: Final = re.compile(
    "为(?:主体|核心|重点|主线|抓手|目标|统领|引领|依托|载体|牵引|契机|导向|根本)(?=[,，、的。；])"
)
_TAKING_FAR: Final = re.compile("[以把将]")
_TAKING_NEAR: Final = re.compile("(?<!工)作|[视定列确称是]")
_CLAUSE_BACK: Final = 60
_ENDS: Final = f"{SENTENCE_ENDS}\n"


def wording_flags(layout: Layout, metadata: Metadata) -> Iterator[Flag]:
    """Flags of the body's wording."""
    start, end = layout.body
    text = layout.text
    for match in _DOUBLED.finditer(text, start, end):
        if match[1] not in _LIVELY and not _REDUPLICATED.fullmatch(match[1]):
            yield Flag(TWICE, match.start(), match.end(), "doubled_word", match[1])
    for match in _DOUBLED_PARTICLE.finditer(text, start, end):
        yield Flag(PARTICLE_TWICE, match.start(), match.end(), "doubled_word", match[0][0])
    for rule, pattern, kind in _SLIPS:
        for match in pattern.finditer(text, start, end):
            yield Flag(rule, match.start(), match.end(), kind)
    for match in _AS_CORE.finditer(text, start, end):
        clause = begin_behind(text, _ENDS, max(start, match.start() - _CLAUSE_BACK), match.start())
        near = begin_behind(text, "，,", clause, match.start())
        if not _TAKING_FAR.search(text, clause, match.start()) and not _TAKING_NEAR.search(
            text, near, match.start()
        ):
            yield Flag(AS_CORE, near, match.end(), "source_missing_word")
    if _tells_its_own_year(metadata):
        for match in _LAST_YEAR.finditer(text, start, end):
            yield Flag(LAST_YEAR, match.start(), match.end(), "year_conflict")


def _tells_its_own_year(metadata: Metadata) -> bool:
    """Whether 去年 cannot mean the year reported on: the report was signed or published within that year."""
    told = metadata.sign_date or metadata.publish_date
    return metadata.year is not None and (told is None or told.startswith(str(metadata.year)))
