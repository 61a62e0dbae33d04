"""Zip and tar archives, read member by member; nothing is unpacked to disk.

Members that climb out, links, devices, encrypted and abnormally packed members are refused by name
and the others go on; hidden members and those that are no reports are told as passed over.
"""

from __future__ import annotations

import os
import re
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any, Final

from fzreview.work.loading.sources.kinds import Kind, is_hidden, kind_of, skipped_as
from fzreview.work.loading.sources.source import MIB, Found, Label, Opening, Refusal, refuse, skip
from fzreview.work.loading.sources.streams import stream_sources
from fzreview.work.loading.sources.tar_headers import PlainHeaders
from fzreview.work.loading.sources.unpacked import Unpacked
from fzreview.work.loading.sources.zip_directory import directory_bytes

_MOST_DIRECTORY: Final = 16 * MIB
"""A list of members, some 100,000 of them, above which it alone would fill the memory."""
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What a member may be packed with: the others unpack whole pieces at once, whatever they grow to."""
_MOST_WASTE: Final = 1024 * MIB
"""A tar that unpacks to more, and to more than the limit of one member's growth, is read no further."""

_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1


def zip_sources(stream: IO[bytes], label: Label, opening: Opening) -> Iterator[Found]:
    """The reports of a zip archive, in its order."""
    found = False
    try:
        if directory_bytes(stream) > _MOST_DIRECTORY:
            yield refuse(label, "archive_crowded")
            return
        with zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
            if sum(member.compress_size for member in members) > _size(stream):
                yield refuse(label, "archive_broken", reason="overlap")
                return
            for member in members:
                name = _zip_name(member)
                if member.is_dir():
                    continue
                inside = label.member(name)
                if is_hidden(name):
                    yield skip(inside, "skipped_hidden")
                    continue
                refusal = name_refusal(name, inside)
                if (member.external_attr >> 16) & 0o170000 == 0o120000:
                    refusal = refuse(inside, "member_link")
                elif member.flag_bits & _ENCRYPTED:
                    refusal = refuse(inside, "member_encrypted")
                elif member.file_size > max(MIB, opening.limits.unpacking * member.compress_size):
                    refusal = refuse(inside, "member_bomb", ratio=opening.limits.unpacking)
                elif member.compress_type not in _METHODS:
                    refusal = refuse(inside, "member_method", method=member.compress_type)
                kind = kind_of(name)
                if kind == "skipped":
                    yield skip(inside, skipped_as(name))
                    continue
                found = True
                if refusal is not None:
                    yield refusal
                else:
                    yield from _zip_member(archive, member, kind, inside, opening)
    except Exception as error:  # whatever its parser trips over
        found = True
        yield refuse(label, "archive_broken", reason=_reason(error))
    if not found:
        yield refuse(label, "archive_empty")


def _zip_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, kind: Kind, label: Label, opening: Opening
) -> Iterator[Found]:
    try:
        with archive.open(member) as stream:
            yield from stream_sources(stream, kind, label, opening.inside)
    except Exception as error:  # likewise
        yield refuse(label, "archive_broken", reason=_reason(error))


def tar_sources(stream: IO[bytes], label: Label, opening: Opening) -> Iterator[Found]:
    """The reports of a tar archive, packed or not, in its order; it is read once, front to back."""
    found = False
    unpacked = 0
    most = opening.limits.unpacking * _size(stream)
    try:
        content: Any = Unpacked(stream)
        with tarfile.open(fileobj=content, mode="r|", tarinfo=PlainHeaders) as archive:
            headers: Any = archive
            while (member := archive.next()) is not None:
                headers.members = []  # tarfile would keep every header it has read
                name = _tar_name(member.name)
                inside = label.member(name)
                unpacked += member.size
                if member.size > max(MIB, most) or unpacked > max(_MOST_WASTE, most):
                    found = True
                    yield refuse(inside, "member_bomb", ratio=opening.limits.unpacking)
                    return  # to pass over it is to unpack it
                if member.isdir():
                    continue
                if is_hidden(name):
                    yield skip(inside, "skipped_hidden")
                    continue
                refusal = name_refusal(name, inside)
                if not member.isreg():
                    refusal = refuse(inside, "member_link")
                kind = kind_of(name)
                if kind == "skipped":
                    yield skip(inside, skipped_as(name))
                    continue
                found = True
                if refusal is not None:
                    yield refusal
                elif (opened := archive.extractfile(member)) is not None:
                    yield from stream_sources(opened, kind, inside, opening.inside)
    except Exception as error:  # likewise
        found = True
        yield refuse(label, "archive_broken", reason=_reason(error))
    if not found:
        yield refuse(label, "archive_empty")


def name_refusal(name: str, label: Label) -> Refusal | None:
    """Why a member is refused for its name alone."""
    if _ABSOLUTE.match(name) or ".." in re.split(r"[/\\]", name):
        return refuse(label, "member_climbs")
    return None


def _zip_name(member: zipfile.ZipInfo) -> str:
    """The name as it was meant: Windows programs write GBK without saying so."""
    name = member.filename
    if not member.flag_bits & _UTF8_NAME:
        with suppress(UnicodeEncodeError):
            name = _meant(name.encode("cp437"))
    return name.removeprefix("./")


def _tar_name(name: str) -> str:
    return _meant(name.encode("utf-8", "surrogateescape")).removeprefix("./")


def _meant(raw: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def _size(stream: IO[bytes]) -> int:
    here = stream.tell()
    size = stream.seek(0, os.SEEK_END)
    stream.seek(here)
    return size


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
