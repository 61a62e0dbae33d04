"""An evaluation as one page that needs nothing beside it: scores, and every difference with both readings.

Reports and predictions come from outside: whatever of them stands here is escaped, and the page forbids
itself to load anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template

from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.errors import FzError
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.scoring.figure_scores import Difference
from fzreview.strings import language, say
from fzreview.text.displayable import one_line
from fzreview.work.scoring.evaluating import Evaluation

NOTHING = "–"


def write_page(evaluation: Evaluation, path: Path) -> None:
    """Write the page, whole or not at all. Raises FzError where it cannot be written."""
    try:
        with AtomicFile(path) as file:
            file.write(page(evaluation).encode("utf-8"))
    except OSError as error:
        raise FzError("unwritable", path=path, reason=error.strerror or str(error)) from error


def page(evaluation: Evaluation) -> str:
    """The page as HTML; every difference is a row that can be filtered."""
    template = files("fzreview.work.scoring").joinpath("evaluation_page.html").read_text(encoding="utf-8")
    differences = evaluation.figures.differences
    return Template(template).substitute(
        language=language(),
        title=_safe(say("evaluate.page.title", name=evaluation.prediction.name)),
        scores="".join(_scores(evaluation)),
        aspects=_options({one.aspect: say(f"evaluate.aspect.{one.aspect}") for one in differences}),
        reports=_options({one.row.doc: one.row.doc for one in differences}),
        rows="".join(_row(evaluation, one) for one in differences),
        **{
            name: _safe(say(f"evaluate.page.{name}"))
            for name in (
                "search",
                "all",
                "aspect",
                "report",
                "place",
                "gold",
                "predicted",
                "sentence",
                "shown",
            )
        },
    )


def _scores(evaluation: Evaluation) -> Iterator[str]:
    heads = [say(f"evaluate.{name}") for name in ("score", "precision", "recall", "f1", "hits")]
    yield _line("th", heads)
    for name, agreement in evaluation.figures.agreements.items():
        told = [NOTHING if share is None else f"{share:.4f}" for share in agreement.told]
        yield _line("td", [say(f"evaluate.{name}"), *told, f"{agreement.hits}/{agreement.gold}"])


def _line(cell: str, texts: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{cell}>{_safe(text)}</{cell}>' for text in texts)}</tr>\n"


def _options(told: Mapping[str, str]) -> str:
    """The values of a filter, each with what a person reads."""
    return "".join(
        f'<option value="{_safe(value)}">{_safe(words)}</option>' for value, words in sorted(told.items())
    )


def _row(evaluation: Evaluation, difference: Difference) -> str:
    row = difference.row
    context = evaluation.context(row)
    cells = [
        say(f"evaluate.aspect.{difference.aspect}"),
        row.doc,
        f"{row.start}–{row.end}",
        _reading(difference.gold),
        _reading(difference.predicted),
        row.surface if context is None else context,
    ]
    keys = f'data-aspect="{difference.aspect}" data-report="{_safe(row.doc)}"'
    return f"<tr {keys}>{''.join(f'<td>{_safe(cell)}</td>' for cell in cells)}</tr>\n"


def _reading(row: FigureRow | None) -> str:
    """What one side says of the figure."""
    if row is None:
        return NOTHING
    value = row.value if row.upper is None else f"{row.value}–{row.upper}"
    return " ".join(filter(None, (row.surface, row.bound, value, row.unit, row.kind, row.subject)))


def _safe(text: str) -> str:
    return escape(one_line(text), quote=True)
