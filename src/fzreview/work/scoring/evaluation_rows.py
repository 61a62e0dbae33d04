"""An evaluation as one JSON object."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from fzreview.domain.figures.figure_rows import FIELDS, FigureRow
from fzreview.domain.figures.pair_differences import EXACT
from fzreview.errors import error_fields
from fzreview.scoring.figure_scores import ASPECTS, Agreement, Difference, FigureScores, Judged
from fzreview.scoring.paired import Contrast, Paired
from fzreview.scoring.rates import Interval
from fzreview.scoring.score_groups import CONFUSABLE, GROUPINGS, confusion, grouped, groupings_of
from fzreview.scoring.structure_scores import Tally
from fzreview.work.scoring.evaluating import Evaluation, Scored
from fzreview.work.scoring.thresholds import Threshold

Row = dict[str, Any]


def evaluation_row(
    evaluation: Evaluation,
    thresholds: Iterable[Threshold] = (),
    groupings: Collection[str] = GROUPINGS,
    aspects: Collection[str] = ASPECTS,
    most: int | None = None,
) -> Row:
    """Every score and difference; ``most`` differences of each of ``aspects``, None for all of them."""
    truth, told = evaluation.truth, evaluation.intervals
    row: Row = {
        "gold": {
            "reports": evaluation.reports,
            "figures": evaluation.figures.detect.gold,
            "rejected": len(truth.rejected),
            "disputed": truth.disputed,
        },
        "prediction": _scored(evaluation.prediction),
        "figures": _figures(evaluation.figures, told.sides[-1] if told else {}),
        "by": {
            name: {group: _figures(scores) for group, scores in grouped(evaluation.figures, name).items()}
            for name in groupings_of(evaluation.figures)
            if name in groupings
        }
        | (
            {"rule": {one.rule: {"right": one.right, "wrong": one.wrong} for one in evaluation.rules}}
            if evaluation.rules
            else {}
        ),
        "confusion": {
            field: [asdict(one) for one in confusion(evaluation.figures, field)] for field in CONFUSABLE
        },
        "unscored": list(evaluation.unscored),
        "intervals": None if told is None else {"unit": told.unit, "units": told.units},
    }
    row |= _structure(evaluation)
    if evaluation.against is not None and evaluation.paired is not None:
        row["against"] = _scored(evaluation.against) | {
            "figures": _figures(evaluation.against.figures, told.sides[0] if told else {})
        }
        row["paired"] = _paired(evaluation, evaluation.paired, most)
        if told is not None:
            row["paired"]["gain"] = {name: list(interval) for name, interval in told.difference.items()}
    row["min_f1"] = [asdict(one) | {"held": one.held} for one in thresholds]
    row["refused"] = [error_fields(error) for error in evaluation.refused]
    differences = evaluation.figures.differences
    row["difference_counts"] = Counter(one.aspect for one in differences)
    row["differences"] = [_difference(evaluation, one) for one in chosen(differences, aspects, most)]
    return row


def chosen(
    differences: Iterable[Difference], aspects: Collection[str], most: int | None
) -> Iterable[Difference]:
    """The differences of these aspects, at most so many of each, in their order."""
    seen: Counter[str] = Counter()
    for one in differences:
        if one.aspect in aspects:
            seen[one.aspect] += 1
            if most is None or seen[one.aspect] <= most:
                yield one


def _scored(scored: Scored) -> Row:
    return {
        "name": scored.name,
        "not_counted": len(scored.figures.not_counted),
        "elsewhere": scored.elsewhere,
    }


def _figures(scores: FigureScores, intervals: Mapping[str, Interval] | None = None) -> Row:
    row: Row = {}
    for name, agreement in scores.agreements.items():
        row[name] = _agreement(agreement)
        if intervals:
            row[name]["intervals"] = {
                part: list(intervals[f"{name}.{part}"]) for part in ("precision", "recall", "f1")
            }
    row["fields"] = {
        name: {"right": scores.right[name], "share": scores.told_share(name)}
        for name in EXACT
        if name in scores.right
    }
    for name in ("kind", "bound", "subject"):
        row[name] = scores.told_share(name)
    if intervals:
        row["intervals"] = {
            name: list(intervals[name]) for name in ("kind", "bound", "subject") if name in intervals
        }
    row["matched"] = scores.matched
    return row


def _agreement(agreement: Agreement) -> Row:
    return asdict(agreement) | agreement.told._asdict()


def _structure(evaluation: Evaluation) -> Row:
    tallies = evaluation.structure.tallies
    row: Row = {name: _tally(tallies[name]) for name in ("headings", "items") if name in tallies}
    if evaluation.structure.metadata:
        row["metadata"] = evaluation.structure.metadata
    if "fixes" in tallies:
        row["repairs"] = {"fix": _tally(tallies["fixes"]), "flag": _tally(tallies["flags"])}
    return row


def _tally(tally: Tally) -> Row:
    return asdict(tally) | tally.told._asdict()


def _paired(evaluation: Evaluation, paired: Paired, most: int | None) -> Row:
    def contrasts(rows: Sequence[Contrast]) -> list[Row]:
        return [
            {
                "doc": one.gold.doc,
                "gold": figure_fields(one.gold),
                "predicted": _answer(one.first),
                "against": _answer(one.second),
                "context": evaluation.context(one.gold),
            }
            for one in rows[:most]
        ]

    def spurious(rows: Sequence[FigureRow]) -> list[Row]:
        return [
            {"doc": row.doc, "predicted": figure_fields(row), "context": evaluation.context(row)}
            for row in rows[:most]
        ]

    return {
        "both": paired.both,
        "neither": paired.neither,
        "first_only": len(paired.first_only),
        "second_only": len(paired.second_only),
        "p_value": paired.p_value,
        "right_in_first_only": contrasts(paired.first_only),
        "right_in_second_only": contrasts(paired.second_only),
        "spurious_in_first_only": spurious(paired.first_spurious),
        "spurious_in_second_only": spurious(paired.second_spurious),
    }


def _answer(judged: Judged) -> Row | None:
    return None if judged.predicted is None else figure_fields(judged.predicted)


def _difference(evaluation: Evaluation, difference: Difference) -> Row:
    return {
        "doc": difference.row.doc,
        "aspect": difference.aspect,
        "gold": None if difference.gold is None else figure_fields(difference.gold),
        "predicted": None if difference.predicted is None else figure_fields(difference.predicted),
        "context": evaluation.context(difference.row),
    }


def figure_fields(row: FigureRow) -> Row:
    """The span, the surface and every field of a row."""
    return {"start": row.start, "end": row.end, "surface": row.surface} | {
        name: getattr(row, name) for name in FIELDS
    }
