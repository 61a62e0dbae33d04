"""What a hub has for a store, taken from there: rows page by page, packages whole."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from fzreview.domain.team.assignment import Assignment
from fzreview.domain.team.hub import Cursor, Laid
from fzreview.domain.team.merged import FormerWord, Merged
from fzreview.domain.team.packages import PACKED_REPORTS
from fzreview.errors import FzError, error_fields
from fzreview.hub.protocol import Hub
from fzreview.store.hubs.reader import HubReader
from fzreview.store.hubs.writer import HubWriter
from fzreview.store.reader import StoreReader
from fzreview.work.merging.merge import merge
from fzreview.work.team.hub.meeting import Met, meeting, note_synced
from fzreview.work.team.hub.packages import unpacked


@dataclass
class Got:
    """What one store's get came to."""

    store: str
    new: int = 0
    """Rows that the store did not have."""
    known: int = 0
    holding: int = 0
    """New rows by which somebody holds something now."""
    waiting: int = 0
    """New rows of reports that are not here."""
    packages: int = 0
    """Packages of which reports or rows were taken."""
    opened: int = 0
    """Figures about which reviewers disagree now and did not before."""
    closed: int = 0
    forked: list[str] = field(default_factory=list)
    """Sites of which it shows now that their file was copied and used twice."""
    former: tuple[FormerWord, ...] = ()
    """New words that were said of a former reading, in order of place."""
    told: list[FzError] = field(default_factory=list)
    """What could not be taken; the rest was."""

    def row(self) -> dict[str, Any]:
        """The row of ``hub get --json``."""
        counts = ("store", "new", "known", "holding", "waiting", "packages", "opened", "closed", "forked")
        told = [error_fields(one) for one in self.told]
        former = [asdict(one) for one in self.former]
        return {name: getattr(self, name) for name in counts} | {"former": former, "told": told}

    def add(self, one: Merged) -> None:
        """Count what a page or a package came to; rows that wait for a package are counted at the end."""
        self.known += one.known
        self.opened += one.opened
        self.closed += one.closed
        self.forked += one.forked
        if one.error is not None:
            self.told.append(one.error)


def get(hub: Hub, store: Path, *, again: bool = False) -> Got:
    """Take rows, of who coordinates also reports and packages; a store that is not there is made anew.

    A package's owner gets their own rows of other machines about its reports. ``again`` reads all from the
    beginning. Raises FzError where the store or the hub cannot be used; what was taken by then stays.
    """
    done = Got(str(store))
    with meeting(hub, store, puts=False) as (met, here), closing(HubWriter(store)) as writer:
        last = here.last_entry()
        if again:
            writer.rewind(met.hub).result()
        laid = hub.packages(met.member) if met.lays or met.member is not None else []
        _get_rows(hub, met, here, writer, laid, done)
        taken = here.cursor(met.hub).taken
        for one in laid if met.lays else ():
            # What is nobody's comes first and may bring others on record.
            if one.site not in taken and one.site not in here.packages():
                _get_package(hub, met, store, writer, one, done)
        if not done.told:
            note_synced(here, met.hub, writer)
        done.new, done.holding, done.waiting = here.counts_behind(last)
        done.former = here.former_behind(last)
    return done


def _get_rows(
    hub: Hub, met: Met, here: HubReader, writer: HubWriter, laid: Sequence[Laid], done: Got
) -> None:
    cursor = here.cursor(met.hub)
    only = None if met.member is None else here.reports()
    owners = here.owners()
    # Whose packages are out there: rows from their sites are those of one person.
    new = [(one.site, one.owner, one.purpose) for one in laid if one.owner and one.site not in owners]
    if new:
        writer.note_owners(new).result()
    try:
        _get_pages(hub, met, cursor, only, writer, done)
    except FzError as error:
        if error.code not in ("hub_rewritten", "hub_shortened"):
            raise
        done.told.append(error)
        writer.rewind(met.hub).result()
        _get_pages(hub, met, Cursor(), only, writer, done)


def _get_pages(
    hub: Hub, met: Met, cursor: Cursor, only: Collection[str] | None, writer: HubWriter, done: Got
) -> None:
    for page in hub.pull(cursor, met.member):
        if isinstance(page, FzError):
            done.told.append(page)
            continue
        for one in writer.take_page(met.hub, page, only).result():
            done.add(one)


def _get_package(hub: Hub, met: Met, store: Path, writer: HubWriter, laid: Laid, done: Got) -> None:
    """Take a package's reports, and put on record that it went out."""
    try:
        with tempfile.TemporaryDirectory(prefix="fzreview-hub-") as folder:
            path = Path(folder) / "package.db"
            package = unpacked(hub, laid, met.project, path)
            (merged,) = merge(store, [path])
    except FzError as error:
        if error.code == "hub_unreached":
            raise
        done.told.append(error)
        return
    done.add(replace(merged, source=f"{hub.place} {laid.site}"))
    if merged.error is not None:
        return
    writer.note_taken(met.hub, (laid.site,)).result()
    if laid.purpose != PACKED_REPORTS:
        done.packages += 1
        writer.record_packages([package]).result()
        with StoreReader(store) as reader:
            plan = reader.team.assignment().reviewers
        given = {sha: tuple(sorted({*plan.get(sha, ()), package.owner})) for sha in package.reports}
        writer.record_assignment(Assignment({**plan, **given}), package.at).result()
