"""What is written to a store that is synchronised with a hub."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import Future

from fzreview.domain.team.hub import Page
from fzreview.domain.team.merged import Merged
from fzreview.store.hubs import progress
from fzreview.store.hubs.incoming import note_owners, take_page
from fzreview.store.opening.transaction import transaction
from fzreview.store.writer import StoreWriter


class HubWriter(StoreWriter):
    """Takes what comes down from a hub, and remembers how far it was read and filled."""

    def take_page(self, hub: str, page: Page, only: Collection[str] | None = None) -> Future[list[Merged]]:
        """Take rows that came down, and how far the hub is read now, in one commit; see ``incoming``.

        A piece that was refused is read again the next time. The Future raises StoreError; then nothing was
        written.
        """

        def job(connection: sqlite3.Connection) -> list[Merged]:
            with transaction(connection, self._path):
                outcomes = take_page(connection, page, only)
                if page.taken is None or all(one.error is None for one in outcomes):
                    progress.advance(connection, hub, page)
                return outcomes

        return self._queue.submit(job)

    def meet(self, hub: str, place: str, project: str) -> Future[None]:
        """Remember a hub, where it was found, and whose project it and the store are of."""
        return self._note(lambda connection: progress.meet(connection, hub, place, project))

    def note_owners(self, owners: Iterable[tuple[str, str, str]]) -> Future[None]:
        """Note whose packages sites are, as ``(site, owner, purpose)``."""
        return self._note(lambda connection: note_owners(connection, owners))

    def note_sent(self, hub: str, site: str, sent: progress.Sent) -> Future[None]:
        """Note that all of a site was sent."""
        return self._note(lambda connection: progress.note_sent(connection, hub, site, sent))

    def note_taken(self, hub: str, names: Iterable[str]) -> Future[None]:
        """Note packages or reports that were taken or laid."""
        return self._note(lambda connection: progress.note_taken(connection, hub, names))

    def rewind(self, hub: str) -> Future[None]:
        """Let the hub be read and filled from its beginning."""
        return self._note(lambda connection: progress.rewind(connection, hub))

    def note_synced(self, hub: str, at: str) -> Future[None]:
        """Note that everything went through."""
        return self._note(lambda connection: progress.note_synced(connection, hub, at))

    def note_unreached(self, place: str, at: str) -> Future[None]:
        """Note that the hub at a place could not be reached."""
        return self._note(lambda connection: progress.note_unreached(connection, place, at))

    def _note(self, write: Callable[[sqlite3.Connection], None]) -> Future[None]:
        def job(connection: sqlite3.Connection) -> None:
            with transaction(connection, self._path):
                write(connection)

        return self._queue.submit(job)
