"""Sources: every way in, and one clear line for each input that is refused."""

from __future__ import annotations

import gc
import gzip
import io
import json
import os
import pickle
import stat
import sys
import tarfile
import tracemalloc
import zipfile
from pathlib import Path
from random import Random

import pytest

from fzreview.domain.reports.original import SourceMetadata
from fzreview.errors import InputRefused, UsageError
from fzreview.work.loading.sources import Limits, Source, open_sources
from fzreview.work.loading.sources.source import Label, refuse_os_error

TEXT = "一、推进依法行政，办理行政复议案件48件。\n"
BYTES = TEXT.encode()


def outcomes(*paths: str | Path, limits: Limits | None = None) -> list[tuple[str, str]]:
    """(doc, code of the refusal or the passing over, or «ok») of each source."""
    return [
        (found.doc, "ok" if isinstance(found, Source) else found.error.code)
        for found in open_sources(paths, limits)
    ]


def zip_of(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def tar_of(path: Path, members: dict[str, bytes], mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


# Files and folders


def test_a_file_keeps_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "濠江.txt"
    path.write_bytes(b"\xef\xbb\xbf" + BYTES + b"\r\n")
    assert list(open_sources([path])) == [Source(str(path), "濠江.txt", b"\xef\xbb\xbf" + BYTES + b"\r\n")]


def test_a_named_file_is_tried_whatever_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "报告.gbk"
    path.write_bytes(TEXT.encode("gbk"))
    assert outcomes(path) == [("报告.gbk", "ok")]


def test_a_folder_is_walked_by_name(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.TXT",
        "sub/c.md",
        "sub/plain",
        ".hidden.txt",
        ".git/d.txt",
        "logo.png",
        "~$x.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(BYTES)
    assert outcomes(tmp_path) == [
        (".git", "skipped_hidden"),
        (".hidden.txt", "skipped_hidden"),
        ("a.TXT", "ok"),
        ("b.txt", "ok"),
        ("logo.png", "skipped_image"),
        ("sub/c.md", "ok"),
        ("sub/plain", "ok"),
        ("~$x.txt", "skipped_hidden"),
    ]


def test_documents_of_other_programs_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(BYTES)
    (tmp_path / "b.ofd").write_bytes(b"PK")
    (tmp_path / "c.ppt").write_bytes(BYTES)
    assert outcomes(tmp_path) == [("a.txt", "ok"), ("b.ofd", "foreign_format"), ("c.ppt", "foreign_format")]


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    (tmp_path / "empty").mkdir()
    assert outcomes(tmp_path) == [("logo.png", "skipped_image"), (tmp_path.name, "no_reports")]


def test_what_is_not_there_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(BYTES)
    assert outcomes(tmp_path / "no.txt", "bad\0path", tmp_path / "a.txt") == [
        ("no.txt", "not_found"),
        ("bad\0path", "not_found"),
        ("a.txt", "ok"),
    ]


def test_links_in_folders(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(BYTES)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert outcomes(tmp_path) == [
        ("a.txt", "ok"),
        ("b.txt", "ok"),
        ("c.txt", "not_found"),
        ("loop", "skipped_link"),
    ]


def test_a_pipe_in_a_folder_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert outcomes(tmp_path) == [("a.txt", "special_file")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_files_and_folders(tmp_path: Path) -> None:
    for name in ("a.txt", "closed/b.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(BYTES)
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "closed").chmod(0)
    try:
        assert outcomes(tmp_path) == [("a.txt", "denied"), ("c.txt", "ok"), ("closed", "denied")]
    finally:
        (tmp_path / "closed").chmod(stat.S_IRWXU)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(13, "no"), "denied"),
        (FileNotFoundError(2, "no"), "not_found"),
        (OSError(5, "Input/output error"), "unreadable"),
    ],
)
def test_system_errors_have_sentences(error: OSError, code: str) -> None:
    refusal = refuse_os_error(Label("a.txt", "a.txt"), error)
    assert refusal.error.code == code
    assert str(refusal).startswith("a.txt：")


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 1_001)
    (tmp_path / "b.txt").write_bytes(b"x" * 1_000)
    assert outcomes(tmp_path, limits=Limits(report_bytes=1_000)) == [("a.txt", "too_large"), ("b.txt", "ok")]


def test_a_line_of_twenty_megabytes_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"8" * 20_000_000)
    assert outcomes(tmp_path / "a.txt") == [("a.txt", "ok")]


