"""A session of a store with a hub: both are of one project, and the role of the login is known."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from fzreview.domain.team.hub import HubInfo
from fzreview.errors import FzError, StoreError
from fzreview.hub.protocol import Hub
from fzreview.store.hubs.reader import HubReader
from fzreview.store.hubs.writer import HubWriter
from fzreview.store.opening.connect import create_or_migrate
from fzreview.work.clock import a_minute_ago, now


@dataclass(frozen=True, slots=True)
class HubSession:
    """Project and role under which a store synchronises with a hub."""

    hub: str
    """Id of the hub."""
    project: str
    member: str | None
    """The reviewer whose rows alone are exchanged; None for a coordinator or relay, who exchanges all."""
    may_put_packages: bool


@contextmanager
def hub_session(hub: Hub, store: Path, *, puts: bool) -> Iterator[tuple[HubSession, HubReader]]:
    """Open a store for synchronising: the session, and a reader of the store, closed at the end.

    Records the hub in the store. A hub without a project is assigned to the store's where ``puts`` is set, a
    new store to the hub's. Raises FzError where they are of different projects or the store belongs to
    somebody else than the login.
    """
    if puts and not store.exists():
        raise StoreError("store_missing", path=store)
    # The store is opened while the hub's answer is on its way.
    with ThreadPoolExecutor(1) as thread:
        asking = thread.submit(hub.about)
        create_or_migrate(store)
        here = HubReader(store)
        with closing(here):
            here.is_blank()
            yield _agreed(hub, store, here, asking.result(), puts=puts), here


def _agreed(hub: Hub, store: Path, here: HubReader, about: HubInfo, *, puts: bool) -> HubSession:
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
            writer.remember_hub(about.hub, hub.place, project).result()
    member = _member(about, owner)
    return HubSession(about.hub, project, member, member is None and about.role in (None, "coordinator"))


def note_synced(here: HubReader, hub: str, writer: HubWriter) -> None:
    """Record a complete synchronisation, at most once a minute, because the desk shows minutes only."""
    if not here.is_synced(hub, a_minute_ago()):
        writer.note_synced(hub, now()).result()


def _member(about: HubInfo, owner: str | None) -> str | None:
    if about.role == "member":
        return about.reviewer
    # In a package one acts as its owner, whatever the login may do with other stores.
    return owner
