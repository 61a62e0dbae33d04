"""A hub in a folder."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from fzreview.domain.team.hub import (
    Cursor,
    Head,
    HubInfo,
    ListedPackage,
    Page,
    PermissionCheck,
    PushResult,
    Segment,
    WireRow,
)
from fzreview.errors import FzError
from fzreview.hub.folder.safe_files import entries, read, write
from fzreview.hub.folder.segments import (
    END_BYTES,
    FORM,
    MOST_BYTES,
    NAME,
    SITE,
    end_of,
    name_of,
    segment_of,
    written,
)

_ABOUT: Final = "about.json"
_ROWS: Final = "rows"
_PACKAGES: Final = "packages"
_PACKED: Final = ".fz.db.zz"
_MOST_PACKED: Final = 1 << 30
_NOTE_BYTES: Final = 1 << 16


class FolderHub:
    """Immutable files, each written aside and renamed; who may write is what the folder's owner allows."""

    isolates_members = False

    def __init__(self, folder: Path, place: str | None = None) -> None:
        """``place`` is its name for the user. Raises FzError where there is no such folder."""
        if not folder.is_dir():
            raise FzError("hub_unreached", place=folder, reason=os.strerror(2))
        self._folder = folder
        self.place = place or f"folder:{folder}"

    def about(self) -> HubInfo:
        path = self._folder / _ABOUT
        if not path.exists() and not path.is_symlink():
            return HubInfo("", None, None, None)
        told = _note(path)
        return HubInfo(str(told["hub"]), str(told["project"]), None, None)

    def claim(self, project: str) -> None:
        note = {"form": FORM, "hub": uuid4().hex, "project": project}
        write(self._folder, self._folder / _ABOUT, json.dumps(note).encode() + b"\n")

    def heads(self, sites: Collection[str]) -> Mapping[str, Head]:
        heads = {}
        for site in sites:
            reached = Head(0, "")
            for first, path in self._files_of(site):
                try:
                    end = end_of(read(path, MOST_BYTES, END_BYTES), str(path))
                except FzError:
                    continue  # told by whoever gets it
                if end is not None and end.first == first <= reached.seq + 1 and end.last > reached.seq:
                    reached = Head(end.last, end.hash)
            if reached.seq:
                heads[site] = reached
        return heads

    def push(self, segment: Segment) -> PushResult:
        path = self._folder / _ROWS / segment.site / name_of(segment)
        content = written(segment, self._project())
        if path.exists() and read(path, MOST_BYTES) == content:
            return PushResult(0, len(segment.rows))
        write(self._folder, path, content)
        return PushResult(len(segment.rows), 0)

    def pull(self, cursor: Cursor, reviewer: str | None) -> Iterator[Page | FzError]:
        project = self._project()
        for name, is_folder in entries(self._folder / _ROWS):
            if not is_folder or not SITE.fullmatch(name):
                yield FzError("hub_strange", path=self._folder / _ROWS / name)
                continue
            for file, _ in entries(self._folder / _ROWS / name):
                taken = f"{name}/{file}"
                if taken in cursor.taken:
                    continue
                path = self._folder / _ROWS / name / file
                try:
                    segment = _verified_segment(path, project)
                    rows = segment.rows if reviewer is None else _of(reviewer, segment)
                    yield Page(rows, str(path), taken=taken)
                except FzError as error:
                    yield error

    def packages(self, owner: str | None) -> list[ListedPackage]:
        found = [one for one in self._notes(owner) if isinstance(one, ListedPackage)]
        return sorted(found, key=lambda one: (one.owner, one.purpose, one.number, one.site))

    def _notes(self, owner: str | None) -> Iterator[ListedPackage | FzError]:
        """What notes tell of packages; an error in the place of one that is on its way or none of ours."""
        for name, is_folder in entries(self._folder / _PACKAGES):
            if not is_folder or (owner is not None and name != _folder_of(owner)):
                continue
            for file, _ in entries(self._folder / _PACKAGES / name):
                if not file.endswith(".json"):
                    continue
                path = self._folder / _PACKAGES / name / file
                try:
                    listed = _laid(path)
                    if not SITE.fullmatch(listed.site) or path != self._packed(listed).with_name(
                        f"{listed.site}.json"
                    ):
                        raise FzError("hub_strange", path=path)
                    yield listed
                except FzError as error:
                    yield error

    def get_package(self, listed: ListedPackage) -> bytes:
        path = self._packed(listed)
        content = read(path, _MOST_PACKED)
        if len(content) < listed.size:
            raise FzError("hub_package_waits", place=path)
        if sha256(content).hexdigest() != listed.sha256:
            raise FzError("hub_package_altered", place=path, name=listed.site, reason="sha256")
        return content

    def put_package(self, listed: ListedPackage, content: bytes) -> None:
        path = self._packed(listed)
        write(self._folder, path, content)
        # The note last: a package without one is still on its way.
        note = {"form": FORM, **asdict(listed)}
        write(
            self._folder,
            path.with_name(f"{listed.site}.json"),
            json.dumps(note, ensure_ascii=False).encode() + b"\n",
        )

    def check(self) -> list[PermissionCheck]:
        mode = self._folder.stat().st_mode
        attempts = [PermissionCheck("world", not mode & 0o002, f"{mode & 0o777:o}")]
        altered = [one for one in self.pull(Cursor(), None) if isinstance(one, FzError)]
        attempts += [
            PermissionCheck("piece", False, str(one)) for one in altered if one.code != "hub_piece_waits"
        ]
        for one in self._notes(None):
            try:
                if isinstance(one, FzError):
                    raise one
                self.get_package(one)
            except FzError as error:
                attempts.append(PermissionCheck("package", False, str(error)))
        return attempts

    def close(self) -> None:
        pass

    def _project(self) -> str:
        return self.about().project or ""

    def _files_of(self, site: str) -> Iterator[tuple[int, Path]]:
        """``(first, path)`` of the segments of a site, in order."""
        if SITE.fullmatch(site):
            folder = self._folder / _ROWS / site
            matches = (NAME.fullmatch(file) for file, _ in entries(folder))
            yield from sorted((int(one["first"]), folder / one.string) for one in matches if one is not None)

    def _packed(self, listed: ListedPackage) -> Path:
        return self._folder / _PACKAGES / _folder_of(listed.owner) / f"{listed.site}{_PACKED}"


