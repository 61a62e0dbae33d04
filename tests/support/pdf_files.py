"""Small PDF files with a Chinese text layer, as printing programs write them."""

from __future__ import annotations

from collections.abc import Sequence

MARGIN, SIZE, LEADING, TOP = 72, 14, 24, 770


def pdf_of(pages: Sequence[Sequence[str]]) -> bytes:
    """A file whose pages show these lines from top to bottom."""
    characters = sorted({character for lines in pages for line in lines for character in line})
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
    described = add(
        b"<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>"
    )
    descendant = add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /FontDescriptor %d 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>" % described
    )
    font = add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [%d 0 R]"
        b" /ToUnicode %d 0 R >>" % (descendant, unicode)
    )
    kids = []
    for lines in pages:
        shown = "".join(
            f"BT /F1 {SIZE} Tf {MARGIN} {TOP - LEADING * row} Td"
            f" <{''.join(f'{codes[one]:04x}' for one in line)}> Tj ET\n"
            for row, line in enumerate(lines)
            if line
        )
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
