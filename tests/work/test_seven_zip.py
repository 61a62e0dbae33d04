"""7z archives end to end: unpacked in memory by a process of its own, or refused with what to do."""

from __future__ import annotations

import io
from importlib.util import find_spec
from pathlib import Path

import pytest

from fzreview.work.loading.sources import Source, open_sources
from fzreview.work.loading.sources.seven_zip import members_of
from support.lazily import lazily
from support.office_files import html_of_text

py7zr = lazily("py7zr")
pytestmark = pytest.mark.skipif(find_spec("py7zr") is None, reason="py7zr is not installed")
TEXT = "某县2021年法治政府建设年度报告\n全年办理行政复议案件48件。"


def seven_zip(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with py7zr.SevenZipFile(file, "w") as archive:
        for name, data in files.items():
            archive.writestr(data, name)
    return file.getvalue()


def test_its_files_are_found_and_the_others_told(tmp_path: Path) -> None:
    data = seven_zip({"a/甲.txt": TEXT.encode(), "a/乙.html": html_of_text(TEXT), "a/图.png": b"\x89PNG"})
    (tmp_path / "x.7z").write_bytes(data)
    found = list(open_sources([tmp_path / "x.7z"]))
    assert [(one.doc, one.kind) for one in found if isinstance(one, Source)] == [
        ("a/甲.txt", "text"),
        ("a/乙.html", "html"),
    ]
    told = {one.error.code for one in found if not isinstance(one, Source)}
    assert told == {"skipped_image"}


@pytest.mark.parametrize("data", [b"7z\xbc\xaf\x27\x1c" + bytes(40), b"7z\xbc\xaf\x27\x1c"])
def test_a_broken_one_is_one_line(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.7z").write_bytes(data)
    (one,) = open_sources([tmp_path / "x.7z"])
    assert not isinstance(one, Source)
    assert one.error.code in ("archive_broken", "archive_empty")


def test_a_bomb_is_not_unpacked() -> None:
    data = seven_zip({"a.txt": bytes(30 << 20)})
    assert [code for code, *_ in members_of(data, 100)] == ["member_bomb"]


def test_without_its_library_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "py7zr", None)
    ((code, _, told),) = members_of(b"7z", 100)
    assert (code, told["package"]) == ("converter_missing", "py7zr")
