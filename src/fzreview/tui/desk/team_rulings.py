"""Recording rulings of the team, which the guide then shows."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import Final

from textual.screen import Screen

from fzreview.domain.reports.stored import StoredFigure
from fzreview.errors import FzError
from fzreview.review.guide import topic_for
from fzreview.review.wording.change_words import change_description
from fzreview.review.wording.ruling_words import topic_words
from fzreview.strings import language, say
from fzreview.text.displayable import one_line
from fzreview.text.sentences.around import words_around
from fzreview.tui.desk.status_line import StatusLine
from fzreview.work.judging.reviewing import Review
from fzreview.work.listing.guide import guide_rules

MAX_CONTEXT_CHARACTERS: Final = 200
"""Characters of the sentence that a ruling quotes on either side of its figure."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The subject of a ruling that is being entered."""

    topic: str
    sentence: str
    report: str
    figure: str


class RulingController:
    """Opens the dialog of a ruling and records it."""

    def __init__(self, screen: Screen[None], review: Review, status_line: StatusLine) -> None:
        self._screen = screen
        self._review = review
        self._status_line = status_line

    def ask(self) -> None:
        """Open the dialog for a ruling on the current figure."""
        session = self._review.session
        stored = session.current_figure
        if stored is None:
            return
        clean = session.report.reading.clean
        start, end = clean.clean_span(stored.figure.start, stored.figure.end)
        before, behind = words_around(clean.text, start, end, MAX_CONTEXT_CHARACTERS)
        sentence = f"{before}{clean.text[start:end]}{behind}".strip()
        topic = topic_for(guide_rules(language()), stored)
        draft = Draft(topic, sentence, session.report.sha256, stored.span_key)
        self._ask(draft, _proposed(stored))

    def _ask(self, draft: Draft, decision: str, why: str = "", notice: str = "") -> None:
        from fzreview.tui.screens.ruling import RulingScreen

        screen = RulingScreen(topic_words(draft.topic), draft.sentence, decision, why, notice)
        self._screen.app.push_screen(screen, partial(self._ruled, draft))

    async def _ruled(self, draft: Draft, told: tuple[str, str] | None) -> None:
        if told is None:
            return
        decision, why = told
        written = self._review.rule(draft.topic, draft.sentence, decision, why, draft.report, draft.figure)
        try:
            await asyncio.wrap_future(written)
        except FzError as error:
            notice = say("desk.not_saved", reason=one_line(str(error)))
            self._status_line.show(notice, urgent=True)
            self._ask(draft, decision, why, notice)
            return
        self._status_line.show(say("ruling.kept"), persistent=True)


def _proposed(stored: StoredFigure) -> str:
    """The latest decision on a figure in words; empty without one."""
    decision = stored.latest.decision if stored.latest else None
    if decision is None or decision.verdict is None:
        return ""
    if decision.verdict == "wrong":
        return change_description(stored.figure, decision) if decision.reason is not None else ""
    return say(f"desk.status.{decision.verdict}")
