"""A number with its noun behind it, and the antecedent that the wordings on both sides make it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fzreview.language.words import words
from fzreview.reading.figures.subjects.adverbials import MOVED, Fronted, without_adverbial
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.context import Context
from fzreview.reading.figures.subjects.explicit import explicit
from fzreview.reading.figures.subjects.gapping import made_at_end
from fzreview.reading.figures.subjects.objects import noun_of, object_of
from fzreview.reading.figures.subjects.phrases import is_predicate, starts_predicate, verb_in
from fzreview.reading.figures.subjects.predicates import opening_verb, source_of
from fzreview.reading.figures.subjects.verbs import NOUN_ENDINGS, VERBS, verb_at
from fzreview.reading.figures.subjects.word_classes import REMARKS
from fzreview.reading.figures.subjects.wordings import Counted
from fzreview.text.sentences.clauses import Clause

_OF_DOCUMENTS: Final = (*REMARKS, "明确")
"""印发工作要点，明确7个方面: what a document says, behind a clause that only tells of the document."""
TOLD_OF_ALL: Final = re.compile("(?:全部|均|都|全程)(?=[\u4e00-\u9fff]{2})")
"""“两客一危”车辆325辆全部纳入监管: the number is told of the thing, whatever was done with all of it."""
_TOWARDS: Final = re.compile(
    "(?:\\A[对向为]|(?:\\A|分别|先后|下[放沉]|延伸|覆盖)到)(?:全[国省市区县镇州]|辖区)?\\Z"
)
_ONWARDS: Final = re.compile("(?<=[\u4e00-\u9fff)）])[对向](?![外口象照接应标比导])")
"""What is done with those counted, behind their noun: 到16个村对调解员进行培训."""
_ABOUT_EXAMPLES: Final = ("就", "围绕", "针对", "对")
"""What stands behind is what it was about, whatever verbs it holds: 就电梯加装等4个事项召开听证会."""
_WHOM: Final = re.compile(
    "(?:\\A|(?<=[\u4e00-\u9fff]))对(?![外口象照接应标比])(?P<which>[^,，。;；]{2,40}的)(?:近|约|逾)?\\Z"
)
"""To those of whom the wording tells which they are: 对执法不规范的3家单位发出意见书."""
_TREATED: Final = re.compile(
    "(?<=[\u4e00-\u9fff])(?:逐[一件项个户]|进行|予以|给予|加以|实施|开展|依法|集中|分别)"
)
"""Where what was done with them begins, behind their noun."""
_COMPOSED: Final = ("组成的", "构成的", "参与的")
"""Ends of a remark on who is among those counted, which is left out."""
_LONGEST_WHICH: Final = 8
_INSIDE: Final = re.compile(
    "(?P<thing>[\u4e00-\u9fff]{2,10}?)(?:上(?![市级报门])|中(?![心小等学央医])|内(?![部容])|里(?!程))"
)
"""In what it was done, behind 在: 在24项职责上作出界定."""
_LONGEST_PREDICATION: Final = 16
"""Characters of a subject that still tells what was done with those counted."""
_IDLE: Final = re.compile(
    "(?:努力)?(?:力争|确保|争取|保证|实现|要使)(?:(?:到|在)?[^,，。;；]{0,4}(?:年[底末内]?|[年月]底)前?)?"
    "|全国|全系统|[省市州县区]本级|[省市县区]政府|(?:省市县?|市县|县乡)(?:[两三]级)?"
)
"""Goals and places before those counted, when what they do is told behind: 确保85%的乡镇设立岗位."""
_ABOUT: Final = frozenset(
    words("围绕 针对 聚焦 就 从 结合 紧扣 紧盯 瞄准 面向 利用 运用 通过 借助 依托 按照 根据 借鉴")
)
_LONGEST_NOUN: Final = 14
_LONGEST_REMARK: Final = 5
_LONGEST_LEAD: Final = 10
_LONGEST_NAME: Final = 14


@dataclass(slots=True)
class Prenominal:
    """A number and what stands around it in its clause and before."""

    figure: Counted
    clause: Clause
    last: Antecedent | None
    raw: str
    right: str
    context: Context
    left: str
    theme: str
    remarks: bool = False
    before: str = ""
    """What the sentence was about before."""


def about_what(left: str) -> bool:
    """Whether those counted are what something was done about, from or by way of."""
    return left in _ABOUT


def trim(seen: Prenominal, spoken: bool) -> None:
    """Leave what does not belong to the subject out of the wording before the number."""
    trimmed = seen.raw.rstrip()
    left = without_adverbial(Fronted(seen.left, trimmed, seen.figure, seen.right))
    source = source_of(left)
    if source is not None:
        seen.theme = seen.theme or left[: source.start()]
        left = left[: source.start()] + ("原有" if "原" in source.group() else "")
    examples = left.endswith("等") or trimmed.endswith("等")
    names = spoken and "、" in left and not trimmed.endswith("的") and _are_names(left)
    if examples or (names and not starts_predicate(seen.right)):
        left = (_before_examples(left) if examples else "") or opening_verb(left)
    elif trimmed.endswith("的") and left and not trimmed.endswith(_COMPOSED):
        left += "的"
    if _says_nothing(left, seen):
        left = ""
    seen.left = left
    seen.before = seen.last.head if seen.last is not None else seen.context.context(seen.clause)
    remarks = REMARKS if seen.last is not None else _OF_DOCUMENTS
    seen.remarks = len(left) <= _LONGEST_REMARK and left.startswith(remarks) and left[-1:] != "的"


def _says_nothing(left: str, seen: Prenominal) -> bool:
    """确保, 全国 and 完成 before those counted whose deed is told behind them."""
    right = seen.right
    if left == "完成":
        return len(right) > 3 and verb_at(right, len(right) - 2)
    return _IDLE.fullmatch(left) is not None and (seen.figure.kind == "percent" or verb_in(right))


def of_both_sides(seen: Prenominal) -> Antecedent:
    """The wordings on both sides of the number."""
    subject, raw = seen.left + seen.right, seen.raw.strip()
    towards = len(subject) > _LONGEST_PREDICATION and _TOWARDS.search(seen.left or seen.raw)
    if towards or (seen.figure.kind == "count" and MOVED.search(seen.raw.rstrip(" 近约逾超"))):
        noun = noun_of(_ONWARDS.split(seen.right, maxsplit=1)[0])
        if len(noun) <= _LONGEST_NOUN:
            return explicit(seen.figure, seen.clause, seen.left, noun, noun, seen.theme)
    if seen.left.endswith("对") and seen.left != "对" and "的" in seen.right:
        noun = seen.right.partition("的")[0]
        return explicit(seen.figure, seen.clause, seen.left, noun, noun, seen.theme)
    whom = _WHOM.search(raw) if len(subject.removeprefix("对")) > _LONGEST_PREDICATION else None
    if whom is not None:
        noun = noun_of(_TREATED.split(seen.right, maxsplit=1)[0])
        if len(noun) <= _LONGEST_NOUN:
            told = whom["which"] + noun if len(whom["which"]) <= _LONGEST_WHICH else noun
            return explicit(seen.figure, seen.clause, seen.left, told, noun, seen.theme)
    inside = _INSIDE.match(seen.right) if raw.startswith("在") else None
    if inside is not None and verb_in(seen.right[inside.end() :]):
        noun = inside["thing"]
        return explicit(seen.figure, seen.clause, seen.left, noun, noun, seen.theme)
    if about_what(raw):
        noun = noun_of(seen.right)
        told = noun
        if seen.context.last_of(seen.clause, seen.figure):
            told = seen.right if len(raw) == 1 else subject
        return explicit(seen.figure, seen.clause, raw, told, noun, seen.theme)
    treated = seen.left.startswith("对")
    head = noun_of(_TREATED.split(seen.right, maxsplit=1)[0] if treated else seen.right)
    met = starts_predicate(seen.right) and "参加" not in seen.right and seen.left[-2:] not in VERBS
    if seen.left and not treated and met:
        head = object_of(seen.left)
    elif seen.left.endswith("的") and "参加" not in seen.right:
        head = noun_of(seen.right)
    elif seen.left and not treated:
        head = object_of(seen.right if is_predicate(seen.left) else subject)
    row = explicit(seen.figure, seen.clause, seen.left, subject, head, seen.theme)
    return row.but(verb=row.verb or made_at_end(seen.left))


def _before_examples(left: str) -> str:
    """涉及公安、自然资源等 → 涉及: what the examples of a row are the objects of."""
    if left.startswith(_ABOUT_EXAMPLES):
        return ""
    row = left.find("、")
    verb = next((at for at in range(row - 4, -1, -1) if verb_at(left, at)), -1) if row > 0 else -1
    if not 0 <= verb <= _LONGEST_LEAD or left[verb : verb + 2] in NOUN_ENDINGS:
        return ""
    return left[: verb + 2]


def _are_names(left: str) -> bool:
    """晓庄、柳河两个…: short names in a row."""
    return all(len(part) <= _LONGEST_NAME for part in left.split("、"))
