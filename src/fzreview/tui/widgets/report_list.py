"""The reports of a store, one row each, with a bar of progress."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from fzreview.domain.stored import ReportSummary
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.rows_pane import RowsPane

BAR_CELLS = 10


class ReportList(RowsPane):
    """Progress, tally, year and title of each report."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._reports: Sequence[ReportSummary] = ()

    def show_reports(self, reports: Sequence[ReportSummary], here: str | None) -> None:
        """Show these reports, the cursor on the one whose sha256 is ``here``."""
        self._reports = reports
        cursor = next((row for row, report in enumerate(reports) if report.sha256 == here), 0)
        self.show_rows(len(reports), cursor)

    def report(self, row: int) -> ReportSummary:
        return self._reports[row]

    def row_text(self, row: int, width: int) -> Text:
        report = self._reports[row]
        filled = report.decided * BAR_CELLS // report.figures if report.figures else BAR_CELLS
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append(" " + "#" * filled + "." * (BAR_CELLS - filled), style="bold" if filled else "dim")
        text.append(f" {report.decided:>5}/{report.figures:<5}")
        text.append(f" {say('desk.status.wrong')} {report.wrong:<3}", style="bold" if report.wrong else "dim")
        text.append(
            f" {say('desk.status.unsure')} {report.unsure:<3}", style="bold" if report.unsure else "dim"
        )
        text.append(f" {report.year or '    '}  ")
        text.append(one_line(report.title or say("desk.no_title")))
        text.append(f"  {one_line(report.issuer or report.region or '')}", style="dim")
        text.append(f"  {one_line(report.doc)}", style="dim")
        return text
