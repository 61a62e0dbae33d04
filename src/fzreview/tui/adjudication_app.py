"""The application that ``fzreview adjudicate`` runs."""

from __future__ import annotations

from textual.screen import Screen

from fzreview.config.settings import Settings
from fzreview.review.adjudicating import Adjudicating
from fzreview.tui.app import FzReviewApp
from fzreview.tui.screens.adjudication import AdjudicationScreen
from fzreview.work.judging.reviewing import Review
from fzreview.work.team.dissent.adjudicating import Adjudicator


class AdjudicationApp(FzReviewApp):
    """The review application with the adjudication screen as its default screen."""

    CSS_PATH = ["screens/desk.tcss", "screens/adjudication.tcss"]  # noqa: RUF012 - declared so by Textual

    def __init__(
        self,
        review: Review,
        adjudicator: Adjudicator,
        session: Adjudicating,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(review, settings)
        self._adjudicator = adjudicator
        self._session = session

    def get_default_screen(self) -> Screen[None]:
        return AdjudicationScreen(self._adjudicator, self._session)
