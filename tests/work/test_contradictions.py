"""Two reviewers who cannot both be right are told: by the list, the export and the check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from support.command_line import Call
from support.decided_store import ANN, BEN, Reviewer, empty_store

Decisions = Callable[[Reviewer, Reviewer], None]


def corrected_otherwise(ann: Reviewer, ben: Reviewer) -> None:
    ann.correct("48件", value="49")
    ben.correct("48件", value="50")


def verified_what_the_other_corrected(ann: Reviewer, ben: Reviewer) -> None:
    ann.verify("48件")
    ben.correct("48件", kind="rank")


def rejected_what_the_other_verified(ann: Reviewer, ben: Reviewer) -> None:
    ann.reject("48件", "vague")
    ben.verify("48件")


def rejected_what_the_other_added(ann: Reviewer, ben: Reviewer) -> None:
    ann.add("两次", "2", "次")
    ben.reject("两次")


def moved_elsewhere(ann: Reviewer, ben: Reviewer) -> None:
    ann.verify("36件")
    ben.respan("36件", "48件，办结\n36件")


DIFFERENT: list[Decisions] = [
    corrected_otherwise,
    verified_what_the_other_corrected,
    rejected_what_the_other_verified,
    rejected_what_the_other_added,
    moved_elsewhere,
]


def one_is_unsure(ann: Reviewer, ben: Reviewer) -> None:
    ann.verify("48件")
    ben.at("48件")
    ben.keep(ben.session.figure_steps.decide("unsure"))


def both_verified(ann: Reviewer, ben: Reviewer) -> None:
    ann.verify("48件")
    ben.verify("48件")


def both_corrected_alike(ann: Reviewer, ben: Reviewer) -> None:
    ann.correct("48件", value="49")
    ben.correct("48件", value="49")


def both_rejected_of_different_classes(ann: Reviewer, ben: Reviewer) -> None:
    ann.reject("48件", "vague")
    ben.reject("48件", "naming")


def verified_what_the_other_added(ann: Reviewer, ben: Reviewer) -> None:
    ann.add("两次", "2", "次")
    ben.verify("两次")


AGREEING: list[Decisions] = [
    both_verified,
    both_corrected_alike,
    both_rejected_of_different_classes,
    verified_what_the_other_added,
]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return empty_store(tmp_path / "a.db")


class _Latecomer:
    """A reviewer who comes to the desk with their first decision, and sees what was decided before."""

    def __init__(self, store: Path, name: str) -> None:
        self._store, self._name = store, name
        self._reviewer: Reviewer | None = None

    def __getattr__(self, name: str) -> object:
        if self._reviewer is None:
            self._reviewer = Reviewer(self._store, self._name, "怪")
        return getattr(self._reviewer, name)


def decide(store: Path, decisions: Decisions) -> None:
    ann, ben = Reviewer(store, ANN, "怪"), cast(Reviewer, _Latecomer(store, BEN))
    decisions(ann, ben)
    ann.close()
    ben.close()


@pytest.mark.parametrize("decisions", DIFFERENT)
def test_what_is_disputed_is_told_and_is_no_gold(
    call: Call, store: Path, tmp_path: Path, decisions: Decisions
) -> None:
    decide(store, decisions)
    assert [row["contradictions"] for row in call("list", "--json").rows] == [1, 0]
    assert call("list").out.count("1 条有分歧") == 1
    for output in (tmp_path / "gold", "-"):
        exported = call("export", "-o", output)
        assert (exported.code, any("有分歧" in sentence for sentence in exported.told)) == (0, True)
    assert call("check", tmp_path / "gold", "--json").rows == []
    each = call("export", "-o", tmp_path / "each", "--each-reviewer")
    assert any("矛盾" in sentence for sentence in each.told)
    found = call("check", tmp_path / "each", "--json")
    assert (found.code, [row["sort"] for row in found.rows]) == (1, ["contradiction"])
    assert ANN in found.rows[0]["told"] and BEN in found.rows[0]["told"]


@pytest.mark.parametrize("decisions", AGREEING)
def test_who_agrees_contradicts_nobody(call: Call, store: Path, tmp_path: Path, decisions: Decisions) -> None:
    decide(store, decisions)
    assert [row["contradictions"] for row in call("list", "--json").rows] == [0, 0]
    exported = call("export", "-o", tmp_path / "gold")
    assert not any("矛盾" in sentence for sentence in exported.told)
    assert call("check", tmp_path / "gold").code == 0


def wrong(ann: Reviewer, ben: Reviewer) -> None:
    ann.verify("48件")
    ben.at("48件")
    ben.keep(ben.session.figure_steps.decide("wrong"))


@pytest.mark.parametrize("decisions", [wrong, one_is_unsure])
def test_who_is_unsure_or_waits_for_a_fix_disputes_what_another_verified(
    call: Call, store: Path, tmp_path: Path, decisions: Decisions
) -> None:
    decide(store, decisions)
    assert [row["contradictions"] for row in call("list", "--json").rows] == [1, 0]
    told = call("export", "-o", tmp_path / "gold").told
    assert any("1 条数据有分歧" in sentence for sentence in told)
    only_one = call("export", "-o", tmp_path / "one", "--reviewer", ANN)
    assert not any("有分歧" in sentence for sentence in only_one.told)
