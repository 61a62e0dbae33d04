"""A store and a hub brought together: are they of one project, and who is one there?"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from fzreview.domain.team.hub import About
from fzreview.errors import FzError, StoreError
from fzreview.hub.protocol import Hub
from fzreview.store.hubs.reader import HubReader
from fzreview.store.hubs.writer import HubWriter
from fzreview.store.opening.connect import create_or_migrate
from fzreview.work.clock import a_minute_ago, now


@dataclass(frozen=True, slots=True)
class Met:
    """What both know of each other."""

    hub: str
    """Id of the hub."""
    project: str
    member: str | None
    """The reviewer whose own work alone travels; None for who coordinates or carries all."""
    lays: bool
    """Whether packages may be put there."""


@contextmanager
def meeting(hub: Hub, store: Path, *, puts: bool) -> Iterator[tuple[Met, HubReader]]:
    """Who one is at the hub, and answers from the store.

    The hub is remembered in the store; one without a project gets the store's, a new store the hub's. Raises
    FzError where they are of different projects or the store is not that of the login.
    """
    if puts and not store.exists():
        raise StoreError("store_missing", path=store)
    # The store is opened and looked at while the answer is on its way.
    with ThreadPoolExecutor(1) as thread:
        asking = thread.submit(hub.about)
        create_or_migrate(store)
        here = HubReader(store)
        with closing(here):
            here.is_blank()
            yield _agreed(hub, store, here, asking.result(), puts=puts), here


def _agreed(hub: Hub, store: Path, here: HubReader, about: About, *, puts: bool) -> Met:
    site, known, owner = here.identity()
    ours = known or site
    if about.project is None:
        if not puts or about.role == "member":
            raise FzError("hub_not_begun", place=hub.place)
        hub.claim(ours)
        about = hub.about()
    project = about.project
    if project is None or (project != ours and not (not puts and here.is_blank())):
        raise FzError("hub_other_project", place=hub.place)
    if about.role == "member" and owner is not None and owner != about.reviewer:
        raise FzError("hub_not_yours", path=store, owner=owner, reviewer=about.reviewer)
    if not here.knows(about.hub, hub.place):
        with closing(HubWriter(store)) as writer:
            writer.meet(about.hub, hub.place, project).result()
    member = _member(about, owner)
    return Met(about.hub, project, member, member is None and about.role in (None, "coordinator"))


def note_synced(here: HubReader, hub: str, writer: HubWriter) -> None:
    """Note that all went through; what is shown by the minute is not written more often."""
    if not here.is_synced(hub, a_minute_ago()):
        writer.note_synced(hub, now()).result()


def _member(about: About, owner: str | None) -> str | None:
    if about.role == "member":
        return about.reviewer
    # Who holds a package is its owner, also one who may do more with other stores.
    return owner
