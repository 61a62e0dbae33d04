"""The first number of its clause with a mark behind it: 受理案件195件, or a clause that is elliptical."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.language.words import words
from fzreview.reading.figures.subjects.antecedent import Antecedent, Resolved
from fzreview.reading.figures.subjects.changes import unchanged
from fzreview.reading.figures.subjects.clause_final_bare import BARE
from fzreview.reading.figures.subjects.cleaning import clean_left
from fzreview.reading.figures.subjects.context import Context
from fzreview.reading.figures.subjects.edges import DATE
from fzreview.reading.figures.subjects.ellipsis import resolve
from fzreview.reading.figures.subjects.explicit import EMPTY_VERBS, explicit
from fzreview.reading.figures.subjects.final_clause import FinalNumber, of_own_clause
from fzreview.reading.figures.subjects.frames import Frame, first_fit, rules_of
from fzreview.reading.figures.subjects.measures import is_measure
from fzreview.reading.figures.subjects.members import MEMBERS
from fzreview.reading.figures.subjects.phrases import is_predicate, joined, took_part
from fzreview.reading.figures.subjects.predicates import source_of
from fzreview.reading.figures.subjects.procedures import is_cut, is_measure_of_procedure, names_measure
from fzreview.reading.figures.subjects.verbs import DEEDS, verb_at
from fzreview.reading.figures.subjects.word_classes import BEFORE, CHANGED, CONCERNS, STAGE
from fzreview.reading.figures.subjects.wordings import Counted
from fzreview.text.sentences.clauses import Clause

_HELD_AGAINST: Final = re.compile(r"[ 　]*(?P<told>(?:是|为|相当于)[^,，。;；]{2,16})的[近约逾超]?[ 　]*")
_OF: Final = re.compile(r"的(?:近|约|逾|超|超过|将近|大约)?[ 　]*\Z")
_ACTUAL: Final = re.compile(r"实际(?:达到|完成|建成|执行|开工|投产)(?=了?\Z)")
_STOCK: Final = re.compile(
    r"(?:现有|实有|实际|尚有|现存|目前有|剩余|余下|尚余)?(?:在册|在岗|在矫|在编|存量)?(?=[ 　]*\Z)"
    r"(?<=[有存余下册岗矫编量])"
)
_STATES: Final = words("实有 现有 剩余 余下 尚余 在册 在编 在岗 存量 期末实有 结转 在办 在审 未结")
"""What is there, of what was done before: its parts are not what was done (新登记…, 实有…, 其中…)."""
_DIGIT: Final = re.compile("[0-9０-９]")
_WHEN: Final = re.compile(f"[首前][轮次期批]|最初|年初|过去|当时|{BEFORE}|{DATE}")
_PERIOD: Final = re.compile(
    rf"(?:[是为]|相当于|等于)(?P<when>{DATE}|“[^“”]{{2,4}}”(?:时期|期间)|[上去]年同期|同期)[ 　]*\Z"
)
_PACE: Final = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?:增速|增幅|涨幅|降幅|增长|下降)(?:最[快大高多慢小]|较[快大])\\Z"
)
"""How fast something grew, before the two ends of the change: 争议增速最快，由…增加到."""
_THAT_VALUE: Final = re.compile(
    "[这该]一?(?:数字|数据|比例|比率|指标|数值)(?:则|还|仍|尚)?(?:[是为达]|仅为|只有|高达)?[ 　]*\\Z"
)
_WHICH: Final = re.compile(r"的(?:已|还|共|达|只|仅|就|约)?有?[ 　]*\Z")
_WHO_DID: Final = words("没有 未 从未 经常 很少 不 已 创 超 仍 尚 全部 部分 基本 达成 存在 属于 符合 缺乏")
_LONGEST_WHICH: Final = 16
_OF_PROCEDURES: Final = ("材料", "环节", "时限", "时间", "流程", "次数", "表单")
"""What becomes less of the procedure that the clause before names: 推出“一件事”，材料由23份精简到8份."""
_LONGEST_OF_THEME: Final = 4
"""Characters of what has changed that still needs the theme before it."""
_SHORT: Final = 8
_HAS: Final = re.compile("[ 　]*(?:全系统|全[国省市区县州镇乡局院]|目前|现)有(?![效关限序利])")
"""The clause has a verb of its own: 聘请顾问2名，全系统有公职律师3名."""
_LONGEST_KIND: Final = 4
"""Characters of a kind that goes on behind a semicolon: 公安12件，占40%；自然资源8件."""


def clause_final(
    figure: Counted, clause: Clause, last: Antecedent | None, raw: str, context: Context
) -> Antecedent:
    """The antecedent that the first number of its clause becomes; ``raw`` stands before it in its clause."""
    label = context.label(clause) if clause.opened == ":" and not raw.strip() else None
    if label is not None:
        return clause_final(figure, label, last, context.told(label), context).but(clause=clause)
    left = _wording(figure, raw)
    part = (
        "其中" in raw[:6]
        or context.follows_of_which(clause)
        or clause.opened == "("
        or _goes_on(figure, clause, last, left)
    )
    parent = last
    if (
        last is None
        or (STAGE.match(left) and context.clause_before(clause, bare=True))
        or context.begins_anew(clause)
    ):
        parent = _implied(figure, clause, context) or last
        part = part or context.among(clause)
    theme = last.theme if last is not None else ""
    seen = FinalNumber(figure, clause, last, raw, context, left, theme, part, parent)
    told = first_fit(_FRAMES, seen, figure)
    return told if told is not None else of_own_clause(seen)


def _wording(figure: Counted, raw: str) -> str:
    """The wording before the number, empty where it names no thing."""
    held = _HELD_AGAINST.fullmatch(raw) if figure.kind in ("ratio", "percent") else None
    actual = _ACTUAL.search(raw)
    left = actual.group() if actual is not None else clean_left(raw)
    left = held["told"] if held is not None else left
    if left in EMPTY_VERBS:
        return ""
    return left + "的" if _OF.search(raw) and left.startswith(("为", "是", "相当于")) else left


def _stock(seen: FinalNumber) -> Antecedent | None:
    last = seen.last
    stock = _STOCK.search(seen.raw) if not seen.left or seen.left in _STATES else None
    if stock is None or last is None or not last.head or seen.figure.unit != last.unit:
        return None
    subject = joined(last.head, stock.group())
    return last.but(clause=seen.clause, end=seen.figure.end, left=stock.group(), subject=subject, verb="")


def _from(seen: FinalNumber) -> Antecedent | None:
    source = source_of(seen.left)
    if source is None:
        return None
    head = seen.left[: source.start()].removeprefix("将").removeprefix("把")
    theme = seen.theme
    if seen.last is not None and names_measure(head) and not tells_measure(seen.last):
        theme = theme or seen.last.head
        head = joined(theme, head)
    else:
        resolved = None
        mean = head.startswith("平均") and is_measure(head)
        if mean and seen.last is not None and seen.last.base.endswith(head[2:4]):
            head = seen.last.base + head
        elif head and seen.parent is not None and not mean:
            resolved = resolve(head, seen.figure, seen.clause.opened, seen.parent, seen.part)
        head = resolved.subject if resolved is not None else head
        if head in _OF_PROCEDURES and seen.last is None and seen.parent is not None:
            head = joined(seen.parent.head, head)
        if theme and len(head) <= _LONGEST_OF_THEME:
            head = joined(theme, head)
        if not head:
            parent = seen.parent
            head = parent.head if parent is not None else seen.context.clause_before(seen.clause, bare=True)
    head = _PACE.sub("", head)
    theme = theme or _of_what(head)
    row = explicit(seen.figure, seen.clause, seen.left, head + _since(source.group()), head, theme)
    return row.but(base=head, compared=True)


def tells_measure(last: Antecedent) -> bool:
    """Whether the antecedent itself only tells a measure of procedures, or by how much one was cut."""
    return is_measure_of_procedure(last.base) or is_cut(last.head)


def _of_what(head: str) -> str:
    """The procedure whose papers have changed: “一件事” of “一件事”涉及的申请材料."""
    thing, involved, measure = head.partition("涉及的")
    return thing if involved and measure.endswith(_OF_PROCEDURES) else ""


def _since(source: str) -> str:
    """由, 由法定的: where a change began, the time of it left out."""
    return source[0] if _DIGIT.search(source) or _WHEN.search(source) else source


def _other_period(seen: FinalNumber) -> Antecedent | None:
    last = seen.last
    period = _PERIOD.match(seen.raw) if last is not None and seen.figure.unit == last.unit else None
    if period is None or last is None:
        return None
    subject = period["when"] + unchanged(last)
    return last.but(clause=seen.clause, end=seen.figure.end, left=seen.left, subject=subject)


def _that_value(seen: FinalNumber) -> Antecedent | None:
    last = seen.last
    if last is None or seen.figure.unit != last.unit or _THAT_VALUE.search(seen.raw) is None:
        return None
    subject = CHANGED.sub("", unchanged(last))
    return last.but(clause=seen.clause, end=seen.figure.end, left=seen.left, subject=subject)


def _those_that(seen: FinalNumber) -> Antecedent | None:
    parent, left = seen.parent, seen.left
    if parent is None or not left or not _WHICH.search(seen.raw) or seen.figure.kind != "count":
        return None
    # 学法自觉性不够，参加旁听的仅2次: what is deplored of somebody counts no such people.
    if seen.last is None and "仅" in seen.raw:
        return None
    alike = seen.figure.unit in (parent.unit, parent.recent_unit) and len(left) <= _LONGEST_WHICH
    if alike and (verb_at(left, 0) or left[-2:] in DEEDS or left.startswith(_WHO_DID)):
        thing = parent.head.removesuffix("中").partition("中")[0].rpartition("的")[2]
        return _as_resolved(seen, parent, Resolved(joined(thing, left)))
    return None


def _elliptical(seen: FinalNumber) -> Antecedent | None:
    if not seen.left or seen.parent is None:
        return None
    if is_measure(seen.left) and seen.context.clause_before(seen.clause, bare=True):
        return None
    if not seen.part and _HAS.match(seen.raw) and not is_predicate(seen.left):
        return None
    resolved = resolve(seen.left, seen.figure, seen.clause.opened, seen.parent, seen.part)
    return _as_resolved(seen, seen.parent, resolved) if resolved is not None else None


def _as_resolved(seen: FinalNumber, parent: Antecedent, resolved: Resolved) -> Antecedent:
    if resolved.things:
        parent = parent.but(head=resolved.things, base=resolved.subject, unit=seen.figure.unit, verb="")
    named = resolved.named
    dealt_with = named and not seen.left.startswith(CONCERNS)
    base = unchanged(parent) if resolved.compared else parent.base
    if seen.left == "占" + resolved.subject and not parent.compared:
        base = parent.subject
    verb = resolved.subject.removesuffix(named) if named else parent.verb
    goes_with_whole = resolved.compared or seen.left.startswith("占")
    if not named and _done_to_recent(seen, parent, resolved.subject):
        parent = parent.but(head=parent.recent, unit=parent.recent_unit)
    if not named and took_part(seen.left):
        parent = parent.but(recent=parent.head, recent_unit=seen.figure.unit)
    return parent.but(
        clause=seen.clause,
        end=seen.figure.end,
        left=seen.left,
        subject=resolved.subject,
        theme=seen.theme,
        recent=named if dealt_with else parent.recent,
        recent_unit=seen.figure.unit if dealt_with else parent.recent_unit,
        compared=resolved.compared,
        base=base,
        part=seen.part or (goes_with_whole and parent.part and seen.clause.opened == ","),
        verb="" if seen.left in _STATES else verb,
    )


def _done_to_recent(seen: FinalNumber, parent: Antecedent, subject: str) -> bool:
    """发现问题126个，完成整改119个: what follows is told of the problems, not of what found them."""
    recent = parent.recent
    if len(recent) < 2 or recent in (parent.head, subject) or seen.figure.unit != parent.recent_unit:
        return False
    return subject.startswith(recent)


def _goes_on(figure: Counted, clause: Clause, last: Antecedent | None, left: str) -> bool:
    """其中企业3户,个体户5户: the next part behind a comma."""
    if last is None or not last.part or clause.opened not in (",", ";"):
        return False
    return len(left) <= (_SHORT if clause.opened == "," else _LONGEST_KIND) and figure.unit == last.unit


def _implied(figure: Counted, clause: Clause, context: Context) -> Antecedent | None:
    """What the sentence was about before its first number, as an antecedent."""
    thing = context.context(clause)
    if not thing:
        return None
    row = explicit(figure, clause, "", thing, thing, "")
    row.end = clause.start
    return row


_FRAMES: Final = (
    Frame(
        Rule(
            "subject.stock",
            "现有, 在册: what is there of the things told before.",
            takes=(
                "接收社区矫正对象860人、解除720人，现有⟦140人⟧。",
                "累计接收社区矫正对象86名，现有在册⟦17名⟧。",
            ),
            leaves=("接收社区矫正对象860人，现有调解员⟦140人⟧。",),
        ),
        _stock,
    ),
    Frame(
        Rule(
            "subject.from",
            "The first end of a change keeps 由 or 从; a year in digits between them is left out.",
            takes=(
                "超限率由2018年的⟦3.2%⟧下降到0.6%。",
                "办理时限由⟦45天⟧减至15天。",
                "审批环节从⟦9个⟧瘦身为4个。",
            ),
            leaves=("由⟦3名⟧律师组成。", "办理时限减至⟦15天⟧。"),
        ),
        _from,
    ),
    Frame(
        Rule(
            "subject.other-period",
            "The value of another time counts the same things.",
            takes=("固定资产投资950亿元，是“六五”时期⟦310亿元⟧的3倍。",),
            leaves=("固定资产投资950亿元，是计划的⟦3倍⟧。",),
            rare="Most comparisons give the change only.",
        ),
        _other_period,
    ),
    Frame(
        Rule(
            "subject.those-that",
            "没有完成计划的17种: those among the things told before that did so.",
            takes=("主要产品120种，没有完成计划的⟦17种⟧。", "办结申请86件，撤销原决定的⟦5件⟧。"),
            leaves=("主要产品120种，没有完成计划的企业⟦17家⟧。",),
        ),
        _those_that,
    ),
    Frame(
        Rule(
            "subject.that-value",
            "这一数字, 这一比例 is the value of the thing told before, at another time.",
            takes=(
                "平均办理时间8天，而三年前这一数字是⟦21天⟧。",
                "败诉率降到2.1%，上年这一比例为⟦3.6%⟧。",
            ),
            leaves=("平均办理时间8天，最短⟦2天⟧。",),
            rare="Most comparisons give the change only.",
        ),
        _that_value,
    ),
    *MEMBERS,
    Frame(None, _elliptical),
    *BARE,
)
RULES: Final = rules_of(_FRAMES)
