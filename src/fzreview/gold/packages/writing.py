"""Writes a gold package: the files of each format and the manifest, all of them or none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from fzreview.domain.gold.records import GoldDocument
from fzreview.domain.team.ruling import TeamRuling
from fzreview.errors import LibraryMissing
from fzreview.gold.files.atomic_file import AtomicFile, remove_partial_files
from fzreview.gold.formats import NATIVE, Format, FormatWriter, gold_format
from fzreview.gold.packages import manifest
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Certified, Manifest

RULINGS: Final = "rulings.jsonl"


def write_package(
    documents: Iterable[GoldDocument],
    folder: Path,
    formats: Sequence[str] = (),
    counts: Manifest | None = None,
    options: FormatOptions | None = None,
    rulings: Sequence[TeamRuling] = (),
) -> Manifest:
    """Write the native files, further formats and the manifest into ``folder``, creating it if needed.

    ``rulings`` of the team go into a file of their own where there are any.
    Reads ``documents`` once and keeps none; ``counts`` counts them. When anything fails meanwhile, nothing is
    put into place and what stood there stays. A format that lacks its library is left out and noted in
    ``missing`` of the manifest. Files that only the package before had are taken away. Raises KeyError for an
    unknown format and OSError where the folder cannot be written.
    """
    chosen = {name: gold_format(name) for name in dict.fromkeys((NATIVE, *formats))}
    counts = counts or Manifest()
    counts.options = options = options or FormatOptions()
    folder.mkdir(parents=True, exist_ok=True)
    remove_partial_files(folder)
    package = _Package(folder, counts)
    try:
        package.open(chosen, options)
        package.fill(documents)
        package.write_extras(rulings)
        package.commit()
    finally:
        package.discard()
    return counts


class _Package:
    """The files of one package while they have temporary names."""

    def __init__(self, folder: Path, counts: Manifest) -> None:
        self._folder, self._counts = folder, counts
        self._index = AtomicFile(folder / manifest.FILE_NAME)
        self._writers: dict[str, FormatWriter] = {}
        self._beside: list[AtomicFile] = []

    def open(self, chosen: Mapping[str, Format], options: FormatOptions) -> None:
        """Open a writer for each format whose library is installed; the others are noted as missing."""
        for name, one in chosen.items():
            try:
                self._writers[name] = one.writer(self._folder, options)
            except LibraryMissing as error:
                self._counts.missing[name] = error

    def fill(self, documents: Iterable[GoldDocument]) -> None:
        for document in documents:
            self._counts.count(document)
            for writer in self._writers.values():
                writer.add(document)
        for writer in self._writers.values():
            writer.close(self._counts)

    def write_extras(self, rulings: Sequence[TeamRuling]) -> None:
        """Write the certificate and the team's rulings, where there are any, and the manifest."""
        counts = self._counts
        if counts.certified is not None:
            self._beside += _certificate(self._folder, counts.certified)
        if rulings:
            self._beside.append(_written_rulings(self._folder, rulings))
        counts.not_held = {
            name: {reason: count for reason, count in _not_held(name, writer, counts).items() if count}
            for name, writer in self._writers.items()
        }
        counts.write(self._index, self._files(), counts.not_held)

    def commit(self) -> None:
        """Sync every file, then rename them all, and delete the files of an older package that are left."""
        files = self._files()
        for file in (*files, self._index):
            file.sync()
        stale = _files_of(self._index.path) - {file.path for file in files}
        # The old manifest goes first, the new one comes last: where one stands, it tells the truth.
        self._index.path.unlink(missing_ok=True)
        for path in stale:
            path.unlink(missing_ok=True)
        for file in (*files, self._index):
            file.commit()

    def discard(self) -> None:
        """Delete the temporary files; does nothing after :meth:`commit`."""
        for file in (*self._files(), self._index):
            file.discard()

    def _files(self) -> list[AtomicFile]:
        return [*(file for writer in self._writers.values() for file in writer.files), *self._beside]


def _certificate(folder: Path, certified: Certified) -> list[AtomicFile]:
    """The certificate as text and as JSON."""
    row = json.dumps(certified.row, ensure_ascii=False, indent=1) + "\n"
    written = []
    for name, text in (("certificate.json", row), ("certificate.txt", "\n".join([*certified.text, ""]))):
        file = AtomicFile(folder / name)
        written.append(file)
        file.write(text.encode("utf-8"))
    return written


def _written_rulings(folder: Path, rulings: Sequence[TeamRuling]) -> AtomicFile:
    """The team's rulings, one JSON object a line."""
    file = AtomicFile(folder / RULINGS)
    for one in rulings:
        file.write(json.dumps(one.row(), ensure_ascii=False).encode() + b"\n")
    return file


def _not_held(name: str, writer: FormatWriter, counts: Manifest) -> dict[str, int]:
    """What a format cannot express → how often, including what only the native format has."""
    native = {"unsettled": counts.unsettled, "stated": counts.stated}
    return {**writer.not_held, **({} if name == NATIVE else native)}


def _files_of(index: Path) -> set[Path]:
    """The files listed in the manifest at ``index``; empty where there is no readable one."""
    try:
        rows = json.loads(index.read_text(encoding="utf-8"))["files"]
        paths = {index.parent / row["name"] for row in rows}
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    inside = index.parent.resolve()
    return {path for path in paths if path.resolve().is_relative_to(inside) and path != index}
