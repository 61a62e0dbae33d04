"""Rates, shares and sums that do not tell what they are of."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import words
from fzreview.reading.figures.subjects.actors import deed_at
from fzreview.reading.figures.subjects.antecedent import EXPLICIT, Antecedent, Resolved
from fzreview.reading.figures.subjects.changes import unchanged
from fzreview.reading.figures.subjects.measures import thing_measured
from fzreview.reading.figures.subjects.objects import object_of
from fzreview.reading.figures.subjects.phrases import is_predicate, joined
from fzreview.reading.figures.subjects.verbs import ASIDE, NOUN_ENDINGS, TAKEN_IN, VERBS
from fzreview.reading.figures.subjects.word_classes import CONCERNS, GROWTH, RATES, REMARKS, SHARES

_OF_PEOPLE: Final = frozenset(
    words("再犯罪 重新犯罪 脱管 漏管 脱漏管 息诉罢访 掌上可办 网上可办 案结事了 服判息诉 一次性化解")
)
"""What rates of people and procedures tell, not of whom."""
_MEASURES: Final = ("满分", "总分", "扣分", "得分", "时长", "标准", "费用", "经费")
"""Measures that no rate is the rate of."""
_BARE_MEASURE: Final = re.compile(
    "(?:直接|间接)?(?:经济|财产)?损失|(?:涉案|涉及)?金额|(?:死亡|受伤|涉案|涉及|参与)?人数|起数|件数|宗数|户数"
)
_CASES: Final = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:案件|事故|案)(?:起数|件数|数量|数)?\Z")
_AFTERWARDS: Final = re.compile("^(?!经)[\u4e00-\u9fff]{2,6}后(?=[\u4e00-\u9fff]{2}率)")
"""After what the rate was taken: 人工复核后有效率."""
_MANNER: Final = re.compile(
    "^(?:综合|直接|到期|限期|平均|总体|首次|最终|当年|当期|按期|按时|及时|依法|一次性?|年)"
)
"""How or when a rate was reached, before what was done."""
_SHORT_RATES: Final = ("率", "率均", "率都", "比例", "占比", "比重")
_PROCEEDINGS: Final = re.compile(
    "行政争议|(?:行政|劳动人事|劳动争议|人民|民事)?(?:复议|诉讼|应诉|仲裁|裁决|调解)|案件|纠纷"
)
_LONGEST_PROCEEDINGS: Final = 8
"""Characters of a head that goes before a rate as it stands; of a longer one only the proceedings do."""
_ANY_CASES: Final = ("案件", "受理案件", "纠纷", "争议", "申请")
"""Heads that tell of no proceedings: those of the body that acts are meant (仲裁院受理案件)."""
_OF_SO_MANY: Final = re.compile("每[百千万]人口?(?:拥有|配有|有)")
"""每千人拥有: how many of the things told before there are for so many people."""
_SEEN: Final = ("点击", "浏览", "播放", "阅读", "转发", "关注")
"""What is counted of things published: of the last of a row."""
_ANSWERED: Final = ("回复", "答复", "反馈", "采纳", "整改", "落实", "办结")
_FOUND: Final = ("查出", "发现", "检出", "查获")
_PAPERS: Final = ("建议", "建议书", "意见书", "提示函", "督办函", "通知书", "监督书", "函")
"""Papers that ask for an answer: of them a rate of answers is."""
_LINE: Final = re.compile("[“”0-9\u4e00-\u9fff]{2,12}?(?:热线|专线|专席|客服)(?=接听|接到|接收|受理)")
_OF_LINES: Final = re.compile("(?:电话)?(?:接通|接听|应答|接起)率")
"""How often a line is answered is told of the line, not of the calls: “12348”热线接听来电，接通率98%."""
_OUTCOMES: Final = ("调解", "和解", "纠错", "撤销", "维持", "履行", "化解", "调处", "审结", "办结", "结案")
"""How proceedings end: a rate of them is that of the proceedings told before."""
_EXTREME_OF_ONE: Final = re.compile("(?:时间)?最[长短高低大小久多少]的(?:历时|用时|耗时)?|单笔最[高大低小]")
"""最长的一起历时26年: of one of the things told before."""
_COUNTED_IN: Final = ("天数", "件数", "户数", "人数", "数量", "次数", "面积", "比例")
"""What a number is counted in: 优良天数312天,优良率85.5% are the days and the rate of the same."""
_NO_THINGS: Final = ("事项", "业务", "件", "任务")
"""Nouns that only tell with their verb what was counted: 代办事项满意率."""
_DEEDS: Final = VERBS - NOUN_ENDINGS


def is_bare_rate(left: str) -> bool:
    """合格率, 满意率, 参考率及优秀率: rates that do not tell what they are rates of."""
    found = RATES.search(left)
    if found is None:
        return False
    of = _MANNER.sub("", _AFTERWARDS.sub("", left[: found.start()] + "率").removesuffix("率"))
    if len(of) <= 2 and found.group()[:2] in _SHORT_RATES:
        return True
    return not of or of in _OF_PEOPLE or is_predicate(of) or _short_pair(left)


_ACTUAL: Final = ("实际", "实有")
"""实际到会305人，到会率95.9%: the rate has the name of the deed alone."""


def rate_of(left: str, antecedent: Antecedent) -> Resolved:
    """The rate ``left`` of what the antecedent counts; explicit where it is the rate of something else."""
    measured = thing_measured(antecedent.base)
    if measured:
        return Resolved(joined(measured, left))
    if _is_rated_itself(antecedent) or _names_find(left, antecedent):
        return EXPLICIT
    left = _AFTERWARDS.sub("", left)
    head = antecedent.joint or antecedent.head
    if head in _NO_THINGS:
        head = antecedent.base
    known = _of_publications_lines_or_proceedings(left, head, antecedent)
    if known:
        return Resolved(joined(known, left))
    head = _taken_part_in(antecedent) or head
    actual = antecedent.left.startswith(_ACTUAL) and antecedent.left[2:].startswith(left[:-1])
    if actual or _names_deed(left, head):
        return EXPLICIT
    if head.endswith("应" + left[:2]):
        return Resolved(head[:-3] + left)
    return Resolved(joined(_without_deed_of(left, _tried(left, head, antecedent)), left))


def _is_rated_itself(antecedent: Antecedent) -> bool:
    """Whether the antecedent is a rate or a measure, of which there is no rate."""
    return RATES.search(antecedent.head) is not None or antecedent.head.endswith(_MEASURES)


def _of_publications_lines_or_proceedings(left: str, head: str, antecedent: Antecedent) -> str:
    """What a rate that only such things have is the rate of; empty where it is any other rate."""
    if left.startswith(_SEEN):
        return object_of(antecedent.subject)
    line = _LINE.match(antecedent.base)
    if line is not None and _OF_LINES.fullmatch(left):
        return line.group()
    proceedings = _proceedings(head, antecedent.base)
    if proceedings is not None and _MANNER.sub("", left).startswith(_OUTCOMES):
        return proceedings.group()
    return ""


def _taken_part_in(antecedent: Antecedent) -> str:
    """The event behind 参加: 参加考试1.2万人，合格率98%."""
    scored = RATES.search(antecedent.left) or antecedent.left.endswith("分")
    return (antecedent.base if scored else antecedent.subject).partition("参加")[2]


def _tried(left: str, head: str, antecedent: Antecedent) -> str:
    """What a rate of success is the success of: the deed told last, or what was told before it."""
    told = antecedent.left
    if told[:2] == left[:2] and antecedent.subject.endswith(told) and antecedent.subject != told:
        head = antecedent.subject[: -len(told)]
    if not left.startswith("成功"):
        return head
    tried = told.removesuffix("成功")
    if tried != told and is_predicate(tried):
        return joined(head, tried)
    return head if antecedent.verb in TAKEN_IN else antecedent.base


def _without_deed_of(left: str, head: str) -> str:
    """The thing without the deed that the rate names again: 采纳建议 and 采纳率 make 建议采纳率."""
    if left[:2] in head[1:] and head.endswith(_COUNTED_IN):
        head = head[: head.rfind(left[:2])]
    if head.startswith(left[:2]):
        return head[2:]
    if left[:2] in _DEEDS and left[:2] in head:
        done = head[head.rfind(left[:2]) + 2 :]
        return done if len(done) > 1 and not is_predicate(done) else head
    return head


def _names_find(left: str, antecedent: Antecedent) -> bool:
    """查出违规外联14起，违规率: the rate names what was found itself."""
    found = RATES.search(left)
    of = left[: found.start()] if found is not None else ""
    return len(of) > 1 and antecedent.base.startswith(_FOUND) and of in antecedent.base


def _proceedings(head: str, base: str) -> re.Match[str] | None:
    """The proceedings of a long head; those of the body that acts where the head only says 案件."""
    if len(head) > _LONGEST_PROCEEDINGS and not head.endswith("案"):
        return _PROCEEDINGS.search(head)
    return _PROCEEDINGS.search(base, 0, deed_at(base)) if head in _ANY_CASES else None


def measure_changed(left: str, antecedent: Antecedent) -> str:
    """损失下降 behind 诈骗案件下降 is 诈骗损失下降; empty where no bare measure changes."""
    measure = _BARE_MEASURE.match(left)
    if measure is None or not GROWTH.match(left[measure.end() :]):
        return ""
    concerns = antecedent.left.startswith(CONCERNS)
    base = antecedent.head if concerns else unchanged(antecedent)
    if _BARE_MEASURE.fullmatch(base):
        return left
    return joined(_CASES.sub("", base), left)


def lacks_thing(left: str) -> bool:
    """平均, 每期, 户均, 再审: beginnings with nothing behind them that could be counted."""
    if "最" in left and _EXTREME_OF_ONE.fullmatch(left):
        return True
    if not left.startswith(SHARES):
        return False
    word = next((word for word in SHARES if left.startswith(word)), "")
    if not word:
        return False
    rest = left[len(word) :]
    return (
        not rest
        or (rest[0] == "每" and len(rest) <= 3)
        or (word == "每" and (len(left) <= 4 or _OF_SO_MANY.fullmatch(left) is not None))
        or rest in VERBS
        or rest in ASIDE
        or GROWTH.match(rest) is not None
    )


def _names_deed(left: str, head: str) -> bool:
    """考核通过率, 罚款金额: the rate tells of which deed it is, and the antecedent is another one."""
    if _short_pair(left):
        return False
    found = RATES.search(left)
    of = left[: found.start()] if found is not None else ""
    rate = 1 if found is not None and found.group()[:2] in _SHORT_RATES else len(left) - len(of)
    if 2 * len(of) + rate < 6 or of.endswith("成功") or left.startswith(REMARKS):
        return False
    deed = of[:2]
    if deed in _ANSWERED and head.endswith(_PAPERS):
        return False
    if deed in _OUTCOMES and _PROCEEDINGS.search(head):
        return False
    return deed in VERBS and deed != "回访" and (deed not in head or head.endswith(deed))


def _short_pair(left: str) -> bool:
    """参考率及优秀率: coordinated rates that say nothing of what they are rates of."""
    parts = left.replace("、", "及").replace("和", "及").split("及")
    return len(parts) > 1 and all(len(part) <= 4 for part in parts)
