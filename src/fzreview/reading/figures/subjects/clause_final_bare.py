"""Numbers at the end of a clause that hardly names what they count."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.language.words import words
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.changes import unchanged
from fzreview.reading.figures.subjects.cleaning import clean_left
from fzreview.reading.figures.subjects.final_clause import NAMES, FinalNumber, theme_of, with_head
from fzreview.reading.figures.subjects.frames import Frame
from fzreview.reading.figures.subjects.phrases import joined

_REACHED: Final = re.compile(r"(?:达到了?|达|为|突破|超过)\Z")
_REACHED_BEFORE: Final = re.compile("(?:首次|已经?)?(?:超过|超出|高于|多于|达到)")
_DOCUMENTS: Final = frozenset(
    words("条例 办法 规定 方案 意见 规划 细则 纲要 规则 清单 指南 标准 该条例 该办法 该规定 该方案")
)

_TEXT: Final = ("全文", "正文")


def _amount_reached(seen: FinalNumber) -> Antecedent | None:
    last = seen.last
    if seen.left or last is None or not _REACHED.search(seen.raw):
        return None
    subject = unchanged(last)
    if subject == last.subject:
        return None
    return last.but(
        clause=seen.clause, end=seen.figure.end, left="", subject=subject, base=subject, compared=False
    )


def _again(seen: FinalNumber) -> Antecedent | None:
    if seen.left or seen.last is None:
        return None
    if seen.context.begins_anew(seen.clause):
        return None
    opened = seen.clause.opened == "("
    remarked = seen.context.clause_before(seen.clause, bare=True) if opened else ""
    subject = _REACHED_BEFORE.sub("", remarked) or seen.last.subject
    return seen.last.but(clause=seen.clause, end=seen.figure.end, left="", subject=subject)


def _spread(seen: FinalNumber) -> Antecedent | None:
    spread = seen.context.spread_before(seen.clause) if not seen.left and seen.clause.opened == "(" else None
    if spread is None:
        return None
    thing, kind = spread
    if not thing and seen.last is not None:
        return seen.last.but(
            clause=seen.clause, end=seen.figure.end, left=kind, subject=joined(seen.last.head, kind)
        )
    return with_head(seen, clean_left(thing) + kind, theme_of(seen)).but(head=clean_left(thing))


def _of_document(seen: FinalNumber) -> Antecedent | None:
    titled = seen.context.title_before(seen.clause, seen.left) if seen.left in _DOCUMENTS else ""
    if not titled and seen.left in _TEXT:
        titled = seen.context.title_told(seen.clause)
        titled = titled and titled + seen.left
    return with_head(seen, titled, theme_of(seen)) if titled else None


def _of_theme(seen: FinalNumber) -> Antecedent | None:
    theme = theme_of(seen) if len(seen.left) == 2 else ""
    return with_head(seen, joined(theme, seen.left), theme) if theme.endswith(NAMES) else None


BARE: Final = (
    Frame(
        Rule(
            "subject.spread-over",
            "集中于, 分布在 before kinds with their numbers in brackets: each is told with the thing.",
            takes=(
                "新收案件集中于建筑业（⟦62件⟧）、餐饮业（48件）。",
                "投诉主要集中在物业服务（86件）、校外培训（⟦32件⟧）。",
            ),
            leaves=("建成法律服务室（⟦62个⟧）。",),
            rare="Most reports list kinds without brackets.",
        ),
        _spread,
    ),
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
