"""Scores of predictions, or of the built-in extractor, against gold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from fzreview.domain.extracting.trace import Fired
from fzreview.domain.figures.figure_rows import FIELDS, FigureRow
from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.section_paths import SectionPaths
from fzreview.errors import FzError, InputRefused
from fzreview.reading.version import EXTRACTOR_VERSION
from fzreview.scoring.figure_scores import FigureScores, score_figures
from fzreview.scoring.gold_rows import GoldRow
from fzreview.scoring.intervals import Intervals, intervals
from fzreview.scoring.paired import Paired, compare
from fzreview.scoring.rule_scores import RuleScore, rule_scores
from fzreview.scoring.truth import Truth, truth_of
from fzreview.work.clock import latest
from fzreview.work.loading.examples import example_reports
from fzreview.work.scoring.contexts import Contexts
from fzreview.work.scoring.figure_files import (
    GoldFile,
    PredictedFile,
    Refused,
    figures_path,
    read_gold,
    read_predicted,
)
from fzreview.work.scoring.figure_sources import Sources
from fzreview.work.scoring.gold_structure import (
    OUTLINE,
    GoldStructure,
    StructureScores,
    read_structure,
    score_structure,
    section_paths,
)
from fzreview.work.scoring.report_names import ReportNames

EXTRACTOR: Final = f"fzreview {EXTRACTOR_VERSION}"
"""What the built-in extractor is called."""


@dataclass(frozen=True, slots=True)
class EvaluationRequest:
    """What is to be scored, and what it rests on."""

    gold: Path
    """A file or folder of figures; in a folder also ``outline.jsonl``, ``meta.jsonl``, ``repairs.jsonl``."""
    predictions: Path | None = None
    """``-`` is standard input; None is the built-in extractor over the gold's sources."""
    against: Path | None = None
    """A second prediction."""
    sources: Path | None = None
    """A folder of source texts, asked before gold's own folder, the example reports and the store."""
    store: Path | None = None
    reviewer: str | None = None
    """Only this reviewer's gold."""
    split: str | None = None
    """Only gold of this split."""
    layers: Sequence[str] = ()
    """Layers of the store in the place of ``predictions`` and ``against``: one, or two."""
    rules: bool = False
    """Also score the rules of the built-in extractor; nothing of another prediction."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One prediction and its scores."""

    name: str
    figures: FigureScores
    elsewhere: int
    """Predictions of reports that gold does not know; not counted."""


@dataclass
class Evaluation:
    """Every score of one comparison; of the structure where the extractor is scored and gold tells of it."""

    truth: Truth
    reports: int
    prediction: Scored
    against: Scored | None = None
    paired: Paired | None = None
    intervals: Intervals | None = None
    """The prediction's last, that of ``against`` before it; the difference is what the prediction gains."""
    structure: StructureScores = field(default_factory=StructureScores)
    rules: tuple[RuleScore, ...] = ()
    """Of the built-in extractor's rules, where they were wished."""
    refused: tuple[FzError, ...] = ()
    """Lines and sources that could not be used; everything else was."""
    context: Callable[[FigureRow], str | None] = lambda row: None
    """The figure in its source or its sentence; None where neither is known."""

    @property
    def figures(self) -> FigureScores:
        return self.prediction.figures

    @property
    def unscored(self) -> tuple[str, ...]:
        """Fields that gold or a prediction does not tell."""
        return tuple(name for name in FIELDS if name not in self.figures.fields)


