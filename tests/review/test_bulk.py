"""Many figures at once only where a relation fixes each of their values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from fzreview.checking.evidence import Evidence, Scale
from fzreview.checking.ties import find_ties
from fzreview.domain.figures.figure import Figure
from fzreview.domain.ties.tie import Tie
from fzreview.reading.read import read_report
from fzreview.review.ties.bulk import bulk_offers, supports_bulk
from support.bulk_errors import opened
from support.gold_reports import gold_report, seed_names

HEAD = "清河县2023年法治政府建设情况报告\n2023年，清河县推进法治政府建设，现报告如下：\n一、主要工作\n"
TAIL = "\n清河县人民政府\n2024年1月10日\n"


def vouching(figures: Sequence[Figure], ties: Iterable[Tie]) -> list[Evidence]:
    scale = Scale(figures)
    return [evidence for evidence in map(scale.weigh, ties) if supports_bulk(evidence)]


def vouching_in(sentence: str) -> list[Evidence]:
    reading = read_report(HEAD + sentence + TAIL)
    return vouching(reading.figures, find_ties(reading))


@pytest.mark.parametrize(
    "sentence",
    [
        "全年办结行政复议案件29件，其中维持17件、撤销2件、驳回4件、终止5件、其他1件。",
        "全年应当出庭161件，实际出庭158件，出庭率98.14%。",
        "受理热线工单564件，按期办结375件，办结率66.49%。",
        "许可事项由694项减少到480项，减少214项。",
    ],
)
def test_a_relation_that_fixes_every_value_is_offered(sentence: str) -> None:
    assert vouching_in(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "全年受理案件753件，其中办结599件。",
        "办理时限由15天压缩至7天。",
        "审查合同129份，合法性审查率100%。",
        "11件建议全部办结，办结率100%。",
        "网上办件190176件，占比62.74%。",
        "全年应诉案件565件，负责人出庭率92.74%。",
    ],
)
def test_what_holds_for_many_wrong_numbers_too_is_not(sentence: str) -> None:
    assert vouching_in(sentence) == []


def wrong(figure: Figure) -> Figure:
    """The figure with a digit lost, as 190176 becomes 19017."""
    digits = figure.value.replace(".", "")
    return replace(figure, value=figure.value[:-1] if len(digits) > 1 else str(int(figure.value) + 1))


def test_no_offer_of_the_examples_survives_a_wrong_value() -> None:
    """Each figure that a tie supports in bulk, changed alone: the tie supports it no longer."""
    tried: Counter[bool] = Counter()
    for name in seed_names():
        reading = gold_report(name).reading
        for evidence in vouching(reading.figures, find_ties(reading)):
            for span in filter(evidence.vouches_for, evidence.tie.spans):
                figures = [
                    wrong(figure) if (figure.start, figure.end) == span else figure
                    for figure in reading.figures
                ]
                ties = (tie for tie in find_ties(reading, figures) if tie.spans == evidence.tie.spans)
                tried[any(one.vouches_for(span) for one in vouching(figures, ties))] += 1
    assert tried[False] > 20
    assert tried[True] == 0


def offered(text: str) -> list[list[str]]:
    session = opened(read_report(HEAD + text + TAIL))
    offers = bulk_offers(session, session.tie_index, session.tie_index.ties)
    return [[stored.figure.surface for stored in offer.undecided] for offer in offers]


def test_only_figures_whose_value_and_unit_are_fixed_are_offered() -> None:
    text = "新登记市场主体6.82万户,其中企业1.95万户、个体工商户4.83万户、合作社421户。"
    assert offered(text) == [], "421 may be any other number"
    assert offered("应诉案件48件,败诉3起,败诉率6.25%。") == [["48件", "3起", "6.25%"]]
    assert offered("参训人员250名,考试合格245人,合格率98.0%。") == [["98.0%"]], "名 and 人 prove no unit"


def test_nothing_is_offered_beside_a_figure_that_another_tie_contests() -> None:
    sound = "受理申请90件,其中县级40件、市级50件。"
    assert offered(sound) == [["90件", "40件", "50件"]]
    assert offered(sound.replace("市级50件", "市级50件,其中信访类67件")) == []


def test_a_bulk_verdict_names_the_tie_in_the_journal() -> None:
    session = opened(read_report(HEAD + "受理申请90件,其中县级40件、市级50件。" + TAIL))
    (offer,) = bulk_offers(session, session.tie_index, session.tie_index.ties)
    step = session.figure_steps.verify_all(offer.keys, offer.tie_name)
    assert step is not None
    notes = {entry.note for entry in step.entries}
    assert notes == {"bulk part_of_sum " + " ".join(stored.span_key for stored in offer.figures)}
