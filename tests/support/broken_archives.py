"""Archives as damage and malice make them: cut, flipped, lying about sizes, growing without end."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from random import Random

REPORT = "一、推进依法行政，办理行政复议案件48件。\n".encode()
ENDLESS = 40_000_000
"""Bytes of a member that never seems to end; hundreds of them would fill any memory."""

Archive = tuple[str, bytes]


def broken_archives(count: int, seed: str = "archives") -> Iterator[Archive]:
    """So many (file name, bytes), always the same."""
    for number in range(count):
        draw = Random(f"{seed} {number}")
        make = draw.choice(_WAYS)
        ending, data = make(draw)
        yield f"{number:05}.{ending}", data


def _members(draw: Random) -> dict[str, bytes]:
    names = draw.sample(["a.txt", "b/c.txt", "报告.txt", "d.jsonl", "logo.png", "e.html", "f"], k=3)
    return {name: REPORT * draw.randrange(1, 40) for name in names}


def _zip(draw: Random, members: dict[str, bytes] | None = None) -> bytearray:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", draw.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        for name, data in (members or _members(draw)).items():
            archive.writestr(name, data)
    return bytearray(file.getvalue())


def _tar(draw: Random, members: dict[str, bytes] | None = None) -> bytearray:
    file = io.BytesIO()
    with tarfile.open(
        fileobj=file, mode="w", format=draw.choice((tarfile.GNU_FORMAT, tarfile.PAX_FORMAT))
    ) as archive:
        for name, data in (members or _members(draw)).items():
            info = tarfile.TarInfo(name if draw.random() < 0.8 else "长" * 120 + name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return bytearray(file.getvalue())


_PACK: dict[str, Callable[[bytes], bytes]] = {
    "tar": bytes,
    "tar.gz": lambda data: gzip.compress(data, 6, mtime=0),
    "tar.bz2": bz2.compress,
    "tar.xz": lambda data: lzma.compress(data, preset=0),
}


def _packed(draw: Random, data: bytes | bytearray) -> tuple[str, bytearray]:
    ending = draw.choice(list(_PACK))
    return ending, bytearray(_pack(ending, bytes(data)))


@lru_cache(32)
def _pack(ending: str, data: bytes) -> bytes:
    return _PACK[ending](data)


def _flip(draw: Random, data: bytearray, low: int = 0, high: int | None = None) -> bytearray:
    high = len(data) if high is None else high
    for _ in range(draw.choice((1, 2, 8, 64))):
        data[draw.randrange(low, high)] = draw.randrange(256)
    return data


def cut_zip(draw: Random) -> tuple[str, bytes]:
    data = _zip(draw)
    return "zip", bytes(data[: draw.randrange(len(data))])


def flipped_zip(draw: Random) -> tuple[str, bytes]:
    return "zip", bytes(_flip(draw, _zip(draw)))


def wrong_directory(draw: Random) -> tuple[str, bytes]:
    """Bytes of the list of members are others: sizes, offsets, names, methods, counts."""
    data = _zip(draw)
    return "zip", bytes(_flip(draw, data, data.index(b"PK\x01\x02")))


def lying_directory(draw: Random) -> tuple[str, bytes]:
    """One field of one member holds an extreme."""
    data = _zip(draw)
    at = data.index(b"PK\x01\x02")
    offset, kind = draw.choice(
        ((8, "<H"), (10, "<H"), (16, "<L"), (20, "<L"), (24, "<L"), (30, "<H"), (42, "<L"))
    )
    most = 2 ** (8 * struct.calcsize(kind)) - 1
    struct.pack_into(kind, data, at + offset, draw.choice((0, 1, most, most - 1, most // 2, 99)))
    return "zip", bytes(data)


def lying_end(draw: Random) -> tuple[str, bytes]:
    data = _zip(draw)
    at = data.rindex(b"PK\x05\x06")
    offset, kind = draw.choice(((8, "<H"), (10, "<H"), (12, "<L"), (16, "<L"), (20, "<H")))
    most = 2 ** (8 * struct.calcsize(kind)) - 1
    struct.pack_into(kind, data, at + offset, draw.choice((0, 1, most, most - 1, most // 2, 70_000 & most)))
    return "zip", bytes(data)


def overlapping_zip(draw: Random) -> tuple[str, bytes]:
    """Every member of the list is the first one."""
    data = _zip(draw)
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<L", data, at + 42, 0)
        at = data.find(b"PK\x01\x02", at + 4)
    return "zip", bytes(data)


def growing_zip(draw: Random) -> tuple[str, bytes]:
    """A member that unpacks to far more than the list says."""
    method = draw.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("a.txt", b"8" * (ENDLESS // draw.choice((1, 10, 1000))))
        archive.writestr("b.txt", REPORT)
    data = bytearray(file.getvalue())
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, draw.choice((10, 5_000, 900_000)))
    return "zip", bytes(data)


def cut_tar(draw: Random) -> tuple[str, bytes]:
    data = _tar(draw)
    return _finished(_packed(draw, data[: draw.randrange(len(data))]))


def cut_packing(draw: Random) -> tuple[str, bytes]:
    ending, data = _packed(draw, _tar(draw))
    return ending, bytes(data[: draw.randrange(len(data))])


def flipped_tar(draw: Random) -> tuple[str, bytes]:
    return _finished(_packed(draw, _flip(draw, _tar(draw))))


def flipped_packing(draw: Random) -> tuple[str, bytes]:
    ending, data = _packed(draw, _tar(draw))
    return ending, bytes(_flip(draw, data))


def lying_header(draw: Random) -> tuple[str, bytes]:
    """A header whose checksum is right and whose size or kind is not."""
    data = _tar(draw)
    size = draw.choice(
        (b"77777777777\0", b"-0000000001\0", b"\x80" + b"\x7f" * 11, b"\xff" * 12, b"xxxxxxxxxxxx")
    )
    if draw.random() < 0.7:
        data[124:136] = size
    if draw.random() < 0.7:
        data[156:157] = draw.choice((b"L", b"K", b"x", b"g", b"S", b"5", b"1", b"2", b"7", b"\xff"))
    data[148:156] = b" " * 8
    data[148:156] = b"%06o\0 " % sum(data[:512])
    return _finished(_packed(draw, data))


def endless_header(draw: Random) -> tuple[str, bytes]:
    """A path or a field of a header that unpacks without end."""
    info = tarfile.TarInfo("a.txt")
    info.type = draw.choice(
        (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE)
    )
    info.size = ENDLESS
    return _finished(_packed(draw, info.tobuf(tarfile.GNU_FORMAT) + b"8" * ENDLESS))


def endless_member(draw: Random) -> tuple[str, bytes]:
    info = tarfile.TarInfo("a.txt")
    info.size = ENDLESS * draw.choice((1, 10, 100_000))
    return _finished(_packed(draw, info.tobuf() + b"\0" * ENDLESS))


def holes(draw: Random) -> tuple[str, bytes]:
    """A sparse member whose map tells of terabytes, or of itself without end."""
    info = tarfile.TarInfo("a.txt")
    content = b"1\n0\n1\n" if draw.random() < 0.5 else b"999999999\n" + b"0\n" * 200_000
    info.size = len(content)
    info.pax_headers = {
        "GNU.sparse.major": "1",
        "GNU.sparse.minor": "0",
        "GNU.sparse.name": "a.txt",
        "GNU.sparse.realsize": draw.choice(("9" * 15, "-1", "x")),
    }
    return _finished(_packed(draw, info.tobuf(tarfile.PAX_FORMAT) + content + bytes(-len(content) % 512)))


def wrong_fields(draw: Random) -> tuple[str, bytes]:
    """PAX fields that are no fields: lengths, sizes, encodings."""
    record = draw.choice(
        (
            b"5 a=\n",
            b"99999999 path=a\n",
            b"12 size=-99\n",
            b"20 size=9999999999\n",
            b"0 a=b\n",
            b"9 path\xff\n",
            b"x",
        )
    )
    info = tarfile.TarInfo("a.txt")
    info.type, info.size = tarfile.XHDTYPE, len(record)
    return _finished(_packed(draw, info.tobuf() + record + bytes(-len(record) % 512) + _tar(draw)))


def huge_dictionary(draw: Random) -> tuple[str, bytes]:
    """xz that asks for gigabytes of memory before it unpacks anything."""
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 20}]
    data = bytearray(lzma.compress(bytes(_tar(draw)), lzma.FORMAT_XZ, filters=filters))
    data[16] = draw.choice((38, 39, 40))
    header = (data[12] + 1) * 4
    struct.pack_into("<L", data, 12 + header - 4, zlib.crc32(data[12 : 12 + header - 4]))
    return "tar.xz", bytes(data)


def other_things(draw: Random) -> tuple[str, bytes]:
    ending = draw.choice(("zip", *_PACK))
    return ending, draw.choice(
        (
            b"",
            b"PK\x03\x04",
            b"PK\x05\x06" + bytes(18),
            b"\x1f\x8b\x08",
            b"BZh9",
            draw.randbytes(3_000),
            b"{}" * 999,
        )
    )


def _finished(packed: tuple[str, bytearray]) -> tuple[str, bytes]:
    return packed[0], bytes(packed[1])


_WAYS = (
    cut_zip,
    flipped_zip,
    wrong_directory,
    lying_directory,
    lying_end,
    overlapping_zip,
    growing_zip,
    cut_tar,
    cut_packing,
    flipped_tar,
    flipped_packing,
    lying_header,
    endless_header,
    endless_member,
    holes,
    wrong_fields,
    huge_dictionary,
    other_things,
)
