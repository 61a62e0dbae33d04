"""7z archives, where the extra that reads them is installed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import repeat
from typing import IO, Any

from fzreview.extras import install_command
from fzreview.work.loading.conversion import bounded_memory
from fzreview.work.loading.sources.kinds import is_hidden, kind_of, skipped_as
from fzreview.work.loading.sources.source import MIB, Found, Label, Opening, refuse, skip
from fzreview.work.loading.worker import Worker, WorkerDied, WorkerTooSlow

_SECONDS = 120


def seven_zip_sources(stream: IO[bytes], label: Label, opening: Opening) -> Iterator[Found]:
    """The reports of a 7z archive, in its order; unpacked in memory by a process of its own."""
    from fzreview.work.loading.sources.archives import name_refusal
    from fzreview.work.loading.sources.streams import stream_sources

    data = stream.read(opening.limits.report_bytes + 1)
    if len(data) > opening.limits.report_bytes:
        yield refuse(label, "too_large", limit=opening.limits.shown)
        return
    found = False
    worker = Worker()
    try:
        for answer in worker.answers(members_of, data, opening.limits.unpacking, seconds=repeat(_SECONDS)):
            code, name, content = answer
            inside = label.member(name) if name else label
            if code is not None:
                found = True
                yield refuse(inside, code, **content)
                continue
            if is_hidden(name):
                yield skip(inside, "skipped_hidden")
                continue
            kind = kind_of(name)
            if kind == "skipped":
                yield skip(inside, skipped_as(name))
                continue
            found = True
            refusal = name_refusal(name, inside)
            if refusal is not None:
                yield refusal
            else:
                yield from stream_sources(BytesIO(content), kind, inside, opening.inside)
    except WorkerTooSlow:
        found = True
        yield refuse(label, "conversion_too_slow", seconds=_SECONDS)
    except WorkerDied:
        found = True
        yield refuse(label, "converter_died")
    finally:
        worker.end()
    if not found:
        yield refuse(label, "archive_empty")


def members_of(data: bytes, unpacking: int) -> Iterator[tuple[str | None, str, Any]]:
    """(None, name, bytes) of each file, or (code of a refusal, name, what its sentence needs)."""
    try:
        import py7zr
    except ImportError:
        missing = {"format": "7z", "package": "py7zr", "command": install_command("documents")}
        yield "converter_missing", "", missing
        return
    try:
        with bounded_memory(), py7zr.SevenZipFile(BytesIO(data)) as archive:
            if archive.needs_password():
                yield "member_encrypted", "", {}
                return
            files = [one for one in archive.list() if not one.is_directory]
            if sum(one.uncompressed or 0 for one in files) > max(MIB, unpacking * len(data)):
                yield "member_bomb", "", {"ratio": unpacking}
                return
            factory: Any = py7zr.io.BytesIOFactory(max(MIB, unpacking * len(data)))
            archive.extractall(factory=factory)
            for one in files:
                product = factory.get(one.filename)
                yield None, one.filename, product.read()
    except MemoryError:
        yield "conversion_too_big", "", {"limit": "2 GiB"}
    except Exception as error:  # whatever its parser trips over
        yield "archive_broken", "", {"reason": f"{type(error).__name__}: {error}"[:120]}
