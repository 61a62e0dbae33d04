"""Sentences that go on with the one before: 收到申请86件。受理79件。其中，民生类12件。"""

from __future__ import annotations

import re
from typing import Final

from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.cleaning import clean_left
from fzreview.reading.figures.subjects.context import Context
from fzreview.reading.figures.subjects.elliptical import alike
from fzreview.reading.figures.subjects.phrases import is_predicate
from fzreview.reading.figures.subjects.verbs import ASIDE, DEEDS
from fzreview.reading.figures.subjects.wording_behind import wording_behind
from fzreview.reading.figures.subjects.wordings import Counted
from fzreview.text.sentences.clauses import Clause

_RATE_OF_DEED: Final = re.compile(
    "(?:按[期时])?(?:办结|审结|化解|调解(?:成功)?|调处(?:成功)?|整改|结案|满意|合格|答复|回复|采纳|成功|履行|处置|办复|好评)率均?"
)
_LONGEST_PREDICATE: Final = 8
"""Characters before the number of a sentence that begins with a bare predicate or rate."""
_DEEDS_TOO: Final = ("整改", "答复", "回复", "反馈", "调解")
"""Verbs that are names as often, but not where they begin a sentence alone."""
_ENDED: Final = (
    "判决",
    "裁定",
    "裁决",
    "依法",
    "作出",
    "准予",
    "不予",
    "确认",
    "责令",
    "驳回",
    "撤销",
    "维持",
)
"""Beginnings of what a procedure came to: 判决驳回诉讼请求503件."""
_CARRIED: Final = ("上年结转", "上期结转", "旧存")
"""What was there before: 收到申请36件。加上上年结转12件，审结46件."""
_OF_WHICH: Final = "其中"
_OF_THOSE: Final = re.compile(
    "(?:在?(?:已|上述|所)?(?:办结|审结|受理|收到|结案|化解|查处|立案)的?(?:案件|申请|纠纷|投诉|事项|问题|线索)?中|按[^,。;]{2,8}[分看]|从[^,。;]{2,8}[分看])"
    "[,，]|[\u4e00-\u9fff]{2,4}(?:类型|种类|构成)(?:依次|分别|主要)?[为是]?[:：]"
)
"""审结案件中,: the sentence tells parts of what was told last, without 其中."""


def tells_parts(text: str, clause: Clause) -> bool:
    """Whether the sentence of the clause begins with 其中: its rows are parts of what was told last."""
    if text.startswith(_OF_WHICH, clause.sentence):
        return True
    return _OF_THOSE.match(text, clause.sentence, clause.sentence + 20) is not None


def tells_part(context: Context, clause: Clause) -> bool:
    """Whether the clause begins with 其中 or stands behind 按…分: it tells parts."""
    return context.text.startswith(_OF_WHICH, clause.start) or context.follows_of_which(clause)


def leans_on(last: Antecedent, index: int, figure: Counted, clause: Clause, context: Context) -> bool:
    """Whether the sentence begins with a bare predicate or rate right behind the one of ``last``.

    ``figure`` is the number ``index`` of the text, ``clause`` its clause.
    """
    if clause.start != clause.sentence or figure.start - clause.start > _LONGEST_PREDICATE:
        return False
    if clause.start - last.clause.end > 1 or wording_behind(context, index, clause):
        return False
    left = clean_left(context.before(index, clause.start))
    if figure.kind == "percent":
        return _RATE_OF_DEED.fullmatch(left) is not None
    deed = (left[-2:] in DEEDS or left in _DEEDS_TOO) and (len(left) == 2 or left[:-2] in ASIDE)
    deed = deed or left in _CARRIED or (left.startswith(_ENDED) and is_predicate(left))
    return deed and alike(figure.unit, last.unit)
