"""The example of an extractor: its check, its entry point, and extractors that take many texts at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from fzreview import Document, Extractor, open_store
from fzreview.errors import InputRefused
from fzreview.work.extracting.batching import BATCH
from fzreview.work.extracting.extractors import ForeignExtractor
from fzreview.work.extracting.reextracting import Reextraction
from support.command_line import caller
from support.decided_store import empty_store

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "extractor"
TEXT = "某县报告\n一、工作\n全年办理案件48件。\n"


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example that can be imported, its entry point written as pip would."""
    folder = tmp_path / "example"
    shutil.copytree(EXAMPLE, folder)
    information = folder / "example_extractor-1.0.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: example-extractor\nVersion: 1.0.0\n")
    (information / "entry_points.txt").write_text(
        "[fzreview.extractors]\ncounted-cases = counted_cases:CountedCases\n"
    )
    monkeypatch.syspath_prepend(folder)
    return folder


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", str(folder / "ci.sh")],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
    )


def test_the_check_holds_and_fails_when_the_extractor_gets_worse(example: Path) -> None:
    held = check(example)
    assert held.returncode == 0, held.stderr
    path = example / "counted_cases.py"
    path.write_text(path.read_text(encoding="utf-8").replace("[件起宗]", "[件]"), encoding="utf-8")
    worse = check(example)
    assert worse.returncode == 1
    assert "detect" in worse.stderr


def test_the_declared_entry_point_is_the_one_that_is_tried(example: Path) -> None:
    declared = (EXAMPLE / "pyproject.toml").read_text(encoding="utf-8")
    assert 'counted-cases = "counted_cases:CountedCases"' in declared


def test_its_figures_come_into_a_store(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = empty_store(tmp_path / "a.db")
    call = caller(store, capsys)
    done = call(
        "reextract", "plain", "--extractor", "counted-cases", "--yes", "--allow-removals=100", "--json"
    )
    assert done.code == 0, done.err
    found = call("figures", "plain", "--json").rows
    assert [row["surface"] for row in found] == ["18件"]
    with open_store(store) as opened:
        assert {row.extractor for row in opened.figures("plain")} == {"counted-cases 1.0.0"}


class Recording:
    """Notes how many documents it is given at once."""

    def __init__(self, find: Callable[[Document], list[dict[str, Any]]]) -> None:
        self.find = find
        self.batches: list[int] = []

    def extract(self, documents: Iterable[Document]) -> Iterator[list[dict[str, Any]]]:
        given = list(documents)
        self.batches.append(len(given))
        return map(self.find, given)


def one_figure(document: Document) -> list[dict[str, Any]]:
    start = document.text.index("8件") - 1
    return [{"start": start, "end": start + 3}]


def test_documents_are_given_together_and_only_once(tmp_path: Path) -> None:
    extractor = Recording(one_figure)
    assert isinstance(extractor, Extractor)
    store = empty_store(tmp_path / "a.db")
    with Reextraction(store, ForeignExtractor("recording", extractor)) as run:
        plans = list(run.plans())
    assert extractor.batches == [2] and BATCH > 2
    assert [plan is not None and plan.found for plan in plans] == [8, 3]


def test_one_document_that_breaks_an_extractor_costs_only_itself() -> None:
    def find(document: Document) -> list[dict[str, Any]]:
        if document.doc == "b":
            raise RuntimeError("no model")
        return one_figure(document)

    foreign = ForeignExtractor("careful", Recording(find))
    documents = [Document(name, name * 64, TEXT) for name in "abc"]
    foreign.prepare(documents)
    found = {}
    for one in documents:
        try:
            found[one.doc] = len(foreign(one.doc, one.sha256, one.text).reading.figures)
        except InputRefused as error:
            found[one.doc] = str(error)
    assert (found["a"], found["c"]) == (1, 1)
    assert "no model" in str(found["b"])


def test_an_extractor_that_answers_too_little_is_told() -> None:
    class Silent:
        def extract(self, documents: Iterable[Document]) -> list[list[dict[str, Any]]]:
            return []

    foreign = ForeignExtractor("silent", Silent())
    foreign.prepare([Document("a", "a" * 64, TEXT)])
    with pytest.raises(InputRefused, match="silent"):
        foreign("a", "a" * 64, TEXT)
