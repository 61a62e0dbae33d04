"""Files made into text, against what the same library gives of them when it is asked for bare text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from time import process_time
from xml.etree import ElementTree

from benchmarks.children import cost_of
from benchmarks.pages import page_of
from benchmarks.rounds import in_turn
from benchmarks.rows import Row, at_least, at_most
from benchmarks.workspace import WORK, Workspace
from fzreview.documents.converting import convert

MANY_PAGES = 1_000
"""Web pages of one load."""


def measure(place: Workspace) -> Iterator[Row]:
    """Characters a second of each converter; a load of web pages, its speed and memory."""
    texts = [path.read_text("utf-8") for path in sorted(place.folder(FEW).iterdir())]
    for kind, (make, bare) in KINDS.items():
        files = [make(text) for text in texts]
        chars = sum(map(len, texts))

        def ours(files: Sequence[bytes] = files, kind: str = kind) -> float:
            return _seconds(lambda data: convert(data, kind, "a"), files)

        def floor(files: Sequence[bytes] = files, bare: Callable[[bytes], object] = bare) -> float:
            return _seconds(bare, files)

        makers: dict[str, Callable[[], float]] = {"floor": floor, "program": ours}
        samples = in_turn(place.scale.readings, makers)
        yield Row(
            "documents",
            f"{kind} to text",
            chars / median(samples["program"]),
            "chars/s",
            chars / median(samples["floor"]),
            must=at_least(1 / 5),
            goal=at_least(0.7),
            note="floor: the library's bare text",
        )
    yield from _loads(place)


FEW = 20
"""Reports that each converter is tried on."""


def _seconds(work: Callable[[bytes], object], files: Sequence[bytes]) -> float:
    begin = process_time()
    for data in files:
        work(data)
    return process_time() - begin


def _loads(place: Workspace) -> Iterator[Row]:
    """A load of web pages against one of the same reports as text, and how its memory grows."""
    many = min(MANY_PAGES, place.scale.reports)
    peaks: dict[int, float | None] = {}
    for reports in (many // 5, many):
        folder = WORK / f"pages-{reports}"
        folder.mkdir(exist_ok=True)
        sources = sorted(place.folder(many).iterdir())[:reports]
        for path in sources:
            (folder / f"{path.stem}.html").write_bytes(page_of(path.read_text("utf-8")))
        pages = cost_of(place.load_command(folder, "--jobs", "1"), watch_memory=True)
        peaks[reports] = pages.peak_mib
    plain = cost_of(place.load_command(place.folder(many), "--jobs", "1"))
    yield Row(
        "documents",
        f"load {many:,} web pages",
        place.chars(many) / pages.seconds,
        "chars/s",
        place.chars(many) / plain.seconds,
        must=at_least(1 / 3),
        goal=at_least(0.7),
        note="floor: the same reports loaded as text",
    )
    yield Row(
        "documents",
        f"load memory, {many:,} pages ÷ {many // 5:,}",
        peaks[many],
        "MiB",
        peaks[many // 5],
        must=at_most(1.2),
        goal=at_most(1.1),
    )


def _html_text(data: bytes) -> object:
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(data.decode()).body
    return None if body is None else body.text(deep=True, separator="\n", strip=False)


def _docx_of(text: str) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraphs = "".join(
        f'<w:p><w:pPr><w:spacing w:line="560"/></w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr>'
        f"<w:t>{line}</w:t></w:r></w:p>"
        for line in text.replace("&", "&amp;").replace("<", "&lt;").splitlines()
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{paragraphs}</w:body></w:document>"
        )
    return file.getvalue()


def _docx_text(data: bytes) -> object:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(ElementTree.fromstring(archive.read("word/document.xml")).itertext())


KINDS: dict[str, tuple[Callable[[str], bytes], Callable[[bytes], object]]] = {
    "html": (page_of, _html_text),
    "docx": (_docx_of, _docx_text),
}
"""Kind → how a report becomes such a file, and what its library gives of it by itself."""
