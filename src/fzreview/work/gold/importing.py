"""Gold back into a store: every row a decision in the journal, told one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.domain.dissent.provenance import SETTLED
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.gold.fields import section_fields, unsettled_fields
from fzreview.domain.gold.returned import (
    Returned,
    ReturnedFigure,
    ReturnedSection,
    ReturnedStatement,
    ReturnedUnsettled,
    Unreadable,
)
from fzreview.errors import Conflict, InputRefused, StoreError, UsageError
from fzreview.gold.formats import READERS, gold_reader
from fzreview.gold.packages.format_options import Units
from fzreview.review.steps.section_steps import READ
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.gold.import_decisions import intended_decision
from fzreview.work.gold.import_entries import (
    Attribution,
    ImportEntries,
    possible_time,
    same_decision,
    unsettled_action,
)
from fzreview.work.gold.import_reports import HeldReport, ReportFinder
from fzreview.work.gold.import_statements import statement_told
from fzreview.work.gold.imported import Imported
from fzreview.work.gold.settled_words import claims_same, settled_words

_MOST: Final = 10_000
"""Rows that wait at most, were they all of one report or of none."""


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
    create_or_migrate(store)
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
        self._entries = ImportEntries()
        self._report: HeldReport | None = None
        self._waiting: list[tuple[Imported, Sequence[JournalEntry]]] = []

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
            elif isinstance(item, ReturnedStatement):
                told, entries = statement_told(item, held, self._entries, self._replacing)
                self._wait(told, *entries)
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
        self._entries.begin_report()

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
        who = held.person("section", span_key, fields.reviewer, fields.signed_at)
        of_all = who == SETTLED and held.words("section", span_key)
        if of_all or held.held("section", span_key, who) is not None:
            self._wait(Imported(item.name, "already_there", key, who))
            return
        attribution = Attribution(held, "section", span_key, who, possible_time(fields.signed_at))
        entry = self._entries.entry(attribution, "signed_off", READ)
        self._wait(Imported(item.name, "imported", key, who, "signed_off"), entry)

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
        who = held.person(fields.target, span_key, fields.reviewer, fields.decided_at)
        before = held.held(fields.target, span_key, who)
        if before == decision:
            self._wait(Imported(item.name, "already_there", key, who))
            return
        if before is not None and not self._replacing:
            self._refuse_other(item.name, key, who)
            return
        attribution = Attribution(held, fields.target, span_key, who, possible_time(fields.decided_at))
        entries = []
        if fields.target == "figure" and stored is None:
            adding = Decision("verified", correction=fields.added)
            entries.append(self._entries.entry(attribution, "added", adding, fields.extractor))
        action = unsettled_action(fields.target, decision)
        entries.append(self._entries.entry(attribution, action, decision, fields.extractor))
        self._wait(Imported(item.name, "imported", key, who, action), *entries)

    def _take_figure(self, item: ReturnedFigure, held: HeldReport) -> None:
        intended = intended_decision(item, held, self._reviewers.get(item.annotator or "", self._editor))
        key = figure_key(held.sha256, intended.span_key)
        stored = held.figure(intended.span_key)
        before = stored.of(intended.reviewer) if stored else None
        if stored is not None and intended.settled and (words := settled_words(stored)):
            if any(claims_same(stored, word, intended.decision) for word in words):
                self._wait(Imported(item.name, "already_there", key, intended.reviewer))
                return
            if before is None and not self._replacing:
                self._refuse_other(item.name, key, intended.reviewer)
                return
        if stored is not None and before is not None and before.verdict is not None:
            if same_decision(stored, before, intended.decision):
                self._wait(Imported(item.name, "already_there", key, intended.reviewer))
                return
            made_from = intended.instead_of is not None and same_decision(stored, before, intended.instead_of)
            if not self._replacing and not made_from:
                self._refuse_other(item.name, key, intended.reviewer)
                return
        entries = list(self._entries.of_decision(intended, held, stored, before))
        told = Imported(
            item.name, "imported", key, intended.reviewer, entries[-1].action, deleted=item.deleted
        )
        self._wait(told, *entries)

    def _refuse_other(self, name: str, key: str, reviewer: str) -> None:
        """The store holds another decision of the reviewer's than the file."""
        error = InputRefused("import_conflict", name=name, figure=key, reviewer=reviewer)
        self._wait(Imported(name, "conflict", key, reviewer, error=error))

    def _wait(self, told: Imported, *entries: JournalEntry) -> None:
        self._waiting.append((told, entries))
