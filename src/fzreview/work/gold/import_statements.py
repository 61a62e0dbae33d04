"""What somebody said of a whole report or of a heading, back from a file → an entry of the journal."""

from __future__ import annotations

from dataclasses import replace

from fzreview.domain.decisions.verdict import Action, Decision, JournalEntry
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.gold.returned import ReturnedStatement
from fzreview.domain.gold.statement_fields import StatementFields, field_statement, heading_statement
from fzreview.domain.reports.outline_correction import NO_HEADING
from fzreview.errors import InputRefused, UsageError
from fzreview.review.steps.statements import checked
from fzreview.work.gold.import_entries import Attribution, ImportEntries, possible_time
from fzreview.work.gold.import_reports import HeldReport
from fzreview.work.gold.imported import Imported


def statement_told(
    item: ReturnedStatement, held: HeldReport, entries: ImportEntries, replacing: bool
) -> tuple[Imported, list[JournalEntry]]:
    """What becomes of a statement, and the entry by which the store comes to hold it.

    The last word on a field or a heading counts, so one of another reviewer that says otherwise is a conflict
    like one's own. Raises InputRefused for what no field can hold and a heading that stands nowhere.
    """
    fields = _fields(item, held)
    who = held.person(fields.target, fields.span_key, fields.reviewer, fields.decided_at)
    fields = replace(fields, reviewer=who)
    key = figure_key(held.sha256, fields.span_key)
    before = held.held(fields.target, fields.span_key, fields.reviewer)
    if before is not None and before.said == fields.said:
        return Imported(item.name, "already_there", key, fields.reviewer), []
    last = held.last_statement(fields.target, fields.span_key)
    others = before.said if before is not None else last.decision.said if last is not None else fields.said
    if not replacing and others != fields.said:
        error = InputRefused(
            "import_statement_conflict",
            name=item.name,
            field=item.field or "heading",
            reviewer=fields.reviewer if before is not None or last is None else last.reviewer,
            report=held.report.summary.doc,
        )
        return Imported(item.name, "conflict", key, fields.reviewer, error=error), []
    attribution = Attribution(
        held, fields.target, fields.span_key, fields.reviewer, possible_time(fields.decided_at)
    )
    action: Action = "described" if item.field else "outlined"
    entry = entries.entry(attribution, action, Decision(None, said=fields.said))
    return Imported(item.name, "imported", key, fields.reviewer, entry.action), [entry]


def _fields(item: ReturnedStatement, held: HeldReport) -> StatementFields:
    if item.field is None:
        fields = heading_statement(item.name, item.row)
        start, end = map(int, fields.span_key.split("-"))
        known = held.has_section(fields.span_key) or held.last_statement("heading", fields.span_key)
        if end > len(held.source) or (fields.said == NO_HEADING and not known):
            raise InputRefused("import_no_section", name=item.name, start=start, end=end)
        return fields
    fields = field_statement(item.name, item.row, item.field)
    try:
        if checked(item.field, fields.said) == fields.said:
            return fields
    except UsageError:
        pass
    raise InputRefused("import_field", name=item.name, field=item.field, value=repr(fields.said)[:60])