def test_the_limit_comes_from_the_environment() -> None:
    assert Limits.from_environment({}) == Limits()
    assert Limits.from_environment({"FZREVIEW_MAX_MIB": "3"}).report_bytes == 3 << 20
    for value in ("0", "-1", "x", "1.5"):
        with pytest.raises(UsageError):
            Limits.from_environment({"FZREVIEW_MAX_MIB": value})


def test_file_names_of_undecodable_bytes_can_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xb1\xa8.txt"
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - pathlib takes no bytes
            file.write(BYTES)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (found,) = open_sources([tmp_path])
    assert isinstance(found, Source)
    assert found.doc == "\ufffd\ufffd.txt"
    assert found.data == BYTES


# Standard input


class Piped:
    """A stand-in for ``sys.stdin`` over bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]  # BytesIO is raw enough


def test_standard_input_is_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(BYTES))
    assert list(open_sources(["-"])) == [Source("-", "-", BYTES)]


def test_standard_input_may_be_a_crawl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(b'\n{"text": "a"}\n{"text": "b"}\n'))
    assert [found.doc for found in open_sources(["-"])] == ["-:2", "-:3"]


# Crawls


def crawl(path: Path, *lines: object) -> Path:
    path.write_bytes(
        b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    )
    return path


def test_crawl_lines_are_reports(tmp_path: Path) -> None:
    path = crawl(
        tmp_path / "crawl.jsonl",
        {"text": TEXT, "url": "https://example.org/1", "title": " 报告 "},
        b"",
        {"content": TEXT, "url": 7, "text": None},
    )
    assert list(open_sources([path])) == [
        Source(f"{path}:1", "crawl.jsonl:1", BYTES, told=SourceMetadata("报告", "https://example.org/1")),
        Source(f"{path}:3", "crawl.jsonl:3", BYTES),
    ]


def test_each_broken_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = crawl(
        tmp_path / "c.jsonl",
        b"\xef\xbb\xbf" + b'{"text": "a"}',
        b'{"text": "a"',
        b"[1]",
        {"remark": "a"},
        {"text": 48},
        b'{"text": "\xff"}',
        b"[" * 100_000,
        b'{"text": ' + b"9" * 5_000 + b"}",
        {"text": "z"},
        b'{"text": "cut',
    )
    assert outcomes(path) == [
        ("c.jsonl:1", "ok"),
        ("c.jsonl:2", "json_broken"),
        ("c.jsonl:3", "json_no_text"),
        ("c.jsonl:4", "json_no_text"),
        ("c.jsonl:5", "json_no_text"),
        ("c.jsonl:6", "json_broken"),
        ("c.jsonl:7", "json_broken"),
        ("c.jsonl:8", "json_broken"),
        ("c.jsonl:9", "ok"),
        ("c.jsonl:10", "json_broken"),
    ]
    (refusal,) = [found for found in open_sources([path]) if found.doc == "c.jsonl:2"]
    assert str(refusal).startswith(f"{path}：第 2 行")


def test_a_crawl_line_above_the_limit_is_passed_over(tmp_path: Path) -> None:
    path = crawl(tmp_path / "c.ndjson", {"text": "a"}, {"text": "b" * 200_000}, {"text": "c"})
    assert outcomes(path, limits=Limits(report_bytes=1_000)) == [
        ("c.ndjson:1", "ok"),
        ("c.ndjson:2", "too_large"),
        ("c.ndjson:3", "ok"),
    ]


def test_an_empty_crawl_is_refused(tmp_path: Path) -> None:
    assert outcomes(crawl(tmp_path / "c.jsonl", b"\n \n")) == [("c.jsonl", "json_no_lines")]


@pytest.mark.parametrize(
    "data",
    [
        b'{"text": "a"}\n{"text": "b"}\n',
        b'[\n {"text": "a"},\n {"text": "b"}\n]',
        b'{"text": "a"}\r\n{"content": "b"}',
    ],
)
def test_a_json_file_holds_lines_or_a_list(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "c.json").write_bytes(data)
    assert [(found.doc, found.data) for found in open_sources([tmp_path]) if isinstance(found, Source)] == [
        ("c.json:1", b"a"),
        ("c.json:2", b"b"),
    ]


def test_one_pretty_printed_object_is_one_report(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text(json.dumps({"text": TEXT}, indent=2))
    assert outcomes(tmp_path) == [("c.json:1", "ok")]


# Archives


@pytest.mark.parametrize("ending", ["zip", "tar", "tar.gz", "tgz", "tar.bz2", "tar.xz"])
def test_archives_of_every_kind(tmp_path: Path, ending: str) -> None:
    members = {
        "./a.txt": BYTES,
        "dir/b.txt": BYTES,
        "c.jsonl": b'{"text": "x"}',
        "logo.png": b"",
        ".x.txt": b"",
    }
    path = tmp_path / f"reports.{ending}"
    if ending == "zip":
        zip_of(path, members)
    else:
        tar_of(path, members, "w:" + {"tgz": "gz", "tar": ""}.get(ending, ending.rpartition(".")[2]))
    found = [source for source in open_sources([path]) if isinstance(source, Source)]
    assert [source.doc for source in found] == ["a.txt", "dir/b.txt", "c.jsonl:1"]
    assert [source.name for source in found][1] == f"{path}/dir/b.txt"
    assert [source.data for source in found] == [BYTES, BYTES, b"x"]
    assert outcomes(tmp_path) == [
        (f"reports.{ending}/a.txt", "ok"),
        (f"reports.{ending}/dir/b.txt", "ok"),
        (f"reports.{ending}/c.jsonl:1", "ok"),
        (f"reports.{ending}/logo.png", "skipped_image"),
        (f"reports.{ending}/.x.txt", "skipped_hidden"),
    ]


BAD_NAMES = ["../up.txt", "a/../../up.txt", "/etc/passwd", "C:\\x.txt", "a\\..\\b.txt", "\\\\host\\x.txt"]


@pytest.mark.parametrize("name", BAD_NAMES)
@pytest.mark.parametrize("pack", [zip_of, tar_of])
def test_members_that_climb_out_are_refused(tmp_path: Path, name: str, pack: object) -> None:
    path = tmp_path / ("r.zip" if pack is zip_of else "r.tar.gz")
    pack(path, {"a.txt": BYTES, name: BYTES, "b.txt": BYTES})  # type: ignore[operator]  # one of two packers
    assert [code for _, code in outcomes(path)] == ["ok", "member_climbs", "ok"]


def test_links_and_devices_in_a_tar_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.tar"
    with tarfile.open(path, "w") as archive:
        for name, kind in (
            ("a.txt", tarfile.SYMTYPE),
            ("b.txt", tarfile.LNKTYPE),
            ("c.txt", tarfile.FIFOTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert outcomes(path) == [("a.txt", "member_link"), ("b.txt", "member_link"), ("c.txt", "member_link")]


def test_links_in_a_zip_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    assert outcomes(path) == [("a.txt", "member_link")]


def test_encrypted_members_are_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "r.zip", {"a.txt": BYTES})
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    path.write_bytes(data)
    assert outcomes(path) == [("a.txt", "member_encrypted")]


@pytest.mark.parametrize("pack", [zip_of, tar_of])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, pack: object) -> None:
    path = tmp_path / ("r.zip" if pack is zip_of else "r.tar.gz")
    pack(path, {"a.txt": BYTES, "bomb.txt": b"8" * 30_000_000})  # type: ignore[operator]  # one of two packers
    tracemalloc.start()
    assert outcomes(path) == [("a.txt", "ok"), ("bomb.txt", "member_bomb")]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


def test_a_member_above_the_limit_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "r.zip", {"a.txt": os.urandom(2_000), "b.txt": BYTES})
    assert outcomes(path, limits=Limits(report_bytes=1_000)) == [("a.txt", "too_large"), ("b.txt", "ok")]


@pytest.mark.parametrize("pack", [zip_of, tar_of])
def test_an_archive_in_an_archive_is_opened_once(tmp_path: Path, pack: object) -> None:
    innermost = zip_of(tmp_path / "in.zip", {"x.txt": BYTES})
    inner = tar_of(
        tmp_path / "i.tgz", {"a.txt": BYTES, "in.zip": innermost.read_bytes(), "up/../../b.txt": b""}
    )
    path = tmp_path / ("r.zip" if pack is zip_of else "r.tar")
    pack(path, {"2021/i.tgz": inner.read_bytes(), "b.ofd": b"PK", "c.txt": BYTES})  # type: ignore[operator]  # one of two
    assert outcomes(path) == [
        ("2021/i.tgz/a.txt", "ok"),
        ("2021/i.tgz/in.zip", "archive_nested"),
        ("2021/i.tgz/up/../../b.txt", "member_climbs"),
        ("b.ofd", "foreign_format"),
        ("c.txt", "ok"),
    ]


@pytest.mark.parametrize("name", ["r.zip", "r.tar", "r.tar.gz", "r.tar.xz"])
@pytest.mark.parametrize(
    "data",
    [b"", b"no archive at all" * 100, gzip.compress(b"no tar" * 500, mtime=0)],
    ids=["empty", "text", "gzip"],
)
def test_what_only_says_that_it_is_an_archive(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    ((doc, code),) = outcomes(tmp_path / name)
    assert doc == name
    assert code in (("archive_broken", "archive_empty") if data else ("empty",))


def test_members_are_called_by_their_archive_too_where_it_lies_in_a_folder(tmp_path: Path) -> None:
    inner = zip_of(tmp_path / "in.zip", {"x.txt": BYTES}).read_bytes()
    folder = tmp_path / "crawl" / "2021"
    folder.mkdir(parents=True)
    members = {"a/b.txt": BYTES, "logo.png": b"", "../c.txt": BYTES, "in.zip": inner, "t.csv": b"x,y\n1,2\n"}
    for name, pack in {"r.zip": zip_of, "r.tgz": tar_of}.items():
        pack(folder / name, members)
    told = {"a/b.txt", "logo.png", "../c.txt", "in.zip/x.txt", "t.csv"}
    assert {doc for doc, _ in outcomes(folder / "r.zip")} == told
    assert {doc for doc, _ in outcomes(folder)} == {
        f"{name}/{doc}" for name in ("r.zip", "r.tgz") for doc in told
    }
    assert {doc for doc, _ in outcomes(tmp_path / "crawl")} == {
        f"2021/{name}/{doc}" for name in ("r.zip", "r.tgz") for doc in told
    }


def test_an_archive_without_reports_is_refused(tmp_path: Path) -> None:
    assert outcomes(zip_of(tmp_path / "r.zip", {"logo.png": b""})) == [
        ("logo.png", "skipped_image"),
        ("r.zip", "archive_empty"),
    ]
    assert outcomes(tar_of(tmp_path / "r.tgz", {"logo.png": b""})) == [
        ("logo.png", "skipped_image"),
        ("r.tgz", "archive_empty"),
    ]


def test_the_sound_part_of_a_cut_off_tar_is_taken(tmp_path: Path) -> None:
    path = tar_of(tmp_path / "r.tar", {f"{n}.txt": os.urandom(5_000) for n in range(4)}, "w")
    path.write_bytes(path.read_bytes()[:14_000])
    found = outcomes(path)
    assert found[:2] == [("0.txt", "ok"), ("1.txt", "ok")]
    assert found[-1] == ("r.tar", "archive_broken")


def test_a_member_with_a_wrong_checksum_is_refused_alone(tmp_path: Path) -> None:
    path = tmp_path / "r.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "aaaaaaaaaa")
        archive.writestr("b.txt", BYTES)
    path.write_bytes(path.read_bytes().replace(b"aaaaaaaaaa", b"aaaaabaaaa"))
    assert outcomes(path) == [("a.txt", "archive_broken"), ("b.txt", "ok")]


def test_gbk_names_of_windows_archives_are_read(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "r.zip", {"XXXX.txt": BYTES})
    path.write_bytes(path.read_bytes().replace(b"XXXX", "报告".encode("gbk")))
    assert outcomes(path) == [("报告.txt", "ok")]


@pytest.mark.parametrize("ending", ["zip", "tar.gz", "jsonl"])
def test_memory_does_not_grow_with_the_number_of_reports(tmp_path: Path, ending: str) -> None:
    data = Random(1).randbytes(20_000)

    def peak(count: int) -> int:
        path = tmp_path / f"{count}.{ending}"
        if ending == "jsonl":
            crawl(path, *({"text": data.hex()} for _ in range(count)))
        else:
            (zip_of if ending == "zip" else tar_of)(path, {f"{n}.txt": data for n in range(count)})
        for _ in open_sources([path]):
            break
        gc.freeze()  # what other tests have loaded need not be looked through each time
        tracemalloc.start()
        for number, _ in enumerate(open_sources([path])):
            if number % 10 == 0:
                gc.collect()
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        gc.unfreeze()
        return top

    few, many = peak(50), peak(400)
    assert many < few + 350 * len(data) / 2


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(BYTES)
    found = open_sources([tmp_path / "a.txt", tmp_path / "b.txt"])
    next(found)
    (tmp_path / "b.txt").write_bytes(BYTES)
    assert isinstance(next(found), Source)


def test_refusals_travel_between_processes() -> None:
    error = pickle.loads(pickle.dumps(InputRefused("empty", name="a.txt")))
    assert (type(error), error.code, error.params) == (InputRefused, "empty", {"name": "a.txt"})


def test_a_folder_tells_each_file_that_it_does_not_read(tmp_path: Path) -> None:
    codes = {
        "a.csv": "columns_unclear",
        "b.ofd": "foreign_format",
        "c.rar": "archive_foreign",
        "d.js": "skipped_script",
        "e.mp4": "skipped_media",
        "f.ttf": "skipped_font",
        "g.exe": "skipped_program",
        "h.log": "skipped_working",
        "i.odd": "skipped_kind",
        "j.txt": "ok",
    }
    for name in codes:
        (tmp_path / name).write_bytes(BYTES)
    assert dict(outcomes(tmp_path)) == codes
    assert dict(outcomes(zip_of(tmp_path / "r.zip", dict.fromkeys(codes, BYTES)))) == codes


def kinds(*paths: Path) -> dict[str, str]:
    return {one.doc: one.kind for one in open_sources(paths) if isinstance(one, Source)}


def test_bytes_tell_what_a_file_is_before_its_name_does(tmp_path: Path) -> None:
    page = f"<html><body><p>{TEXT}</p></body></html>".encode("gbk")
    files = {
        "a.txt": (page, "html"),
        "b.doc": (page, "html"),
        "c.html": (BYTES, "text"),
        "d.txt": (b"%PDF-1.7", "pdf"),
        "e.doc": (b"{\\rtf1 x}", "rtf"),
        "f.txt": (gzip.compress(BYTES), "text"),
        "g.html.gz": (gzip.compress(page), "html"),
        "h.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "doc"),
        "i.dat": (page, "html"),
    }
    for name, (data, _) in files.items():
        (tmp_path / name).write_bytes(data)
    paths = [tmp_path / name for name in files]
    assert kinds(*paths) == {name: kind for name, (_, kind) in files.items()}


def test_a_packed_file_that_grows_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"8" * 3_000_000))
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(BYTES)[:-9])
    assert outcomes(tmp_path, limits=Limits(report_bytes=1_000_000)) == [
        ("a.html.gz", "too_large"),
        ("b.html.gz", "archive_broken"),
    ]
