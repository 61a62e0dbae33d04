"""``load``: every way in, the rows and the table, reports that are known already."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.work.loading import reading_sources
from support.command_line import Call, caller, in_process
from support.gold_reports import SEEDS, seed_names
from support.terminal import Terminal, installed_command

BYTES = {name: (SEEDS / name).read_bytes() for name in seed_names()}
SHA256 = {name: hashlib.sha256(data).hexdigest() for name, data in BYTES.items()}
ROW_KEYS = [
    "doc",
    "sha256",
    "status",
    "figures",
    "error",
    "code",
    "params",
    "converted_from",
    "copy_of",
    "unread_pages",
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "store.db"


@pytest.fixture
def call(path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(path, capsys)


def zip_of_seeds(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "seeds.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in BYTES:
            archive.write(SEEDS / name, name)
    return folder / "seeds.zip"


def tar_of_seeds(folder: Path) -> Path:
    with tarfile.open(folder / "seeds.tar.gz", "w:gz") as archive:
        for name in BYTES:
            archive.add(SEEDS / name, name)
    return folder / "seeds.tar.gz"


def crawl_of_seeds(folder: Path) -> Path:
    lines = [json.dumps({"text": data.decode(), "url": f"https://e.org/{n}"}) for n, data in BYTES.items()]
    (folder / "seeds.jsonl").write_text("\n".join(lines) + "\n")
    return folder / "seeds.jsonl"


def test_rows_are_those_of_the_contract(call: Call) -> None:
    loaded = call("load", "--json", SEEDS)
    assert (loaded.code, loaded.err) == (0, "")
    assert all(list(row) == ROW_KEYS for row in loaded.rows)
    assert [row["doc"] for row in loaded.rows] == list(BYTES)
    assert [row["sha256"] for row in loaded.rows] == list(SHA256.values())
    assert {(row["status"], row["error"]) for row in loaded.rows} == {("loaded", None)}
    read = {row["doc"]: len(row["figures"]) for row in call("read", "--json", SEEDS).rows}
    assert {row["doc"]: row["figures"] for row in loaded.rows} == read


@pytest.mark.parametrize("pack", [zip_of_seeds, tar_of_seeds, crawl_of_seeds])
def test_archives_and_crawls_hold_the_same_reports(call: Call, tmp_path: Path, pack: object) -> None:
    packed = pack(tmp_path)  # type: ignore[operator]  # one of the three above
    rows = call("load", "--json", packed).rows
    assert [row["sha256"] for row in rows] == list(SHA256.values())
    assert [row["status"] for row in rows] == ["loaded"] * 5
    again = call("load", "--json", SEEDS / seed_names()[3], packed).rows
    assert [row["status"] for row in again] == ["already_loaded"] * 6


def test_the_address_of_a_crawl_is_kept(call: Call, path: Path, tmp_path: Path) -> None:
    assert call("load", crawl_of_seeds(tmp_path)).code == 0
    connection = sqlite3.connect(path)
    urls = connection.execute("select url from reports order by id").fetchall()
    connection.close()
    assert urls == [(f"https://e.org/{name}",) for name in BYTES]


def test_known_bytes_are_told_and_change_nothing(call: Call, path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(BYTES[seed_names()[0]])
    (tmp_path / "b.txt").write_bytes(BYTES[seed_names()[0]])
    first = call("load", "--json", tmp_path / "a.txt", tmp_path / "b.txt").rows
    assert [(row["doc"], row["status"]) for row in first] == [
        ("a.txt", "loaded"),
        ("b.txt", "already_loaded"),
    ]
    before = call("list", "--json").out
    again = call("load", "--json", tmp_path / "b.txt")
    assert again.code == 0
    assert again.rows == [
        {
            "doc": "b.txt",
            "sha256": SHA256[seed_names()[0]],
            "status": "already_loaded",
            "figures": None,
            "error": None,
            "code": None,
            "params": None,
            "converted_from": None,
            "copy_of": None,
            "unread_pages": [],
        }
    ]
    assert call("list", "--json").out == before


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ["新增报告", "已有报告", "拒绝", "找不到", "新增数据", "新增字数"]),
        ("en", ["loaded", "already loaded", "refused", "not found", "figures", "characters"]),
    ],
)
def test_the_table_sums_up(call: Call, tmp_path: Path, language: str, words: list[str]) -> None:
    one = SEEDS / seed_names()[0]
    figures = len(call("read", "--json", one).rows[0]["figures"])
    call("load", SEEDS / seed_names()[1])
    shown = call("load", "--lang", language, one, SEEDS / seed_names()[1], tmp_path / "none.txt")
    assert shown.code == 1
    assert len(shown.told) == 1
    numbers = [1, 1, 1, 1, figures, len(BYTES[seed_names()[0]].decode())]
    table = [line.rsplit(None, 1) for line in shown.out.splitlines()]
    assert [(name.strip(), int(number)) for name, number in table] == list(zip(words, numbers, strict=True))


@pytest.mark.sampled(1)
@pytest.mark.parametrize("environment", [{}, {"FORCE_COLOR": "1", "TERM": "xterm"}])
def test_no_progress_without_a_terminal(tmp_path: Path, environment: dict[str, str]) -> None:
    done = in_process("--db", tmp_path / "s.db", "load", SEEDS / seed_names()[0], **environment)
    assert (done.returncode, done.stderr) == (0, b"")


def test_progress_shows_on_a_terminal_and_only_there(tmp_path: Path) -> None:
    line = f"'{installed_command()}' --db '{tmp_path}/s.db' load '{SEEDS}' > '{tmp_path}/out'"
    with Terminal(["-c", line], command=["sh"]) as terminal:
        assert terminal.end() == 0
        assert "新增 5，已有 0，拒绝 0".encode() in terminal.sent
    table = (tmp_path / "out").read_text()
    assert "新增报告  5" in table
    assert "\x1b" not in table


def test_a_report_that_breaks_the_reading_does_not_stop_the_others(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = reading_sources._read

    def breaking(source: object, made: object, extractor: str | None) -> object:
        if source.doc == "b.txt":  # type: ignore[attr-defined]  # a Source
            raise RecursionError("too deep")
        return whole(source, made, extractor)  # type: ignore[arg-type]  # likewise

    monkeypatch.setattr(reading_sources, "_read", breaking)
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("a.txt", "办理案件4件。"), ("b.txt", "办理案件5件。"), ("c.txt", "办理案件6件。")):
        (folder / name).write_text(text)
    loaded = call("load", "--json", folder)
    assert loaded.code == 1
    assert [row["status"] for row in loaded.rows] == ["loaded", "refused", "loaded"]
    (told,) = loaded.told
    assert "b.txt" in told
    assert "RecursionError, test_load_command.py:" in told
    assert loaded.rows[1]["error"] == told


def test_a_report_that_no_table_takes_does_not_stop_the_others(
    call: Call, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = reading_sources._read

    def with_a_surrogate(source: object, made: object, extractor: str | None) -> object:
        report = whole(source, made, extractor)  # type: ignore[arg-type]  # a Source
        return replace(report, doc="b\ud800.txt") if report.doc == "b.txt" else report

    monkeypatch.setattr(reading_sources, "_read", with_a_surrogate)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"办理案件4{name}件。")
    loaded = call("load", "--json", *(tmp_path / f"{name}.txt" for name in "abc"))
    assert [row["code"] for row in loaded.rows] == [None, "reading_failed", None]
    assert "b.txt" in loaded.told[0] and "UnicodeEncodeError" in loaded.told[0]
    assert len(call("list", "--json").rows) == 2


def test_what_is_passed_over_is_in_the_rows_and_summed_up(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "报告.txt").write_bytes(BYTES[seed_names()[0]])
    for name in ("a.png", "b.jpg", "c.js", ".hidden", "d.odd", "e.ofd"):
        (folder / name).write_bytes(b"x")
    loaded = call("load", "--json", folder)
    assert loaded.code == 1
    assert {row["doc"]: (row["status"], row["code"]) for row in loaded.rows} == {
        ".hidden": ("skipped", "skipped_hidden"),
        "a.png": ("skipped", "skipped_image"),
        "b.jpg": ("skipped", "skipped_image"),
        "c.js": ("skipped", "skipped_script"),
        "d.odd": ("skipped", "skipped_kind"),
        "e.ofd": ("refused", "foreign_format"),
        "报告.txt": ("loaded", None),
    }
    assert [row["doc"] in row["error"] for row in loaded.rows if row["error"]] == [True] * 6
    assert [line.rpartition("/")[2].partition("：")[0] for line in loaded.told] == ["d.odd", "e.ofd"]
    (folder / "e.ofd").unlink()
    again = call("load", folder)
    assert again.code == 0, "nothing was refused"
    table = [line.split() for line in again.out.splitlines()]
    assert table[3:8] == [
        ["跳过", "5"],
        ["图片", "2"],
        ["隐藏文件", "1"],
        ["后缀不识别", "1"],
        ["脚本或样式", "1"],
    ]


def test_everything_works_in_the_plainest_locale(tmp_path: Path) -> None:
    """No UTF-8 mode, no coercion: paths and words come as bytes of no known encoding."""
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "FZREVIEW_LANG": "zh"}
    (tmp_path / "报告.txt").write_bytes(BYTES[seed_names()[0]])
    store = tmp_path / "库.db"

    def rows(*arguments: str | Path) -> list[dict[str, object]]:
        done = in_process("--db", store, *arguments, **plain)
        assert (done.returncode, done.stderr) == (0, b"")
        return [json.loads(line) for line in done.stdout.decode().splitlines()]

    assert rows("load", "--json", tmp_path / "报告.txt")[0]["doc"] == "报告.txt"
    assert store.exists()
    figure = rows("figures", "报告", "--json")[0]
    rows("judge", str(figure["key"]), "wrong", "--unit", "人次", "--reviewer", "张三", "--json")
    (gold,) = rows("export", "--names", "-o", "-")
    assert (gold["unit"], gold["reviewer"], gold["subject"]) == ("人次", "张三", figure["subject"])
    assert in_process("--db", store, "list", **plain).returncode == 0
