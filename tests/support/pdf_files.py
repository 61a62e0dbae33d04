"""Small PDF files with a Chinese text layer, as printing programs write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import md5
from math import cos, radians, sin

from support.box_font import box_font

MARGIN, SIZE, LEADING, TOP = 72, 14, 24, 770


@dataclass(frozen=True)
class Shown:
    """A line where it stands on its page, in points from the lower left corner."""

    text: str
    x: float
    y: float
    turned: int = 0
    """Degrees, against the clock."""
    size: int = SIZE


def placed(lines: Sequence[str], height: int = 1_000, across: int = 0) -> list[Shown]:
    """Lines from top to bottom; behind so many (``height``) they go on so many points to the right."""
    return [
        Shown(line, MARGIN + across * (row // height), TOP - LEADING * (row % height))
        for row, line in enumerate(lines)
        if line
    ]


def pdf_of(pages: Sequence[Sequence[str]], *, height: int = 1_000, across: int = 0) -> bytes:
    """A file whose pages show these lines; see ``placed``."""
    return pdf_showing([placed(lines, height, across) for lines in pages])


def pdf_showing(pages: Sequence[Sequence[Shown]], picture: Sequence[int] = ()) -> bytes:
    """A file of these pages, their lines in this order; those numbered in ``picture`` hold a drawing too."""
    characters = sorted({character for lines in pages for line in lines for character in line.text})
    codes = {character: number for number, character in enumerate(characters, 1)}
    objects: list[bytes] = []

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    pairs = "".join(f"<{codes[one]:04x}> <{one.encode('utf-16-be').hex()}>\n" for one in characters)
    blocks = "".join(
        f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar\n"
        for chunk in _chunks(pairs.splitlines(), 100)
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{blocks}endcmap end end"
    )
    catalog, tree = add(b""), add(b"")
    unicode = add(_stream(cmap.encode()))
    file = add(_stream(box_font()))
    glyphs = add(_stream(b"\0\1" * (len(codes) + 1)))
    described = add(
        b"<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /FontFile2 %d 0 R >>" % file
    )
    descendant = add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /FontDescriptor %d 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap %d 0 R >>"
        % (described, glyphs)
    )
    font = add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [%d 0 R]"
        b" /ToUnicode %d 0 R >>" % (descendant, unicode)
    )
    kids = []
    for number, lines in enumerate(pages, 1):
        shown = "".join(_operators(line, codes) for line in lines)
        if number in picture:
            shown += "0.5 g 60 60 400 600 re f\n"
        content = add(_stream(shown.encode()))
        kids.append(
            add(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                b" /Resources << /Font << /F1 %d 0 R >> >> >>" % (tree, content, font)
            )
        )
    objects[catalog - 1] = b"<< /Type /Catalog /Pages %d 0 R >>" % tree
    told = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[tree - 1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (told, len(kids))
    return _file(objects, catalog)


def _operators(line: Shown, codes: dict[str, int]) -> str:
    along, up = cos(radians(line.turned)), sin(radians(line.turned))
    shown = "".join(f"{codes[one]:04x}" for one in line.text)
    matrix = f"{along:.5f} {up:.5f} {-up:.5f} {along:.5f} {line.x} {line.y} Tm"
    return f"BT /F1 {line.size} Tf {matrix} <{shown}> Tj ET\n"


_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_PERMISSIONS = -4
_ID = bytes(range(16))


def locked(data: bytes, password: str) -> bytes:
    """A file of :func:`pdf_of` encrypted (RC4, 40 bits); an empty password opens it for everybody."""
    padded = (password.encode() + _PADDING)[:32]
    owner = _rc4(md5(b"owner".ljust(32)).digest()[:5], padded)
    signed = _PERMISSIONS.to_bytes(4, "little", signed=True)
    key = md5(padded + owner + signed + _ID).digest()[:5]

    def encrypted(match: re.Match[bytes]) -> bytes:
        of_object = md5(key + int(match[1]).to_bytes(3, "little") + b"\0\0").digest()[:10]
        return match[0].replace(match[2], _rc4(of_object, match[2]))

    body, _, _ = data.partition(b"xref\n")
    body = re.sub(
        rb"(\d+) 0 obj\n<< /Length \d+ >>\nstream\n(.*?)\nendstream", encrypted, body, flags=re.DOTALL
    )
    lock = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{_rc4(key, _PADDING).hex()}>"
        f" /P {_PERMISSIONS} >> /ID [<{_ID.hex()}> <{_ID.hex()}>]"
    )
    return body + f"trailer << /Root 1 0 R {lock} >>\n%%EOF".encode()


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _file(objects: list[bytes], catalog: int) -> bytes:
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        data += b"%010d 00000 n \n" % place
    data += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        catalog,
        start,
    )
    return bytes(data)


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _chunks(items: Sequence[str], size: int) -> list[Sequence[str]]:
    return [items[at : at + size] for at in range(0, len(items), size)]


def printed(text: str, width: int = 30, height: int = 28, numbered: bool = True) -> list[list[str]]:
    """A text as it is printed: paragraphs broken to one width, pages with their numbers."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        rest = "　　" + paragraph.strip()
        while rest:
            # No line begins with a mark that closes something.
            end = next(
                (at for at in range(width, 0, -1) if rest[at : at + 1] not in set("，。、；：）》”%")), width
            )
            lines.append(rest[:end].rstrip())
            rest = rest[end:].lstrip()
    pages = [lines[at : at + height] for at in range(0, len(lines), height)]
    if numbered:
        pages = [[*page, f"— {number} —"] for number, page in enumerate(pages, 1)]
    return pages
