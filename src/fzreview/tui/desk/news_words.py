"""How the desk tells what others, or oneself elsewhere, decided of a figure."""

from __future__ import annotations

from collections.abc import Iterable

from fzreview.domain.reports.stored import HeldDecision
from fzreview.review.open_report.news import action_of
from fzreview.strings import say
from fzreview.text.displayable import one_line


def news_words(news: Iterable[HeldDecision], reviewer: str) -> str:
    """Who decided what, displayable; ``reviewer`` is the one who is told. Empty for no news."""
    told = (_word_of(held, reviewer) for held in news)
    return say("desk.news.and").join(dict.fromkeys(told))


def _word_of(held: HeldDecision, reviewer: str) -> str:
    key = "desk.news.own" if held.reviewer == reviewer else "desk.news.other"
    what, correction = say(f"desk.done.{action_of(held.decision)}"), held.decision.correction
    if correction is not None:
        # Beside what was typed here, to be compared with it.
        value = f"{one_line(correction.value)} {one_line(correction.unit)}"
        what = say("desk.news.corrected", value=value, subject=one_line(correction.subject))
    return say(key, reviewer=one_line(held.reviewer), what=what)
