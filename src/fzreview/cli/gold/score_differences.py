"""The differences of an evaluation, each with its place in the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from rich.text import Text

from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.scoring.figure_scores import ASPECTS, Difference, Judged
from fzreview.scoring.paired import Contrast, Paired
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.work.scoring.evaluating import Evaluation
from fzreview.work.scoring.evaluation_rows import chosen


def structure_lines(evaluation: Evaluation) -> Iterator[Text]:
    """Missed and spurious headings, items and repairs, and wrong fields of the metadata."""
    for name, tally in evaluation.structure.tallies.items():
        for sort, rows in (("missed", tally.missed), ("spurious", tally.spurious)):
            if rows:
                title = f"{say(f'evaluate.{name}')} · {say(f'evaluate.aspect.{sort}')} {len(rows)}"
                yield Text(f"\n{title}", style="bold")
                yield from (Text(f"  {one_line(row)}") for row in rows)
    for doc, fields in evaluation.structure.metadata.items():
        for field in (field for field, right in fields.items() if not right):
            yield Text(f"{say('evaluate.metadata')}  {one_line(doc)}  {field}", style="bold")


def difference_lines(evaluation: Evaluation, aspects: Collection[str], most: int) -> Iterator[Text]:
    """At most ``most`` differences of each of ``aspects``, under their number."""
    differences = evaluation.figures.differences
    counts = Counter(one.aspect for one in differences)
    shown: defaultdict[str, list[Difference]] = defaultdict(list)
    for one in chosen(differences, aspects, most):
        shown[one.aspect].append(one)
    for aspect in ASPECTS:
        if aspect not in aspects or not counts[aspect]:
            continue
        words = say(f"evaluate.aspect.{aspect}")
        yield _title(say("evaluate.differences", aspect=words, count=counts[aspect]))
        for one in shown[aspect]:
            yield _line(evaluation, one.row, _told(one))
        yield from _rest(counts[aspect], most)


def contrast_lines(evaluation: Evaluation, paired: Paired, most: int) -> Iterator[Text]:
    """The test, and at most ``most`` figures of each sort in which two predictions part."""
    yield _title(
        say(
            "evaluate.paired",
            both=paired.both,
            first=len(paired.first_only),
            second=len(paired.second_only),
            neither=paired.neither,
            p="< 0.0001" if paired.p_value < 0.0001 else f"= {paired.p_value:.4f}",
        )
    )
    yield from _contrasts(evaluation, "first_only", paired.first_only, most)
    yield from _contrasts(evaluation, "second_only", paired.second_only, most)
    yield from _spurious(evaluation, "first_spurious", paired.first_spurious, most)
    yield from _spurious(evaluation, "second_spurious", paired.second_spurious, most)


def _contrasts(evaluation: Evaluation, name: str, contrasts: Sequence[Contrast], most: int) -> Iterator[Text]:
    if contrasts:
        yield _title(say(f"evaluate.{name}", count=len(contrasts)))
    for one in contrasts[:most]:
        wrong = one.second if one.first.strict else one.first
        yield _line(evaluation, one.gold, f"{_all(one.gold)} ≠ {_answer(wrong)}")
    yield from _rest(len(contrasts), most)


def _spurious(evaluation: Evaluation, name: str, rows: Sequence[FigureRow], most: int) -> Iterator[Text]:
    if rows:
        yield _title(say(f"evaluate.{name}", count=len(rows)))
    for row in rows[:most]:
        yield _line(evaluation, row, _all(row))
    yield from _rest(len(rows), most)


def _title(words: str) -> Text:
    return Text(f"\n{words}", style="bold")


def _rest(count: int, most: int) -> Iterator[Text]:
    if count > most:
        yield Text(f"  {say('evaluate.more', count=count - most)}", style="dim")


def _line(evaluation: Evaluation, row: FigureRow, told: str) -> Text:
    place = evaluation.context(row)
    line = Text(f"  {one_line(row.doc)} {row.start}-{row.end}  ", style="dim")
    line.append(one_line(row.surface if place is None else place), style="none")
    line.append(f"  {told}", style="bold")
    return line


def _told(difference: Difference) -> str:
    if difference.gold is None or difference.predicted is None:
        return _all(difference.row)
    if difference.aspect == "span":
        return f"{_span(difference.gold)} ≠ {_span(difference.predicted)}"
    gold, predicted = (getattr(row, difference.aspect) for row in (difference.gold, difference.predicted))
    return f"{_word(gold)} ≠ {_word(predicted)}"


def _word(field: str | None) -> str:
    return "–" if field is None else one_line(field)


def _span(row: FigureRow) -> str:
    return one_line(row.surface) or f"{row.start}-{row.end}"


def _answer(judged: Judged) -> str:
    if judged.predicted is None:
        return say("evaluate.aspect.missed")
    return f"{_span(judged.predicted)}: {_all(judged.predicted)}"


def _all(row: FigureRow) -> str:
    value = row.value if row.upper is None else f"{row.value}–{row.upper}"
    return " ".join(filter(None, map(one_line, (row.bound, value, row.unit, row.kind, row.subject))))
