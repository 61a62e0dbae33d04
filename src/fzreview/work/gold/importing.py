"""Gold back into a store: every row a decision in the journal, told one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal
from uuid import uuid4

from fzreview.domain.circumstances import ORDINARY, Circumstances
from fzreview.domain.figure import GUIDE_VERSION
from fzreview.domain.gold_fields import section_fields, unsettled_fields
from fzreview.domain.keys import figure_key
from fzreview.domain.returned import Returned, ReturnedFigure, ReturnedSection, ReturnedUnsettled, Unreadable
from fzreview.domain.stored import StoredFigure
from fzreview.domain.times import is_possible
from fzreview.domain.verdict import Action, Decision, JournalEntry, Target
from fzreview.errors import Conflict, InputRefused, StoreError, UsageError, error_fields
from fzreview.gold.format_options import Units
from fzreview.gold.formats import READERS, gold_reader
from fzreview.review.session import READ
from fzreview.store.connect import prepare
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import latest, now
from fzreview.work.gold.import_decisions import Wish, wish
from fzreview.work.gold.import_reports import HeldReport, ReportFinder, plain

Outcome = Literal["imported", "already_there", "conflict", "refused"]

_MOST: Final = 10_000
"""Rows that wait at most, were they all of one report or of none."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one row."""

    name: str
    """File and line, task or entity."""
    outcome: Outcome
    key: str | None = None
    """The figure or, for a section read completely, its heading; None where that is not known."""
    reviewer: str | None = None
    action: Action | None = None
    """What the journal calls it; None where nothing was recorded."""
    error: InputRefused | None = None
    deleted: bool = False
    """The span was taken out of a task that somebody completed, which rejects it."""

    def row(self) -> dict[str, Any]:
        """The row of ``import --json``."""
        return {
            "name": self.name,
            "outcome": self.outcome,
            "key": self.key,
            "reviewer": self.reviewer,
            "action": self.action,
            "deleted": self.deleted,
            **error_fields(self.error),
        }


def import_gold(
    store: Path,
    format: str,
    path: Path,
    editor: str,
    *,
    reviewers: Mapping[str, str] | None = None,
    units: Units | None = None,
    replacing: bool = False,
    dry_run: bool = False,
) -> Iterator[Imported]:
    """Take back what a file or folder of gold says, in its order, a report at a time.

    Rows as exported keep their reviewer, and their time unless nobody can have decided then; what was edited
    or added elsewhere is the ``editor``'s, or that of the reviewer whom ``reviewers`` names for the other
    tool's user who did it. ``units`` count the offsets of a file that does not tell. A decision that differs
    from what the same reviewer holds is a conflict, unless ``replacing``. With ``dry_run`` nothing is
    written. Raises UsageError for a format that cannot be read back, StoreError, and FzError where there is
    nothing to read.
    """
    if format not in READERS:
        raise UsageError("import_format", format=format, known=" ".join(READERS))
    if not store.exists():
        raise StoreError("store_missing", path=store)
    prepare(store)
    items = gold_reader(format).read(path, units)
    writer = None if dry_run else StoreWriter(store)
    try:
        with StoreReader(store) as reader:
            importer = _Importer(ReportFinder(reader), writer, editor, reviewers or {}, replacing)
            for item in items:
                yield from importer.take(item)
            yield from importer.flush()
    finally:
        if writer is not None:
            writer.close()


