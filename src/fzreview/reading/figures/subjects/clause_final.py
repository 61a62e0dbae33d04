"""The first number of its clause with a mark behind it: 受理案件195件, or a clause that is elliptical."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fzreview.domain.rule import Rule
from fzreview.language.words import words
from fzreview.reading.figures.subjects.antecedent import Antecedent, Resolved
from fzreview.reading.figures.subjects.changes import unchanged
from fzreview.reading.figures.subjects.context import Context, Counted
from fzreview.reading.figures.subjects.edges import DATE
from fzreview.reading.figures.subjects.ellipsis import resolve
from fzreview.reading.figures.subjects.explicit import EMPTY_VERBS, explicit
from fzreview.reading.figures.subjects.frames import Frame, first_fit, rules_of
from fzreview.reading.figures.subjects.phrases import clean_left, joined, object_of
from fzreview.reading.figures.subjects.predicates import source_of
from fzreview.reading.figures.subjects.procedures import is_measure, names_measure
from fzreview.reading.figures.subjects.verbs import verb_at
from fzreview.reading.figures.subjects.word_classes import RATES, SINCE_BEHIND, STAGE
from fzreview.text.sentences.clauses import Clause

_HELD_AGAINST: Final = re.compile(r"[ 　]*(?P<told>(?:是|为|相当于)[^,，。;；]{2,16})的[近约逾超]?[ 　]*")
_OF: Final = re.compile(r"的(?:近|约|逾|超|超过|将近|大约)?[ 　]*\Z")
_ACTUAL: Final = re.compile(r"实际(?:达到|完成|建成|执行|开工|投产)(?=了?\Z)")
_STOCK: Final = re.compile(
    r"(?:现有|实有|尚有|现存|目前有|剩余|余下|尚余)?(?:在册|在岗|在矫|在编|存量)?(?=[ 　]*\Z)"
    r"(?<=[有存余下册岗矫编量])"
)
_STATES: Final = words("实有 现有 剩余 余下 尚余 在册 存量 期末实有 结转 在办 在审 未结")
"""What is there, of what was done before: its parts are not what was done (新登记…, 实有…, 其中…)."""
_DIGIT: Final = re.compile("[0-9０-９]")
_PERIOD: Final = re.compile(
    rf"(?:[是为]|相当于|等于)(?P<when>{DATE}|“[^“”]{{2,4}}”(?:时期|期间)|[上去]年同期|同期)[ 　]*\Z"
)
_WHICH: Final = re.compile(r"的(?:已|还|共|达|只|就|约)?有?[ 　]*\Z")
_WHO_DID: Final = ("没有", "未", "不", "已", "创", "超", "仍", "尚", "全部", "部分", "基本")
_LONGEST_WHICH: Final = 16
_REACHED: Final = re.compile(r"(?:达到了?|达|为|突破|超过)\Z")
_REACHED_BEFORE: Final = re.compile("(?:首次|已经?)?(?:超过|超出|高于|多于|达到)")
_NAMES: Final = ("预算", "决算", "收支", "基金", "贸易", "市场", "产业", "大厅", "中心", "平台")
"""Ends of a clause that only names what its sentence is about: 一般公共预算,收入为12亿元."""
_DOCUMENTS: Final = frozenset(
    words("条例 办法 规定 方案 意见 规划 细则 纲要 规则 清单 指南 标准 该条例 该办法 该规定 该方案")
)
_ACHIEVED: Final = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?:首次|再次|连续)?(?:实现|喜获|再获|获得|再创|创|取得|迎来)"
    r"(?:“[^“”]{2,8}”|[^,，。;]{0,6}(?:新高|丰收|突破|连增|连丰|增长|好收成))\Z"
)
"""What a clause says of its thing before the amount follows: 粮食实现“五连增”，达80万吨."""
_SHORT: Final = 8


@dataclass(slots=True)
class _Final:
    """A number at the end of its clause and what its clause and the sentence tell."""

    figure: Counted
    clause: Clause
    last: Antecedent | None
    raw: str
    context: Context
    left: str
    theme: str
    part: bool
    """Whether it tells a part of what the antecedent counts."""
    parent: Antecedent | None
    """Its antecedent: the last figure, or what a clause without a figure was about."""


def clause_final(
    figure: Counted, clause: Clause, last: Antecedent | None, raw: str, context: Context
) -> Antecedent:
    """The antecedent that the first number of its clause becomes; ``raw`` stands before it in its clause."""
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
    seen = _Final(figure, clause, last, raw, context, left, theme, part, parent)
    told = first_fit(_FRAMES, seen, figure)
    return told if told is not None else _own(seen)


def _wording(figure: Counted, raw: str) -> str:
    """The wording before the number, empty where it names no thing."""
    held = _HELD_AGAINST.fullmatch(raw) if figure.kind in ("ratio", "percent") else None
    actual = _ACTUAL.search(raw)
    left = actual.group() if actual is not None else clean_left(raw)
    left = held["told"] if held is not None else left
    if left in EMPTY_VERBS:
        return ""
    return left + "的" if _OF.search(raw) and left.startswith(("为", "是", "相当于")) else left


def _stock(seen: _Final) -> Antecedent | None:
    last = seen.last
    stock = _STOCK.search(seen.raw) if not seen.left or seen.left in _STATES else None
    if stock is None or last is None or not last.head or seen.figure.unit != last.unit:
        return None
    subject = joined(last.head, stock.group())
    return last.but(clause=seen.clause, end=seen.figure.end, left=stock.group(), subject=subject, verb="")


def _from(seen: _Final) -> Antecedent | None:
    source = source_of(seen.left)
    if source is None:
        return None
    head = seen.left[: source.start()].removeprefix("将").removeprefix("把")
    theme = seen.theme
    if seen.last is not None and names_measure(head) and not is_measure(seen.last.base):
        theme = theme or seen.last.head
        head = joined(theme, head)
    else:
        resolved = None
        if head and seen.parent is not None:
            resolved = resolve(head, seen.figure, seen.clause.opened, seen.parent, seen.part)
        head = resolved.subject if resolved is not None else head
        if theme and len(head) <= _SHORT:
            head = joined(theme, head)
        if not head:
            parent = seen.parent
            head = parent.head if parent is not None else seen.context.clause_before(seen.clause, bare=True)
    row = explicit(seen.figure, seen.clause, seen.left, head + _since(source.group()), head, theme)
    return row.but(base=head, compared=True)


def _since(source: str) -> str:
    """由, 由上年: where a change began, a year in digits left out."""
    return source[0] if _DIGIT.search(source) else source


def _other_period(seen: _Final) -> Antecedent | None:
    last = seen.last
    period = _PERIOD.match(seen.raw) if last is not None and seen.figure.unit == last.unit else None
    if period is None or last is None:
        return None
    subject = period["when"] + unchanged(last)
    return last.but(clause=seen.clause, end=seen.figure.end, left=seen.left, subject=subject)


def _those_that(seen: _Final) -> Antecedent | None:
    parent, left = seen.parent, seen.left
    if parent is None or not left or not _WHICH.search(seen.raw) or seen.figure.kind != "count":
        return None
    alike = seen.figure.unit in (parent.unit, parent.recent_unit) and len(left) <= _LONGEST_WHICH
    if alike and (verb_at(left, 0) or left.startswith(_WHO_DID)):
        return _as_resolved(seen, parent, Resolved(joined(parent.head.removesuffix("中"), left)))
    return None


def _elliptical(seen: _Final) -> Antecedent | None:
    if not seen.left or seen.parent is None:
        return None
    resolved = resolve(seen.left, seen.figure, seen.clause.opened, seen.parent, seen.part)
    return _as_resolved(seen, seen.parent, resolved) if resolved is not None else None


def _as_resolved(seen: _Final, parent: Antecedent, resolved: Resolved) -> Antecedent:
    named = resolved.named
    base = unchanged(parent) if resolved.compared else parent.base
    if seen.left == "占" + resolved.subject and not parent.compared:
        base = parent.subject
    verb = resolved.subject.removesuffix(named) if named else parent.verb
    return parent.but(
        clause=seen.clause,
        end=seen.figure.end,
        left=seen.left,
        subject=resolved.subject,
        theme=seen.theme,
        recent=named or parent.recent,
        recent_unit=seen.figure.unit if named else parent.recent_unit,
        compared=resolved.compared,
        base=base,
        part=seen.part or (resolved.compared and parent.part and seen.clause.opened == ","),
        verb="" if seen.left in _STATES else verb,
    )


def _amount_reached(seen: _Final) -> Antecedent | None:
    last = seen.last
    if seen.left or last is None or not _REACHED.search(seen.raw):
        return None
    subject = unchanged(last)
    if subject == last.subject:
        return None
    return last.but(
        clause=seen.clause, end=seen.figure.end, left="", subject=subject, base=subject, compared=False
    )


def _again(seen: _Final) -> Antecedent | None:
    if seen.left or seen.last is None:
        return None
    opened = seen.clause.opened == "("
    remarked = seen.context.clause_before(seen.clause, bare=True) if opened else ""
    subject = _REACHED_BEFORE.sub("", remarked) or seen.last.subject
    return seen.last.but(clause=seen.clause, end=seen.figure.end, left="", subject=subject)


def _of_document(seen: _Final) -> Antecedent | None:
    titled = seen.context.title_before(seen.clause, seen.left) if seen.left in _DOCUMENTS else ""
    return _with_head(seen, titled, _theme(seen)) if titled else None


def _of_theme(seen: _Final) -> Antecedent | None:
    theme = _theme(seen) if len(seen.left) == 2 else ""
    return _with_head(seen, joined(theme, seen.left), theme) if theme.endswith(_NAMES) else None


def _own(seen: _Final) -> Antecedent:
    """The wording before the number, or the clause before."""
    subject = seen.left or _ACHIEVED.sub("", seen.context.clause_before(seen.clause))
    row = _with_head(seen, subject, _theme(seen))
    row.part = row.named_part = "其中" in seen.raw[:6]
    return row


def _theme(seen: _Final) -> str:
    """What the sentence is about where its first clause only names it."""
    parent = seen.parent
    named = seen.last is None and parent is not None and parent.subject.endswith(_NAMES)
    return parent.subject if named and parent is not None else seen.theme


def _with_head(seen: _Final, subject: str, theme: str) -> Antecedent:
    left = seen.left
    if left.endswith("率"):
        head = left[:-3] if len(left) > 5 else ""
    elif RATES.search(left):
        head = subject
    else:
        head = SINCE_BEHIND.sub("", object_of(subject))
    return explicit(seen.figure, seen.clause, left, subject, head, theme)


def _goes_on(figure: Counted, clause: Clause, last: Antecedent | None, left: str) -> bool:
    """其中企业3户,个体户5户: the next part behind a comma."""
    if last is None or not last.part or clause.opened != ",":
        return False
    return len(left) <= _SHORT and figure.unit == last.unit


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
    Frame(None, _elliptical),
    Frame(
        Rule(
            "subject.amount-reached",
            "达 behind a growth tells the value itself.",
            takes=("粮食产量增长百分之七，达到⟦85万吨⟧。",),
            leaves=("粮食产量增长百分之七，油料产量达到⟦85万吨⟧。",),
        ),
        _amount_reached,
    ),
    Frame(
        Rule(
            "subject.again",
            "A number alone in its clause counts what was counted before.",
            takes=("走访企业120家（⟦86%⟧）。", "拆除违法建设128处，⟦2.6万平方米⟧。"),
            leaves=("走访企业120家，满意率⟦86%⟧。",),
        ),
        _again,
    ),
    Frame(
        Rule(
            "subject.of-document",
            "条例, 办法 after a title in full is that document.",
            takes=("修订《清河县物业管理条例》，条例共⟦六章⟧。",),
            leaves=("修订管理条例，条例共⟦六章⟧。",),
            rare="Few reports count chapters.",
        ),
        _of_document,
    ),
    Frame(
        Rule(
            "subject.of-theme",
            "A clause that only names an account or a place tells what the rest is about.",
            takes=("全省一般公共预算，收入⟦120亿元⟧。",),
            leaves=("全省财政良好，收入⟦120亿元⟧。",),
            rare="A wording of budgets.",
        ),
        _of_theme,
    ),
)
RULES: Final = rules_of(_FRAMES)
