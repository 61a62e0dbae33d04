"""What people decide about figures, and the journal entries that record it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

from fzreview.domain.figures.figure import Figure

Verdict = Literal["verified", "wrong", "unsure"]
Status = Literal["undecided", "verified", "wrong", "unsure"]
Reason = Literal["not_a_figure", "span", "value", "unit", "kind", "bound", "subject"]
Origin = Literal["machine", "reviewer"]
RejectionClass = Literal[
    "date", "ordinal", "naming", "outline", "slogan", "vague", "article", "threshold", "window"
]
Target = Literal[
    "figure",
    "candidate",
    "section",
    "heading",
    "report",
    "exclusion",
    "copy",
    "tags",
    "title",
    "year",
    "region",
    "issuer",
    "publish_date",
    "sign_date",
    "doc_number",
]
"""What a decision is about: something in the text by its span, or one thing about the whole report."""
Action = Literal[
    "verified",
    "wrong",
    "not_a_figure",
    "unsure",
    "corrected",
    "commented",
    "added",
    "ruled_out",
    "signed_off",
    "reopened",
    "undo",
    "redo",
    "reextracted",
    "described",
    "outlined",
    "excluded",
    "included",
    "told_apart",
    "told_copy",
    "tagged",
    "removed",
    "adjudicated",
    "contested",
]

VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
ACTIONS: Final[tuple[Action, ...]] = get_args(Action)
TARGETS: Final[tuple[Target, ...]] = get_args(Target)
STATED: Final[tuple[Target, ...]] = TARGETS[TARGETS.index("heading") :]
"""Of these something is said, without a verdict: see ``Decision.said``."""
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)
REJECTION_CLASSES: Final[tuple[RejectionClass, ...]] = get_args(RejectionClass)


@dataclass(frozen=True, slots=True)
class Decision:
    """What one reviewer holds of one target.

    A candidate that was ruled out is ``wrong``, ``not_a_figure``; a section that was read completely is
    ``verified``. What is held of a heading or of a whole report is ``said``, without a verdict.
    """

    verdict: Verdict | None
    """None where there is only a comment."""
    reason: Reason | None = None
    """Why it is wrong; None for the other verdicts and for «wrong, fix later»."""
    reason_class: RejectionClass | None = None
    """The guide's class of what is not a figure."""
    correction: Figure | None = None
    """The figure as it should be; also the whole of an added figure."""
    comment: str | None = None
    said: str | None = None
    """How a field of the report should be, empty for «it says none»; why it is excluded, empty for «it is
    not»; its tags, blanks between; ``different`` of a copy; of a heading see ``outline_correction``."""

    def waits_for_fix(self, origin: Origin) -> bool:
        """Wrong, without a correction and not rejected: it stands in the fix queue.

        A figure that a reviewer added holds itself as its correction, so wrong it waits all the same.
        """
        fixed = self.correction is not None and origin == "machine"
        return self.verdict == "wrong" and self.reason != "not_a_figure" and not fixed


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One decision as it is recorded for ever. ``before`` and ``after`` are the reviewer's own decision."""

    uuid: str
    at: str
    """ISO 8601 in UTC, milliseconds."""
    reviewer: str
    """Who decided; of ``reextracted``, whose decision no longer holds."""
    session: str
    action: Action
    """``reextracted``: another extractor reads it otherwise, so that what was decided is to be asked anew.
    ``adjudicated``: differing words of others are settled. ``contested``: a settled word is put in
    question."""
    report: str
    """sha256 of the report's bytes."""
    figure: str
    """``START-END`` of the figure as first extracted or added, of the candidate, or of the heading;
    ``corpus.WHOLE`` where the entry is about its report."""
    before: Decision | None
    after: Decision | None
    elapsed_ms: int
    """Time since the entry before it in the same session."""
    extractor: str
    guide: str
    inverts: str | None = None
    """uuid of the entry that an undo takes back or a redo makes again."""
    target: Target = "figure"
    """What ``figure`` is the span of."""
    note: str | None = None
    """What the program remarks of the entry, see ``circumstances``."""
    batch: str | None = None
    """uuid shared by entries that are done and undone as one; None for an entry by itself."""
    rests: tuple[str, ...] | None = None
    """Of an adjudication, and of what undoes or redoes one: uuids of the words that it settles; None for a
    reviewer's own word."""
    seen: str | None = None
    """Digest of what was shown, see ``wire``; None leaves it to the store."""


class ReversibleEntry(NamedTuple):
    """A journal entry that can be undone or redone, as far as the undo stacks need it."""

    move: str
    """uuid or batch of the entry, or of the entry that it undoes or redoes."""
    action: Action


def status_of(decision: Decision | None) -> Status:
    """The status that a decision gives its figure."""
    return decision.verdict if decision and decision.verdict else "undecided"


def reason_of_correction(machine: Figure, correction: Figure) -> Reason | None:
    """The first field in which a correction differs, span first; None where none does."""
    if (machine.start, machine.end) != (correction.start, correction.end):
        return "span"
    if (machine.value, machine.upper) != (correction.value, correction.upper):
        return "value"
    for name in ("unit", "kind", "bound", "subject"):
        if getattr(machine, name) != getattr(correction, name):
            return name
    return None
