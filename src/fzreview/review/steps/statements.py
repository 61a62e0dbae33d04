"""The kinds of statements about a report and its headings, each validated and turned into a step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from fzreview.domain.reports.corpus import DIFFERENT, ExclusionOfReport, ReportField
from fzreview.domain.reports.outline_correction import NO_HEADING, StatedHeading
from fzreview.errors import UsageError
from fzreview.review.open_report.candidates import Span, span_key
from fzreview.review.session import Session
from fzreview.review.steps.step import Step

FIRST_YEAR: Final = 1949
LAST_YEAR: Final = 2100
LONGEST_TAG: Final = 40


def exclude(session: Session, reason: ExclusionOfReport) -> Step | None:
    """The report stays in the store, out of queues, statistics and gold; None where one holds just this."""
    return session.statement_steps.state("exclusion", "excluded", reason)


def include(session: Session) -> Step | None:
    """The report counts again, whoever excluded it; None where nobody did."""
    if not session.statement_steps.last_statement("exclusion"):
        return None
    others = any(one.reviewer != session.reviewer for one in session.statement_steps.statements("exclusion"))
    return session.statement_steps.state("exclusion", "included", "" if others else None)


def tell_apart(session: Session) -> Step | None:
    """A near copy is a report of its own."""
    return session.statement_steps.state("copy", "told_apart", DIFFERENT)


def tell_copy(session: Session, original: str) -> Step | None:
    """The report is a near copy of the one with this sha256."""
    return session.statement_steps.state("copy", "told_copy", original)


def forget_copy(session: Session) -> Step | None:
    """Withdraw one's statement about the report as a copy; what the load found applies again."""
    return session.statement_steps.state("copy", "told_apart", None)


def tag(session: Session, add: Iterable[str] = (), remove: Iterable[str] = ()) -> Step | None:
    """The report's tags with some more and without others. Raises UsageError ``bad_tag``."""
    tags = set(session.report.summary.tags.split())
    tags |= {_tag(one) for one in add}
    tags -= set(remove)
    said = " ".join(sorted(tags))
    if said == (session.statement_steps.last_statement("tags") or ""):
        return None
    return session.statement_steps.state("tags", "tagged", said)


def _tag(typed: str) -> str:
    one = typed.strip()
    if not one or len(one.split()) > 1 or len(one) > LONGEST_TAG or not one.isprintable():
        raise UsageError("bad_tag", tag=typed)
    return one


def describe(session: Session, field: ReportField, typed: str | None) -> Step | None:
    """A field of the report as it should be, empty for «it says none»; None takes one's own word back.

    Raises UsageError ``bad_field`` for what the field cannot hold.
    """
    return session.statement_steps.state(field, "described", None if typed is None else checked(field, typed))


def checked(field: ReportField, typed: str) -> str:
    """What was typed as the field can hold it. Raises UsageError ``bad_field``."""
    value = " ".join(typed.split())
    if not value.isprintable():
        raise UsageError("bad_field", field=field, value=typed)
    if not value:
        return ""
    if field == "year" and not (
        value.isascii() and value.isdigit() and FIRST_YEAR <= int(value) <= LAST_YEAR
    ):
        raise UsageError("bad_field", field=field, value=typed)
    if field in ("publish_date", "sign_date"):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError as error:
            raise UsageError("bad_field", field=field, value=typed) from error
    return value


def outline(session: Session, heading: Span, stated: StatedHeading | None) -> Step | None:
    """A heading as it should be, one that was missed among them; None: there is no heading."""
    said = NO_HEADING if stated is None else stated.packed
    return session.statement_steps.state("heading", "outlined", said, span_key(heading))


def forget_heading(session: Session, heading: Span) -> Step | None:
    """Take back what one says of a heading."""
    return session.statement_steps.state("heading", "outlined", None, span_key(heading))
