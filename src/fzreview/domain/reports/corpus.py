"""What people decide about a report as a whole: whether it belongs to the corpus, and what it is."""

from __future__ import annotations

from typing import Final, Literal, get_args

ExclusionOfReport = Literal["not_a_report", "duplicate", "other"]
Aside = Literal["copy", "not_a_report", "duplicate", "other"]
"""Why a report is in no queue, no statistics and no gold: a near copy of another, or excluded by somebody."""
ReportField = Literal["title", "year", "region", "issuer", "publish_date", "sign_date", "doc_number"]

EXCLUSIONS_OF_REPORTS: Final[tuple[ExclusionOfReport, ...]] = get_args(ExclusionOfReport)
ASIDES: Final[tuple[Aside, ...]] = get_args(Aside)
REPORT_FIELDS: Final[tuple[ReportField, ...]] = get_args(ReportField)

WHOLE: Final = "0-0"
"""What stands for the span key where an entry is about its report as a whole."""

DIFFERENT: Final = "different"
"""What is held of a near copy that is a report of its own. Of one that was found late it is the sha256 of
its original."""
