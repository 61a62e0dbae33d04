"""A gold package: the files of each format and the manifest beside them, all of them or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from fzreview.domain.gold import Exclusion, GoldRecord
from fzreview.gold import manifest
from fzreview.gold.formats import NATIVE, gold_format
from fzreview.gold.manifest import Manifest
from fzreview.gold.whole_file import WholeFile


def write_package(
    items: Iterable[GoldRecord | Exclusion], folder: Path, formats: Sequence[str] = ()
) -> Manifest:
    """Write gold into ``folder``, made where there is none: the native file, further formats, the manifest.

    Reads ``items`` once and keeps none. When anything fails while they are read, nothing is put into place
    and what stood there stays. Raises KeyError for an unknown format and OSError where the folder cannot
    be written.
    """
    chosen = [gold_format(name) for name in dict.fromkeys((NATIVE, *formats))]
    folder.mkdir(parents=True, exist_ok=True)
    counts = Manifest()
    with ExitStack() as partial:
        writers = []
        for one in chosen:
            writer = one.writer(folder)
            writers.append(writer)
            for file in writer.files:
                partial.callback(file.abandon)
        for item in items:
            counts.count(item)
            if isinstance(item, GoldRecord):
                for writer in writers:
                    writer.add(item)
        for writer in writers:
            writer.close()
        files = [file for writer in writers for file in writer.files]
        index = WholeFile(folder / manifest.FILE_NAME)
        partial.callback(index.abandon)
        index.write(counts.text(files).encode("utf-8"))
        for file in (*files, index):
            file.settle()
        # The old manifest goes first, the new one comes last: where one stands, it tells the truth.
        index.path.unlink(missing_ok=True)
        for file in (*files, index):
            file.finish()
    return counts
