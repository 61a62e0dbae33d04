"""The state of a store's synchronisation with its hub, as a short text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from fzreview.store.hubs.progress import sync_state
from fzreview.strings import say
from fzreview.work.clock import local_day, now


def sync_status(store: Path) -> str | None:
    """Time of the last synchronisation and number of unsent rows, or since when the hub cannot be reached.

    None where the store was never connected to a hub. Raises StoreError.
    """
    told = sync_state(store)
    if told is None:
        return None
    if told.unreached is not None:
        return say("desk.hub.unreached", at=_local(told.unreached), rows=told.waiting)
    if told.synced is None:
        return say("desk.hub.never", rows=told.waiting)
    if told.waiting:
        return say("desk.hub.waiting", at=_local(told.synced), rows=told.waiting)
    return say("desk.hub.synced", at=_local(told.synced))


def _local(at: str) -> str:
    """A time in UTC as local time, with month and day unless it is today's."""
    moment = datetime.fromisoformat(at).astimezone()
    return moment.strftime("%H:%M" if local_day(at) == local_day(now()) else "%m-%d %H:%M")
