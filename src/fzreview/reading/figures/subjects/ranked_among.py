"""A standing that tells among how many: 满意率98%，列全市13个县区第2位, 在全市13个县区中排名第二."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.changes import unchanged, unscored
from fzreview.reading.figures.subjects.cleaning import clean_left
from fzreview.reading.figures.subjects.coordinated import Coordinated
from fzreview.reading.figures.subjects.explicit import explicit
from fzreview.reading.figures.subjects.frames import Frame
from fzreview.reading.figures.subjects.phrases import joined
from fzreview.reading.figures.subjects.prenominal_number import Prenominal

_PLACED: Final = "(?:位居|位列|名列|排名|排在|居|列|排)"
_AMONG: Final = re.compile(
    rf"(?P<thing>.*?)(?P<placed>(?:在|{_PLACED})(?:全[国省市区县州镇旗]|[省市区县州]内)?)[ 　]*\Z"
)
_OTHERS: Final = re.compile(
    rf"(?P<others>[\u4e00-\u9fff（）()、]{{1,12}}?)(?P<rank>(?:[之当其]?中)?(?:[由从]|{_PLACED})?)第?"
)
_BEGINS: Final = re.compile(f"在|{_PLACED}")


def _others(seen: Prenominal) -> Antecedent | None:
    context = seen.context
    behind = bisect_left(context.starts, seen.figure.end)
    if behind >= len(context.counted) or context.counted[behind].kind != "rank":
        return None
    among = _AMONG.fullmatch(seen.raw)
    others = _OTHERS.fullmatch(context.wording[seen.figure.end : context.counted[behind].start])
    if among is None or others is None:
        return None
    thing = clean_left(among["thing"]) or ("" if seen.last is None else unscored(unchanged(seen.last)))
    if not thing:
        return None
    standing = among["placed"] + others["others"] + others["rank"]
    row = explicit(seen.figure, seen.clause, standing, others["others"], thing, seen.theme)
    return row.but(base=thing, verb="", compared=True)


def _standing(seen: Coordinated) -> Antecedent | None:
    last = seen.last
    if seen.figure.kind != "rank" or not last.compared or last.subject == last.left:
        return None
    if not _BEGINS.match(last.left) or last.subject not in last.left:
        return None
    return seen.like_last(subject=joined(last.base, last.left))


OTHERS: Final = (
    Frame(
        Rule(
            "subject.ranked-among",
            "The number before a standing counts those among whom it stands.",
            takes=("群众满意率98%，列全市⟦13个⟧县区第2位。", "群众满意率在全市⟦13个⟧县区中排名第二。"),
            leaves=("群众满意率98%，列全市县区第⟦2位⟧。", "在全市⟦13个⟧县区设立工作站。"),
        ),
        _others,
    ),
)
STANDING: Final = (
    Frame(
        Rule(
            "subject.standing-among",
            "Behind those among whom it stands a standing is that of the thing told before them.",
            takes=("群众满意率98%，列全市13个县区第⟦2位⟧。", "群众满意率在全市13个县区中排名第⟦二⟧。"),
            leaves=("综合考核列全省第3位、全市第⟦1位⟧。",),
        ),
        _standing,
    ),
)
