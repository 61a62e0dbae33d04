"""One input that may hold a report, and one that was refused."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from fzreview.domain.reports.original import NO_SOURCE_METADATA, Original, SourceMetadata
from fzreview.errors import InputRefused, PassedOver, UsageError

MIB: Final = 1 << 20
LIMIT_VARIABLE: Final = "FZREVIEW_MAX_MIB"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken from outside at once."""

    report_bytes: int = 64 * MIB
    """A larger file, archive member or crawl line is refused."""
    unpacking: int = 100
    """An archive member above one MiB that unpacks to more times its size is refused."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Limits:
        """Limits with FZREVIEW_MAX_MIB of the environment. Raises UsageError where it is no number."""
        value = environment.get(LIMIT_VARIABLE, "")
        if not value:
            return cls()
        if not value.isdecimal() or int(value) == 0:
            raise UsageError("bad_limit", variable=LIMIT_VARIABLE, value=value)
        return cls(report_bytes=int(value) * MIB)

    @property
    def shown(self) -> str:
        """The largest report in words."""
        return f"{self.report_bytes // MIB} MiB" if self.report_bytes >= MIB else f"{self.report_bytes} B"


@dataclass(frozen=True, slots=True)
class Opening:
    """How inputs are opened."""

    limits: Limits
    columns: str | None = None
    """Which columns hold what, as the user wrote it: ``text=正文,title=标题``."""
    depth: int = 0
    """Archives around the input."""

    @property
    def inside(self) -> Opening:
        """How what lies in an archive is opened."""
        return replace(self, depth=self.depth + 1)


@dataclass(frozen=True, slots=True)
class Label:
    """What an input is called: ``name`` in full for messages, ``doc`` for the report's row."""

    name: str
    doc: str
    is_given: bool = False
    """Whether the user named it: reports in an archive that was named are called by their place in it, as
    those in a folder that was named are by theirs."""

    @classmethod
    def of(cls, name: str, doc: str, is_given: bool = False) -> Label:
        """A label without the surrogates that stand for undecodable bytes of file names."""
        return cls(_sayable(name), _sayable(doc), is_given)

    def member(self, path: str) -> Label:
        """A member of this archive."""
        return Label.of(f"{self.name}/{path}", path if self.is_given else f"{self.doc}/{path}")

    def line(self, number: int) -> Label:
        """A line of this crawl, counted from 1."""
        return Label(f"{self.name}:{number}", f"{self.doc}:{number}")


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes that may be a report. Those of a crawl line are its text in UTF-8."""

    name: str
    """In full, for messages: ``crawl/2021.zip/report.txt``."""
    doc: str
    """The report's name: a file's name, its path below the folder or in the archive, ``crawl.jsonl:12``."""
    data: bytes
    kind: str = "text"
    """What a converter is to make text of: ``html``, ``pdf`` …, the ending of a plug-in."""
    told: SourceMetadata = NO_SOURCE_METADATA
    """As a crawl or a table told it; the text itself may tell another."""
    row: Original | None = None
    """Of a row of a table: what the table was."""
    sha256: str = field(init=False, compare=False, repr=False)
    """Of ``data``, in hexadecimal: by it a report is known again."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.data).hexdigest())


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that cannot be loaded; ``str()`` is the line that says why and what to do."""

    name: str
    doc: str
    error: InputRefused

    def __str__(self) -> str:
        return str(self.error)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that is no report; ``str()`` is the line that says why."""

    name: str
    doc: str
    error: PassedOver

    def __str__(self) -> str:
        return str(self.error)


Found = Source | Refusal | Skipped
"""What becomes of one input before anybody reads it."""


def skip(label: Label, code: str, **params: object) -> Skipped:
    """The passing over of one input."""
    return Skipped(label.name, label.doc, PassedOver(code, name=label.name, **params))


def refuse(label: Label, code: str, **params: object) -> Refusal:
    """The refusal of one input."""
    return Refusal(label.name, label.doc, InputRefused(code, name=label.name, **params))


def refuse_os_error(label: Label, error: OSError) -> Refusal:
    """The refusal of an input that the system does not give."""
    if isinstance(error, FileNotFoundError):
        return refuse(label, "not_found")
    if isinstance(error, PermissionError):
        return refuse(label, "denied")
    return refuse(label, "unreadable", reason=error.strerror or type(error).__name__)


def _sayable(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