def evaluate(wish: EvaluationRequest) -> Evaluation:
    """Score predictions against gold.

    Lines and sources that cannot be used are refused one by one. Raises InputRefused for an unreadable file.
    """
    refused: Refused = []
    gold = read_gold(wish.gold, refused, wish.reviewer, wish.split)
    structure: GoldStructure = {}
    if wish.gold.is_dir() and wish.split is None:
        structure = read_structure(wish.gold, gold.reports, refused)
    folders = (wish.sources, figures_path(wish.gold).parent, example_reports())
    sources = Sources([folder for folder in folders if folder is not None], wish.store)
    readings: dict[str, Reading] = {}
    fired: dict[str, tuple[Fired, ...]] = {}
    sides = _sides(wish, gold, refused)
    if wish.predictions is None and not wish.layers:
        readings = _readings(gold.reports, sources, refused)
        if wish.rules:
            from fzreview.reading.explain import rules_at

            fired = {name: rules_at(reading.source) for name, reading in readings.items()}
        gold.rows = _fitting(gold.rows, readings, wish.gold, refused)
        sides.insert(0, (EXTRACTOR, _extracted(readings)))
    truth = truth_of(_with_sections(gold.rows, structure, readings), gold.read, latest())
    fields = gold.scored.intersection(*(file.scored for _, file in sides))
    prediction, *against = [
        Scored(name, score_figures(truth.figures, file.rows, fields, truth.counts), file.elsewhere)
        for name, file in sides
    ]
    evaluation = Evaluation(
        truth,
        len(gold.reports) - len(gold.left),
        prediction,
        structure=score_structure(structure, readings),
        context=Contexts(gold, sources, readings),
    )
    evaluation.rules = rule_scores(evaluation.figures.judged, fired)
    if against:
        (evaluation.against,) = against
        evaluation.paired = compare(evaluation.figures, evaluation.against.figures)
        evaluation.intervals = intervals(evaluation.against.figures, evaluation.figures)
    else:
        evaluation.intervals = intervals(evaluation.figures)
    evaluation.refused = tuple(refused)
    return evaluation


def _sides(wish: EvaluationRequest, gold: GoldFile, refused: Refused) -> list[tuple[str, PredictedFile]]:
    """What is scored, by name: layers or files. Gold that layers cannot speak of is left out."""
    if not wish.layers:
        paths = [path for path in (wish.predictions, wish.against) if path is not None]
        return [(str(path), _predicted(path, gold.reports, refused)) for path in paths]
    # The store is opened for nothing else.
    from fzreview.work.scoring.layer_predictions import layer_predictions

    assert wish.store is not None
    layered = layer_predictions(wish.store, wish.layers, gold.reports, refused)
    gold.leave_out(layered.left)
    return list(zip(layered.names, layered.files, strict=True))


def _predicted(path: Path, reports: ReportNames, refused: Refused) -> PredictedFile:
    predicted = read_predicted(path, reports, refused)
    if predicted.elsewhere and not predicted.rows and len(reports):
        known = next(iter(reports))
        refused.append(InputRefused("other_reports", name=path, doc=predicted.stranger, gold=known.name))
    return predicted


def _readings(reports: ReportNames, sources: Sources, refused: Refused) -> dict[str, Reading]:
    """The reports that gold knows, read by the extractor; those without a source are refused."""
    from fzreview.reading.read import read_report

    readings: dict[str, Reading] = {}
    for report in reports:
        try:
            source = sources.text(report)
        except FzError as error:
            refused.append(error)
            continue
        if source is None:
            refused.append(FzError("source_missing", doc=report.name))
        else:
            readings[report.name] = read_report(source)
    return readings


def _extracted(readings: Mapping[str, Reading]) -> PredictedFile:
    rows = [
        FigureRow.of_figure(name, figure) for name, reading in readings.items() for figure in reading.figures
    ]
    return PredictedFile(rows, set(FIELDS))


def _fitting(
    rows: Iterable[GoldRow], readings: Mapping[str, Reading], path: Path, refused: Refused
) -> list[GoldRow]:
    """The rows of reports that were read; one whose surface the source does not hold is refused."""
    fitting: list[GoldRow] = []
    for row in rows:
        figure = row.figure
        reading = readings.get(figure.doc)
        if reading is None:
            continue
        found = reading.source[figure.start : figure.end]
        if figure.surface and figure.surface != found:
            refused.append(
                InputRefused(
                    "surface_differs", name=path, line=row.line, surface=figure.surface, found=found[:40]
                )
            )
        else:
            fitting.append(row)
    return fitting


def _with_sections(
    rows: Iterable[GoldRow], structure: GoldStructure, readings: Mapping[str, Reading]
) -> list[GoldRow]:
    """The rows, their sections filled in from gold's outline or the reading's where they do not tell them."""
    paths: dict[str, Callable[[int], tuple[str, ...]]] = {
        name: section_paths(outline).labels for name, outline in structure.get(OUTLINE, {}).items()
    }
    for name, reading in readings.items():
        if name not in paths:
            paths[name] = SectionPaths(reading.outline).labels
    filled = []
    for row in rows:
        figure = row.figure
        if figure.section is None and figure.doc in paths:
            figure = replace(figure, section=paths[figure.doc](figure.start))
            row = replace(row, figure=figure)
        filled.append(row)
    return filled
