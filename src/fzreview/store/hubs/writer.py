"""Write access to a store that is synchronised with a hub."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import Future

from fzreview.domain.team.hub import Page
from fzreview.domain.team.merged import Merged
from fzreview.store.hubs import progress
from fzreview.store.hubs.incoming import merge_page, note_owners
from fzreview.store.opening.transaction import transaction
from fzreview.store.writer import StoreWriter


class HubWriter(StoreWriter):
    """A StoreWriter that also merges pages from a hub and records the progress of the synchronisation."""

    def merge_page(self, hub: str, page: Page, only: Collection[str] | None = None) -> Future[list[Merged]]:
        """Merge the rows of a page and move the cursor past it, in one commit; see ``incoming.merge_page``.

        A segment of which rows were refused stays unread. The Future raises StoreError; then nothing was
        written.
        """

        def job(connection: sqlite3.Connection) -> list[Merged]:
            with transaction(connection, self._path):
                outcomes = merge_page(connection, page, only)
                if page.taken is None or all(one.error is None for one in outcomes):
                    progress.advance_cursor(connection, hub, page)
                return outcomes

        return self._queue.submit(job)

    def remember_hub(self, hub: str, place: str, project: str) -> Future[None]:
        """Record a hub with its address; a store without a project takes over this one."""
        return self._note(lambda connection: progress.remember_hub(connection, hub, place, project))

    def note_owners(self, owners: Iterable[tuple[str, str, str]]) -> Future[None]:
        """Record the owners of packages as ``(site, owner, purpose)``."""
        return self._note(lambda connection: note_owners(connection, owners))

    def note_sent(self, hub: str, site: str, sent: progress.SentState) -> Future[None]:
        """Record that all rows of a site were sent."""
        return self._note(lambda connection: progress.note_sent(connection, hub, site, sent))

    def note_taken(self, hub: str, names: Iterable[str]) -> Future[None]:
        """Record the names of packages or readings that were downloaded or uploaded."""
        return self._note(lambda connection: progress.note_taken(connection, hub, names))

    def reset_progress(self, hub: str) -> Future[None]:
        """Forget what was read from and sent to the hub."""
        return self._note(lambda connection: progress.reset_progress(connection, hub))

    def note_synced(self, hub: str, at: str) -> Future[None]:
        """Record a complete synchronisation at a time (ISO 8601 in UTC)."""
        return self._note(lambda connection: progress.note_synced(connection, hub, at))

    def note_unreached(self, place: str, at: str) -> Future[None]:
        """Record that the hub at an address could not be reached."""
        return self._note(lambda connection: progress.note_unreached(connection, place, at))

    def _note(self, write: Callable[[sqlite3.Connection], None]) -> Future[None]:
        def job(connection: sqlite3.Connection) -> None:
            with transaction(connection, self._path):
                write(connection)

        return self._queue.submit(job)