def _folder_of(owner: str) -> str:
    """A name that every file system takes and that leads nowhere else, another one for each owner."""
    shown = "".join(char for char in owner if char.isalnum())[:40]
    return f"{shown or 'everybody'}.{sha256(owner.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _verified_segment(path: Path, project: str) -> Segment:
    """The segment in a file whose name, folder and last line agree. Raises FzError otherwise."""
    name = NAME.fullmatch(path.name)
    if name is None:
        raise FzError("hub_strange", path=path)
    content = read(path, MOST_BYTES)
    end = end_of(content, str(path))
    if end is None:
        raise FzError("hub_piece_waits", place=path)
    if end.project != project:
        raise FzError("hub_other_project", place=path)
    segment = segment_of(content, end, str(path))
    if (path.parent.name, path.name) != (segment.site, name_of(segment)):
        raise FzError("hub_piece_altered", place=path, reason=f"{segment.site}/{name_of(segment)}")
    return segment


def _of(reviewer: str, segment: Segment) -> tuple[WireRow, ...]:
    """The rows of one person. Raises FzError."""
    try:
        return tuple(row for row in segment.rows if json.loads(row.body)["reviewer"] == reviewer)
    except (ValueError, KeyError, TypeError) as error:
        raise FzError("hub_piece_altered", place=segment.site, reason=str(error)) from error


def _laid(path: Path) -> ListedPackage:
    told = _note(path)
    try:
        return ListedPackage(
            *(str(told["site"]), str(told["owner"]), int(told["number"]), str(told["purpose"])),
            *(str(told["at"]), str(told["sha256"]), int(told["size"])),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise FzError("hub_piece_altered", place=path, reason=str(error)) from error


def _note(path: Path) -> dict[str, Any]:
    """A small JSON file of ours. Raises FzError."""
    try:
        told = json.loads(read(path, _NOTE_BYTES))
        newer = told["form"] > FORM
    except (ValueError, KeyError, TypeError) as error:
        raise FzError("hub_piece_altered", place=path, reason=str(error)) from error
    if newer:
        raise FzError("hub_newer", place=path)
    return dict(told)
