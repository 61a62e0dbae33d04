"""The outside's clock and dice, for floors that have none of their own."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import uuid4

from fzreview.review.steps.step import EntryStamp

JUST_NOW: Final = timedelta(minutes=10)
"""Who wrote down a place within this time is still at it."""


def now() -> str:
    """The time in UTC, ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def latest() -> str:
    """As late as a decision can be by now: a day ahead, for clocks of other places that run fast."""
    ahead = datetime.now(UTC) + timedelta(days=1)
    return ahead.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def just_now() -> str:
    """The earliest time that is just now, as the journal writes times."""
    moment = datetime.now(UTC) - JUST_NOW
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def a_minute_ago() -> str:
    """The time a minute ago, as the journal writes times."""
    moment = datetime.now(UTC) - timedelta(minutes=1)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def local_day(at: str) -> str:
    """The reviewer's calendar day of a time in UTC, ISO 8601."""
    return datetime.fromisoformat(at).astimezone().date().isoformat()


def midnight(at: str) -> str:
    """When the reviewer's calendar day of a time began, as :func:`now` tells times."""
    day = datetime.fromisoformat(at).astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    # Once more, because the clocks may have been changed since midnight.
    begin = day.replace(tzinfo=None).astimezone(UTC)
    return begin.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class EntryStamper:
    """Stamps decisions with a uuid, the time, and the time since the one before."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self) -> EntryStamp:
        before, self._last = self._last, time.monotonic()
        return EntryStamp(uuid4().hex, now(), round((self._last - before) * 1000))
