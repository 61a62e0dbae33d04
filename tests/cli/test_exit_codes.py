"""What a caller can tell apart without reading sentences: exit codes, and codes in rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fzreview.cli import BROKEN, run
from fzreview.errors import BREAKING, FzError, InputRefused, error_fields
from fzreview.strings.error import WORDS
from support.command_line import Call, caller
from support.decided_store import decided_store
from support.gold_reports import seed_names


def test_a_mistake_of_the_program_shares_its_code_with_no_refused_input(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_: object) -> None:
        raise KeyError("nobody foresaw this")

    monkeypatch.setattr("fzreview.work.listing.rows.reports", mistaken)
    done = call("list")
    assert (done.code, done.out) == (BROKEN, "")
    assert "Traceback" in done.err and "KeyError" in done.told[-1]


def test_a_store_that_cannot_be_read_is_no_refused_input(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(b"no store at all" * 100)
    assert run(["--db", str(path), "list"]) == BROKEN


@pytest.mark.parametrize(
    "command",
    [
        ["load", "none.txt"],
        ["show", "abc:1-2"],
        ["check", "none"],
        ["sign-off", seed_names()[0], "none"],
        ["outline", seed_names()[0], "none", "--level", "2"],
        ["outline", seed_names()[0], "none", "--missed"],
    ],
)
def test_what_is_not_there_is_no_breakdown(call: Call, command: list[str]) -> None:
    assert call(*command).code == 1


def test_codes_that_break_have_their_words() -> None:
    assert {f"error.{code}" for code in BREAKING} <= WORDS.keys()


def test_rows_have_codes_beside_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = caller(decided_store(tmp_path / "a.db"), capsys)
    assert call("export", "-o", tmp_path / "gold", "--each-reviewer").code == 0
    checked = call("check", tmp_path / "gold", "--json").rows
    assert {row["code"] for row in checked} == {"found_contradiction"}
    assert all(row["params"]["reviewer"] in row["told"] for row in checked)
    odd = tmp_path / "odd.jsonl"
    odd.write_text(
        '{"start": 1}\n{"doc": "plain.txt", "start": 0, "end": 1, "value": "x"}\n', encoding="utf-8"
    )
    (imported, _) = call("import", "jsonl", odd, "--json").rows
    assert (imported["code"], imported["error"][:3]) == ("import_field", imported["params"]["name"][:3])
    (planned,) = call("reextract", "--predictions", odd, "--json").rows
    assert [one["code"] for one in planned["refused"]] == ["prediction_field"]
    (loaded,) = call("load", tmp_path / "none.txt", "--json").rows
    assert (loaded["code"], loaded["params"]) == ("not_found", {"name": str(tmp_path / "none.txt")})


def test_what_fills_a_sentence_is_plain_json() -> None:
    fields = error_fields(InputRefused("not_found", name=Path("a"), line=3, reason=None))
    assert json.loads(json.dumps(fields))["params"] == {"name": "a", "line": 3, "reason": None}
    assert error_fields(None) == {"error": None, "code": None, "params": None}
    assert str(FzError("not_found", name="b")) == error_fields(FzError("not_found", name="b"))["error"]
