"""Many figures at once only where a relation fixes each of their values."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from fzreview.checking.ties import find_ties
from fzreview.domain.figure import Figure
from fzreview.domain.tie import Tie
from fzreview.reading.read import read_report
from fzreview.review.bulk import vouches
from support.gold_reports import gold_report, seed_names

HEAD = "清河县2023年法治政府建设情况报告\n2023年，清河县推进法治政府建设，现报告如下：\n一、主要工作\n"
TAIL = "\n清河县人民政府\n2024年1月10日\n"


def vouching(sentence: str) -> list[Tie]:
    return [tie for tie in find_ties(read_report(HEAD + sentence + TAIL)) if vouches(tie)]


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
    assert vouching(sentence)


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
    assert vouching(sentence) == []


def wrong(figure: Figure) -> Figure:
    """The figure with a digit lost, as 190176 becomes 19017."""
    digits = figure.value.replace(".", "")
    return replace(figure, value=figure.value[:-1] if len(digits) > 1 else str(int(figure.value) + 1))


def test_no_offer_of_the_examples_survives_a_wrong_value() -> None:
    """Each member of each tie that is offered, changed alone: the tie that vouched is gone."""
    tried: Counter[bool] = Counter()
    for name in seed_names():
        reading = gold_report(name).reading
        by_span = {(figure.start, figure.end): figure for figure in reading.figures}
        for tie in filter(vouches, find_ties(reading)):
            for span in tie.spans:
                figures = [
                    wrong(figure) if (figure.start, figure.end) == span else figure
                    for figure in by_span.values()
                ]
                same = [one for one in find_ties(reading, figures) if one.spans == tie.spans and vouches(one)]
                tried[not same] += 1
    assert tried[True] > 20
    assert tried[False] == 0
