"""Which report of a gold file a row speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_SHA_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class NamedReport:
    """A report that gold knows. ``name`` is its own among all; ``doc`` and ``sha256`` may be empty."""

    name: str
    doc: str
    sha256: str


@dataclass
class ReportNames:
    """The reports of a gold file, found by hash where rows tell one, else by name."""

    _by_sha: dict[str, NamedReport] = field(default_factory=dict)
    _by_doc: dict[str, list[NamedReport]] = field(default_factory=dict)
    _by_file: dict[str, list[NamedReport]] = field(default_factory=dict)
    """The file part of ``doc`` → reports."""
    _reports: dict[str, NamedReport] = field(default_factory=dict)

    def __iter__(self) -> Iterator[NamedReport]:
        """In the order in which they were first named."""
        return iter(self._reports.values())

    def __len__(self) -> int:
        return len(self._reports)

    def __getitem__(self, name: str) -> NamedReport:
        return self._reports[name]

    def name(self, doc: str, sha256: str) -> str:
        """The name under which gold's rows of this report are scored; a new report gets one."""
        if sha256 in self._by_sha:
            return self._by_sha[sha256].name
        known = self._by_doc.get(doc, [])
        if known and not sha256:
            return known[0].name
        name = doc or sha256[:_SHA_SHOWN]
        if name in self._reports:
            name = f"{name} {sha256[:_SHA_SHOWN]}"
        report = NamedReport(name, doc, sha256)
        self._reports[name] = report
        self._by_doc.setdefault(doc, []).append(report)
        self._by_file.setdefault(_file_of(doc), []).append(report)
        if sha256:
            self._by_sha[sha256] = report
        return name

    def find(self, doc: str, sha256: str) -> str | None:
        """The name of the report that a predicted row speaks of; None where gold does not know it.

        The same hash is the same report whatever its name; another hash is another report. Names may differ
        in their folders where that leaves no doubt. A row that names no report means the only one.
        """
        if sha256 in self._by_sha:
            return self._by_sha[sha256].name
        for found in (self._by_doc.get(doc, []), self._by_file.get(_file_of(doc), []) if doc else []):
            alike = [report for report in found if not (sha256 and report.sha256)]
            if len(alike) == 1:
                return alike[0].name
        if len(self._reports) == 1:
            (only,) = self._reports.values()
            if not (doc or sha256) or not (only.doc or only.sha256):
                return only.name
        return None


def _file_of(doc: str) -> str:
    return doc.replace("\\", "/").rsplit("/", 1)[-1]
