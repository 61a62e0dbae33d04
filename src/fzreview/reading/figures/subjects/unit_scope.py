"""What a sentence has told in each unit: what parts in a unit are parts of, and of what a change in it is."""

from __future__ import annotations

from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.extracting.trace import fired
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.changes import unchanged
from fzreview.reading.figures.subjects.cleaning import clean_left
from fzreview.reading.figures.subjects.elliptical import alike
from fzreview.reading.figures.subjects.measures_taken import is_counted, is_taken, of_one_family
from fzreview.reading.figures.subjects.parts import names_what
from fzreview.reading.figures.subjects.phrases import is_predicate, joined
from fzreview.reading.figures.subjects.verbs import DEEDS
from fzreview.reading.figures.subjects.word_classes import CHANGED, GROWTH
from fzreview.reading.figures.subjects.wordings import CONNECTORS, Counted
from fzreview.text.sentences.clauses import Clause

_BEHIND_A_SUM: Final = Rule(
    "subject.part-behind-a-sum",
    "A part behind a sum of money is one of what was counted before the sum.",
    takes=(
        "下达处罚决定书86份，罚款713万元，其中大气类⟦31件⟧。",
        "查处违法行为46起，罚没12万元，其中无证类⟦9户⟧。",
    ),
    leaves=("下达处罚决定书86份，罚款713万元，其中大气类⟦310万元⟧。",),
    rare="A part mostly stands in the unit of its whole.",
)
_CHANGE_IN_ITS_UNIT: Final = Rule(
    "subject.change-in-its-unit",
    "A change told in a unit is that of what was counted in the unit.",
    takes=(
        "发生事故14起、死亡11人，比上年减少⟦3起⟧、4人。",
        "发生事故14起、死亡11人，比上年减少3起、⟦4人⟧。",
    ),
    leaves=("发生事故14起、死亡11人，比上年减少⟦12%⟧。", "发生事故14起，比上年减少⟦3起⟧。"),
    rare="The changes of several things mostly follow 分别.",
)
_MEASURE_TAKEN: Final = Rule(
    "subject.measure-taken",
    "A deed whose object the unit does not count was done with those told before in the unit.",
    takes=(
        "检查餐饮企业86家，下达整改通知书⟦32家⟧。",
        "处理执法人员71人，其中通报批评38人、调离执法岗位⟦4人⟧。",
    ),
    leaves=("检查餐饮企业86家，培育龙头企业⟦3家⟧。", "开展检查86次，下达整改通知书⟦32份⟧。"),
)
_BARE_DEED: Final = 3
"""Characters of a deed that has no object which others of a row could replace."""
RULES: Final = (_BEHIND_A_SUM, _CHANGE_IN_ITS_UNIT, _MEASURE_TAKEN)


class UnitScope:
    """The figures of one sentence by their units."""

    def __init__(self) -> None:
        self._wholes: dict[str, Antecedent] = {}
        self._latest: dict[str, Antecedent] = {}

    def whole_of_part(self, figure: Counted, last: Antecedent, *, first: bool) -> Antecedent:
        """What a part in the unit of the figure is a part of; ``last`` was told last.

        ``first`` tells that the part is the first number of its clause.

        Where nothing was told in the unit and only a sum of money stands between, it is what was told before
        the sum: 下达处罚决定书86份，罚款713万元，其中大气类31件.
        """
        if figure.unit in self._wholes:
            return self._wholes[figure.unit]
        if last.unit[-1:] != "元" or not first or figure.kind != "count":
            return last
        whole = next((one for of, one in reversed(list(self._wholes.items())) if of[-1:] != "元"), None)
        if whole is None:
            return last
        fired(_BEHIND_A_SUM, figure.start, figure.end)
        return whole.but(unit=figure.unit)

    def changed(self, figure: Counted, raw: str, last: Antecedent) -> Antecedent:
        """What a change in a unit is the change of: 发生事故14起、死亡11人，比上年减少3起.

        ``raw`` stands before its number in the clause, ``last`` was told last.
        """
        told = self._latest.get(figure.unit)
        if told is None or told.end == last.end or not GROWTH.match(clean_left(raw)):
            return last
        fired(_CHANGE_IN_ITS_UNIT, figure.start, figure.end)
        return told

    def changed_too(self, figure: Counted, raw: str, last: Antecedent) -> Antecedent | None:
        """The antecedent that the second number of a change becomes: 减少3起、4人; None where it is none."""
        told = self._latest.get(figure.unit)
        if told is None or not last.compared or raw.strip() not in CONNECTORS or not GROWTH.match(last.left):
            return None
        fired(_CHANGE_IN_ITS_UNIT, figure.start, figure.end)
        subject = joined(unchanged(told), last.left)
        return told.but(clause=last.clause, end=figure.end, left=last.left, subject=subject, compared=True)

    def measure_taken(
        self, figure: Counted, raw: str, clause: Clause, last: Antecedent | None
    ) -> Antecedent | None:
        """The antecedent that a deed becomes which was done with those told before in its unit.

        ``raw`` stands before its number, ``last`` was told last; None where it is no such deed. Bare deeds
        behind a figure of the unit lean on that figure, whatever it counts.
        """
        units = of_one_family(figure.unit) or (figure.unit,)
        whole = next((self._wholes[unit] for unit in reversed(self._wholes) if unit in units), None)
        if whole is None or last is None or figure.kind != "count":
            return None
        counted = is_counted(whole.head, figure.unit)
        twice = last.unit != figure.unit and last.subject == whole.subject
        if not (counted or twice) or CHANGED.search(raw.rstrip()):
            return None
        left = clean_left(raw)
        bare = is_predicate(left)
        if bare and alike(last.unit, figure.unit) and (not counted or is_counted(last.head, figure.unit)):
            return None
        if not ((twice and bare) or is_taken(left, figure.unit, whole.head)) or left[-2:] in whole.base:
            return None
        fired(_MEASURE_TAKEN, figure.start, figure.end)
        subject = joined(whole.head, left)
        return whole.but(
            clause=clause,
            end=figure.end,
            left=left,
            subject=subject,
            base=subject,
            verb=whole.head + left[:2] if len(left) > _BARE_DEED and left[:2] in DEEDS else "",
            part=last.part or "其中" in raw[:6],
        )

    def remember(self, figure: Counted, row: Antecedent, *, again: bool, aside: bool) -> None:
        """Keep a figure and its antecedent.

        ``again`` tells that it counts what the figure before counts in another unit, ``aside`` that it stands
        in brackets.
        """
        if not row.compared and not aside and figure.kind == "count":
            self._latest[figure.unit] = row
        if aside or not row.head or not (again or row.unit == figure.unit):
            return
        if figure.unit not in self._wholes or names_what(row.head, figure.unit):
            self._wholes.pop(figure.unit, None)
            self._wholes[figure.unit] = row.but(unit=figure.unit) if again else row
