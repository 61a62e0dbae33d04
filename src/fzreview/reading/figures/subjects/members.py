"""Numbers at the end of a clause that count the members of a group or the rest of a row."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.cleaning import clean_left
from fzreview.reading.figures.subjects.ellipsis import resolve
from fzreview.reading.figures.subjects.explicit import explicit
from fzreview.reading.figures.subjects.final_clause import FinalNumber
from fzreview.reading.figures.subjects.frames import Frame
from fzreview.reading.figures.subjects.phrases import joined

REST: Final = re.compile("(?:其余|其他|剩余|余下)的?(?:均|都)?(?:为|是|系|属于?)(?P<kind>[^,，。;；]{2,14})")
"""What kind the rest is of, before their number: 其余为适用依据类，共17个."""
_MADE_UP: Final = re.compile("(?:组成|构成)\\Z")


def _composed_of(seen: FinalNumber) -> Antecedent | None:
    last = seen.last
    made_up = seen.raw.lstrip().startswith("由") and _MADE_UP.search(seen.context.told(seen.clause))
    if not made_up or last is None or not last.head or seen.figure.unit != last.unit:
        return None
    left = seen.left.removeprefix("由")
    row = explicit(seen.figure, seen.clause, left, joined(last.head, left), left, seen.theme)
    return row.but(verb=last.head)


def _the_rest(seen: FinalNumber) -> Antecedent | None:
    last = seen.last
    rest = None if seen.left or last is None else REST.fullmatch(seen.context.wording_before(seen.clause))
    if rest is None or last is None or seen.figure.unit != last.unit:
        return None
    told = clean_left(rest["kind"])
    resolved = resolve(told, seen.figure, ",", last, True)
    subject = told if resolved is None else resolved.subject
    return last.but(clause=seen.clause, end=seen.figure.end, left=told, subject=subject, base=subject)


MEMBERS: Final = (
    Frame(
        Rule(
            "subject.the-rest",
            "其余为 with a kind before the number: it counts those of the kind.",
            takes=(
                "抽查案卷86卷，优秀32卷，其余为合格，共⟦54卷⟧。",
                "收到来信320封，咨询类126封，其余为投诉类，共⟦194封⟧。",
            ),
            leaves=("收到来信320封，咨询类126封，以上共⟦446封⟧。",),
            rare="The rest is mostly told in one clause.",
        ),
        _the_rest,
    ),
    Frame(
        Rule(
            "subject.composed-of",
            "Who a body or a group consists of is told of those counted before.",
            takes=(
                "选聘监督员30名，由人大代表⟦8名⟧、企业家22名组成。",
                "聘请评查专家16名，由律师⟦9名⟧和法学教师7名构成。",
            ),
            leaves=("选聘监督员30名，由律师⟦8名⟧负责培训。",),
            rare="Members are mostly told behind 其中.",
        ),
        _composed_of,
    ),
)
