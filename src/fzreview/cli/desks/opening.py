"""Opening the review desk on a terminal that can show it."""

from __future__ import annotations

import gc
import locale
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fzreview.cli.output.plot import plot
from fzreview.config.seen_tours import SeenTours, seen_tours
from fzreview.config.settings import read_settings
from fzreview.errors import UsageError
from fzreview.strings import say
from fzreview.text.displayable import one_line

if TYPE_CHECKING:
    from fzreview.review.session_stats.stats import SessionSummary
    from fzreview.work.judging.reviewing import Review


COLLECTED_AFTER: Final = 50_000
"""Objects made before the young ones are gone through: each of the usual 700 a key or two makes."""


def open_desk(store: Path, reviewer: str | None, report: str | None, tours: SeenTours | None = None) -> int:
    """Run the desk to its end; ``tours`` says who has seen the tour, else the machine does.

    Raises UsageError without a fit terminal, StoreError for an unfit store.
    """
    check_terminal()
    settings = read_settings()
    # The store opens while the screen library loads: each takes about as long as the other.
    with ThreadPoolExecutor(1) as thread:
        opening = thread.submit(_open, store, reviewer, report)
        from fzreview.tui.app import FzReviewApp

        review = opening.result()
    # What is loaded by now stays: going through it again and again would hold up keys.
    gc.freeze()
    gc.set_threshold(COLLECTED_AFTER)
    try:
        offered = (tours or seen_tours()) if os.environ.get("FZREVIEW_TOUR") != "0" else None
        FzReviewApp(review, settings, offered).run(mouse=settings.mouse)
    finally:
        review.close()
    if settings.hub_after_sitting and settings.hub:
        from fzreview.cli.team.hub import put_after_sitting

        put_after_sitting(settings.hub, store)
    print_sitting(review.session.stats.summary())
    _print_package(store)
    return 0


def _print_package(store: Path) -> None:
    """Of a package what is left of it, or that it can be sent back; nothing of any other store."""
    from fzreview.work.team.packages.sitting import left_in_package

    left = left_in_package(store)
    if left is not None:
        key = "command.review.package_left" if left else "command.review.package_done"
        print(say(key, name=one_line(store.name), left=left), file=sys.stderr)


def print_sitting(sitting: SessionSummary) -> None:
    """How the sitting went, on standard error, care before speed; nothing where nothing was done."""
    care, pace = sitting.care, sitting.pace
    if care.sections or care.judged:
        share = round(100 * care.hasty / care.judged) if care.judged else 0
        words = say("command.review.care", sections=care.sections, doubts=care.doubts, hasty=share)
        print(words, file=sys.stderr)
    if not sitting.figures:
        return
    minutes = max(round(pace.active_ms / 60_000), 1)
    words = say("command.review.sitting", figures=sitting.figures, minutes=minutes)
    if pace.per_hour is not None:
        words += say("command.review.per_hour", per_hour=pace.per_hour)
    print(words, file=sys.stderr)
    if len(pace.hourly) > 1:
        print(say("command.review.plot", plot=plot(pace.hourly)), file=sys.stderr)


def _open(store: Path, reviewer: str | None, report: str | None) -> Review:
    from fzreview.work.judging.reviewer_name import reviewer_of
    from fzreview.work.judging.reviewing import Review

    return Review.opened(store, reviewer_of(store, reviewer), report)


def check_terminal() -> None:
    """Raises UsageError where the desk cannot be shown."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("no_terminal")
    for encoding in (sys.stdout.encoding, locale.getpreferredencoding(False)):
        if encoding.lower().replace("-", "") not in ("utf8", "utf8mb4"):
            # One character of another encoding on standard input would end the screen library.
            raise UsageError("not_utf8", encoding=encoding)
