"""How a store and its hub stand to each other, in few words."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from fzreview.store.hubs.progress import sync_state
from fzreview.strings import say
from fzreview.work.clock import local_day, now


def hub_words(store: Path) -> str | None:
    """When they were synchronised last and how many rows wait, or since when the hub is not reached.

    None where the store never met a hub. Raises StoreError.
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
    """A time on the reviewer's clock; of another day with the day."""
    moment = datetime.fromisoformat(at).astimezone()
    return moment.strftime("%H:%M" if local_day(at) == local_day(now()) else "%m-%d %H:%M")
