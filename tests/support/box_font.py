"""A TrueType font whose every character is a box: what it prints is as large wherever it is read."""

from __future__ import annotations

from struct import pack

_EM = 1_000
_BOX = (60, -80, 940, 820)
"""Left, bottom, right and top of the one shape, in thousandths of the size."""


def box_font() -> bytes:
    """The font file: glyph 0 and glyph 1 are the box, a size wide."""
    glyph = _glyph()
    tables = {
        b"glyf": glyph + glyph,
        b"head": pack(
            ">IIIIHHQQ4hHHhhh",
            0x10000,
            0x10000,
            0,
            0x5F0F3CF5,
            0,
            _EM,
            0,
            0,
            *_BOX,
            0,
            8,
            2,
            1,
            0,
        ),
        b"hhea": pack(">I3hH11hH", 0x10000, 880, -120, 0, _EM, 60, 60, 940, 1, 0, 0, 0, 0, 0, 0, 0, 2),
        b"hmtx": pack(">HhHh", _EM, 60, _EM, 60),
        b"loca": pack(">3I", 0, len(glyph), 2 * len(glyph)),
        b"maxp": pack(">IH13H", 0x10000, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    data = pack(">IHHHH", 0x10000, len(tables), 64, 2, 32)
    body, at = b"", len(data) + 16 * len(tables)
    for name, table in tables.items():
        padded = table + b"\0" * (-len(table) % 4)
        data += pack(">4sIII", name, _sum_of(padded), at + len(body), len(table))
        body += padded
    return data + body


def _glyph() -> bytes:
    left, bottom, right, top = _BOX
    across, up = right - left, top - bottom
    head = pack(">5h", 1, *_BOX) + pack(">HH", 3, 0)
    points = pack(">4B", 1, 1, 1, 1)
    steps = pack(">4h", left, 0, across, 0) + pack(">4h", bottom, up, 0, -up)
    glyph = head + points + steps
    return glyph + b"\0" * (-len(glyph) % 4)


def _sum_of(table: bytes) -> int:
    return sum(int.from_bytes(table[at : at + 4]) for at in range(0, len(table), 4)) & 0xFFFFFFFF
