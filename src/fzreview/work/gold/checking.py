"""Is a gold package what its manifest says, and can it be trusted?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import Any, Literal

from fzreview.domain.decisions.claims import NO_FIGURE, claim_of
from fzreview.domain.dissent.contradictions import Claims
from fzreview.domain.gold.fields import gold_fields
from fzreview.domain.gold.returned import Unreadable
from fzreview.errors import FzError, InputRefused, error_fields
from fzreview.gold.formats.jsonl import FILE_NAME
from fzreview.gold.making.leaks import leaks
from fzreview.gold.packages.manifest import FILE_NAME as MANIFEST
from fzreview.gold.packages.returned_rows import json_rows, parsed_object
from fzreview.gold.packages.texts import package_texts
from fzreview.work.gold.overlapping_rows import ReportRows

Sort = Literal["file", "row", "span", "duplicate", "contradiction", "count", "leak"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a package that is not as it should be."""

    sort: Sort
    error: FzError

    @property
    def told(self) -> str:
        return str(self.error)

    def row(self) -> dict[str, Any]:
        """The row of ``check --json``."""
        fields = error_fields(self.error)
        return {"sort": self.sort, "told": fields.pop("error"), **fields}


def check_package(folder: Path) -> Iterator[Finding]:
    """Everything wrong with a package: files against the manifest, rows, spans, duplicates, leaks.

    Raises FzError where there is no manifest to check against.
    """
    manifest = _manifest(folder / MANIFEST)
    yield from _files(folder, manifest)
    if (folder / FILE_NAME).is_file():
        yield from _rows(folder / FILE_NAME, manifest)
    for leak in leaks(lambda: package_texts(folder)):
        places = ", ".join(f"{split}: {name}" for split, name in leak.places.items())
        yield Finding("leak", FzError("found_leak", sentence=leak.sentence, places=places))


def _manifest(path: Path) -> Mapping[str, Any]:
    try:
        return parsed_object(str(path), path.read_bytes().decode("utf-8"))
    except FileNotFoundError as error:
        raise FzError("check_no_manifest", path=path.parent) from error
    except OSError as error:
        raise FzError("import_unreadable", path=path, reason=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise InputRefused("import_not_utf8", name=path, position=error.start) from error


def _files(folder: Path, manifest: Mapping[str, Any]) -> Iterator[Finding]:
    """Files that are missing or are not those that were written."""
    files = manifest.get("files")
    inside = folder.resolve()
    for row in files if isinstance(files, list) else []:
        name = row.get("name") if isinstance(row, dict) else None
        path = folder / name if isinstance(name, str) else None
        # A manifest from elsewhere names no file outside of its folder.
        if path is None or not path.resolve().is_relative_to(inside):
            yield Finding("file", FzError("found_file_missing", name=name))
            continue
        try:
            with path.open("rb") as file:
                digest = file_digest(file, "sha256").hexdigest()
        except OSError:
            yield Finding("file", FzError("found_file_missing", name=name))
        else:
            if digest != row.get("sha256"):
                yield Finding("file", FzError("found_file_changed", name=name))


def _rows(path: Path, manifest: Mapping[str, Any]) -> Iterator[Finding]:
    seen: set[bytes] = set()
    claims, together, report = Claims(), ReportRows(), None
    count = 0
    for name, row in json_rows(path):
        count += 1
        if isinstance(row, Unreadable):
            yield Finding("row", row.error)
            continue
        try:
            fields = gold_fields(name, row)
            yield from _span(name, row)
        except InputRefused as error:
            yield Finding("row", error)
            continue
        held = fields.machine or fields.figure
        told = json.dumps([row.get("sha256"), fields.reviewer, held.start, held.end])
        key = blake2b(told.encode(), digest_size=12).digest()
        if key in seen:
            yield Finding("duplicate", FzError("found_duplicate", name=name, reviewer=fields.reviewer))
        seen.add(key)
        if row.get("sha256") != report:
            yield from _overlapping(together, path.name)
            claims, together, report = Claims(), ReportRows(), row.get("sha256")
        together.add(fields)
        final = fields.figure
        rejected = fields.decision == "rejected"
        other = claims.against(
            (held.start, held.end),
            None if rejected else (final.start, final.end),
            fields.reviewer,
            NO_FIGURE if rejected else claim_of(final),
        )
        if other is not None:
            yield Finding(
                "contradiction",
                FzError(
                    "found_contradiction",
                    name=name,
                    reviewer=fields.reviewer,
                    other=other,
                    surface=final.surface,
                    span=held.span_key,
                ),
            )
    yield from _overlapping(together, path.name)
    if count != manifest.get("records"):
        wrong = FzError("found_count", name=path.name, found=count, records=manifest.get("records"))
        yield Finding("count", wrong)


def _overlapping(together: ReportRows, name: str) -> Iterator[Finding]:
    """Figures of two reviewers that overlap and differ; a span of its own each."""
    for one, other in together.differing():
        told = FzError(
            "found_contradiction",
            name=name,
            reviewer=one.reviewer,
            other=other.reviewer,
            surface=one.surface,
            span=f"{one.start}-{one.end}",
        )
        yield Finding("contradiction", told)


def _span(name: str, row: Mapping[str, Any]) -> Iterator[Finding]:
    """Whether the row's sentence holds its surface where it should. Raises InputRefused for odd fields."""
    sentence, start = row.get("sentence"), row.get("sentence_start")
    for field, value, kind in (("sentence", sentence, str), ("sentence_start", start, int)):
        if type(value) is not kind:
            raise InputRefused("import_field", name=name, field=field, value=repr(value)[:60])
    assert isinstance(sentence, str)
    assert isinstance(start, int)
    begin = row["start"] - start
    found = sentence[max(begin, 0) : row["end"] - start]
    if begin < 0 or found != row["surface"]:
        yield Finding("span", FzError("found_span", name=name, surface=row["surface"], found=found))