class _Importer:
    """Collects the entries of one report and records them together, so that an import is undone as one."""

    def __init__(
        self,
        finder: ReportFinder,
        writer: StoreWriter | None,
        editor: str,
        reviewers: Mapping[str, str],
        replacing: bool,
    ) -> None:
        self._finder = finder
        self._writer = writer
        self._editor = editor
        self._reviewers = reviewers
        self._replacing = replacing
        self._session = f"import-{uuid4().hex[:12]}"
        self._report: HeldReport | None = None
        self._waiting: list[tuple[Imported, Sequence[JournalEntry]]] = []
        self._batches: dict[str, str] = {}

    def take(self, item: Returned) -> Iterator[Imported]:
        """Note what an item means; yields what has become certain."""
        if len(self._waiting) >= _MOST:
            yield from self.flush()
        if isinstance(item, Unreadable):
            self._wait(Imported(str(item.error.params.get("name", "")), "refused", error=item.error))
            return
        try:
            held = self._finder.find(item.name, item.report)
        except InputRefused as error:
            self._wait(Imported(item.name, "refused", error=error))
            return
        if held is not self._report:
            yield from self.flush()
            self._report = held
        try:
            if isinstance(item, ReturnedSection):
                self._take_section(item, held)
            elif isinstance(item, ReturnedUnsettled):
                self._take_unsettled(item, held)
            else:
                self._take_figure(item, held)
        except InputRefused as error:
            self._wait(Imported(item.name, "refused", error=error))

    def flush(self) -> Iterator[Imported]:
        """Record what waits; yields what became of each row in its order."""
        failed = self._record()
        for told, entries in self._waiting:
            error = next((failed[one.uuid] for one in entries if one.uuid in failed), None)
            yield told if error is None else replace(told, outcome="conflict", action=None, error=error)
        self._waiting = []
        self._batches = {}

    def _record(self) -> dict[str, InputRefused]:
        """Write the entries, a commit for each reviewer; uuids of those that met another decision."""
        failed: dict[str, InputRefused] = {}
        if self._writer is None:
            return failed
        entries = [entry for _, waiting in self._waiting for entry in waiting]
        # Figures are added before anybody decides on them, whoever stands first in the file.
        for added in (True, False):
            for reviewer in dict.fromkeys(entry.reviewer for entry in entries):
                own = [
                    one for one in entries if one.reviewer == reviewer and (one.action == "added") is added
                ]
                try:
                    self._writer.record_all(own).result()
                except Conflict:
                    for entry in own:
                        place = figure_key(entry.report, entry.figure)
                        failed[entry.uuid] = InputRefused("import_meanwhile", name=place, reviewer=reviewer)
        return failed

    def _take_section(self, item: ReturnedSection, held: HeldReport) -> None:
        fields = section_fields(item.name, item.row)
        span_key = f"{fields.start}-{fields.end}"
        if not held.has_section(span_key):
            raise InputRefused("import_no_section", name=item.name, start=fields.start, end=fields.end)
        key = figure_key(held.sha256, span_key)
        if held.held("section", span_key, fields.reviewer) is not None:
            self._wait(Imported(item.name, "already_there", key, fields.reviewer))
            return
        entry = self._entry(
            held, "section", span_key, fields.reviewer, _possible(fields.signed_at), "signed_off", READ
        )
        self._wait(Imported(item.name, "imported", key, fields.reviewer, "signed_off"), entry)

    def _take_unsettled(self, item: ReturnedUnsettled, held: HeldReport) -> None:
        """What is no gold, or none yet: see ``domain.unsettled``."""
        fields = unsettled_fields(item.name, item.row)
        span_key = f"{fields.start}-{fields.end}"
        found = held.source[fields.start : fields.end]
        if found != fields.surface:
            raise InputRefused(
                "import_span",
                name=item.name,
                start=fields.start,
                end=fields.end,
                surface=fields.surface,
                found=found,
            )
        stored, decision = held.figure(span_key), fields.decision
        there = held.has_candidate(span_key) if fields.target == "candidate" else stored or fields.added
        if not there:
            raise InputRefused("import_no_place", name=item.name, start=fields.start, end=fields.end)
        key = figure_key(held.sha256, span_key)
        before = held.held(fields.target, span_key, fields.reviewer)
        if before == decision:
            self._wait(Imported(item.name, "already_there", key, fields.reviewer))
            return
        if before is not None and not self._replacing:
            error = InputRefused("import_conflict", name=item.name, figure=key, reviewer=fields.reviewer)
            self._wait(Imported(item.name, "conflict", key, fields.reviewer, error=error))
            return
        at = _possible(fields.decided_at)
        entries = []
        if fields.target == "figure" and stored is None:
            adding = Decision("verified", correction=fields.added)
            place = (held, fields.target, span_key, fields.reviewer, at)
            entries.append(self._entry(*place, "added", adding, fields.extractor))
        action = _unsettled_action(fields.target, decision)
        entries.append(
            self._entry(
                held, fields.target, span_key, fields.reviewer, at, action, decision, fields.extractor
            )
        )
        self._wait(Imported(item.name, "imported", key, fields.reviewer, action), *entries)

    def _take_figure(self, item: ReturnedFigure, held: HeldReport) -> None:
        wished = wish(item, held, self._reviewers.get(item.annotator or "", self._editor))
        key = figure_key(held.sha256, wished.span_key)
        stored = held.figure(wished.span_key)
        before = stored.of(wished.reviewer) if stored else None
        if stored is not None and before is not None and before.verdict is not None:
            if _same(stored, before, wished.decision):
                self._wait(Imported(item.name, "already_there", key, wished.reviewer))
                return
            made_from = wished.instead_of is not None and _same(stored, before, wished.instead_of)
            if not self._replacing and not made_from:
                error = InputRefused("import_conflict", name=item.name, figure=key, reviewer=wished.reviewer)
                self._wait(Imported(item.name, "conflict", key, wished.reviewer, error=error))
                return
        entries = list(self._entries(wished, held, stored, before))
        told = Imported(item.name, "imported", key, wished.reviewer, entries[-1].action, deleted=item.deleted)
        self._wait(told, *entries)

    def _entries(
        self, wished: Wish, held: HeldReport, stored: StoredFigure | None, before: Decision | None
    ) -> Iterator[JournalEntry]:
        at = _possible(wished.at)
        decision = wished.decision
        if decision.comment is None and before is not None and before.verdict is None:
            decision = replace(decision, comment=before.comment)
        if stored is None and decision.correction is None:
            # Rejected although only a reviewer ever held it: it is added first, by the same one.
            adding = Decision("verified", correction=wished.figure)
            yield self._entry(
                held, "figure", wished.span_key, wished.reviewer, at, "added", adding, wished.extractor
            )
            decision = replace(decision, correction=wished.figure)
            stored = held.figure(wished.span_key)
        yield self._entry(
            held,
            "figure",
            wished.span_key,
            wished.reviewer,
            at,
            _action(stored, decision),
            decision,
            wished.extractor,
            wished.circumstances,
            wished.elapsed_ms,
        )

    def _entry(
        self,
        held: HeldReport,
        target: Target,
        span_key: str,
        reviewer: str,
        at: str,
        action: Action,
        after: Decision,
        extractor: str | None = None,
        circumstances: Circumstances = ORDINARY,
        elapsed_ms: int = 0,
    ) -> JournalEntry:
        entry = JournalEntry(
            uuid=uuid4().hex,
            at=at,
            reviewer=reviewer,
            session=self._session,
            action=action,
            report=held.sha256,
            figure=span_key,
            before=held.held(target, span_key, reviewer),
            after=after,
            elapsed_ms=elapsed_ms,
            extractor=extractor or held.report.extractor,
            guide=GUIDE_VERSION,
            target=target,
            note=replace(circumstances, imported=True).note,
            batch=self._batches.setdefault(reviewer, uuid4().hex),
        )
        held.follow(entry)
        return entry

    def _wait(self, told: Imported, *entries: JournalEntry) -> None:
        self._waiting.append((told, entries))


def _unsettled_action(target: Target, decision: Decision) -> Action:
    if target == "candidate":
        return "ruled_out"
    if decision.verdict is None:
        return "commented"
    return "unsure" if decision.verdict == "unsure" else "wrong"


def _action(stored: StoredFigure | None, decision: Decision) -> Action:
    if stored is None:
        return "added"
    if decision.reason == "not_a_figure":
        return "not_a_figure"
    return "corrected" if decision.verdict == "wrong" else "verified"


def _same(stored: StoredFigure, one: Decision, other: Decision) -> bool:
    """Whether two decisions say the same of a figure."""

    def said(decision: Decision) -> tuple[object, ...]:
        rejected = decision.reason == "not_a_figure"
        figure = None if rejected else plain(decision.correction or stored.figure)
        return decision.verdict, decision.reason, decision.reason_class, decision.comment, figure

    return said(one) == said(other)


def _possible(at: str | None) -> str:
    """The time that a row tells; now where it tells none at which anybody can have decided."""
    return at if at and is_possible(at, latest()) else now()
