"""Decisions made elsewhere (by others, or at another desk) in words."""

from __future__ import annotations

from collections.abc import Iterable

from fzreview.domain.reports.stored import HeldDecision
from fzreview.review.open_report.news import action_of
from fzreview.strings import say
from fzreview.text.displayable import one_line


def news_words(news: Iterable[HeldDecision], reviewer: str) -> str:
    """Who decided what, displayable; ``reviewer`` is the reader. Empty for no news."""
    told = (_word_of(held, reviewer) for held in news)
    return say("desk.news.and").join(dict.fromkeys(told))


def _word_of(held: HeldDecision, reviewer: str) -> str:
    key = "desk.news.own" if held.reviewer == reviewer else "desk.news.other"
    what, correction = say(f"desk.done.{action_of(held.decision)}"), held.decision.correction
    if correction is not None:
        # The corrected value, to compare with what was typed here.
        value = f"{one_line(correction.value)} {one_line(correction.unit)}"
        what = say("desk.news.corrected", value=value, subject=one_line(correction.subject))
    return say(key, reviewer=one_line(held.reviewer), what=what)
