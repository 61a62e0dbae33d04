"""Two reviewers who cannot both be right are told: by the list, the export and the check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support.command_line import Call, caller
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
    ben = again(ben)
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


def both_verified(ann: Reviewer, ben: Reviewer) -> None:
    ann.verify("48件")
    ben.verify("48件")


def both_corrected_alike(ann: Reviewer, ben: Reviewer) -> None:
    ann.correct("48件", value="49")
    ben.correct("48件", value="49")


def both_rejected_of_different_classes(ann: Reviewer, ben: Reviewer) -> None:
    ann.reject("48件", "vague")
    ben.reject("48件", "naming")


def one_is_unsure(ann: Reviewer, ben: Reviewer) -> None:
    ann.verify("48件")
    ben.at("48件")
    ben.keep(ben.session.decide("unsure"))


def verified_what_the_other_added(ann: Reviewer, ben: Reviewer) -> None:
    ann.add("两次", "2", "次")
    again(ben).verify("两次")


AGREEING: list[Decisions] = [
    both_verified,
    both_corrected_alike,
    both_rejected_of_different_classes,
    one_is_unsure,
    verified_what_the_other_added,
]


def again(who: Reviewer) -> Reviewer:
    """The same reviewer at a desk that knows what was added meanwhile."""
    return Reviewer(who.path, who.session.reviewer, "怪")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return empty_store(tmp_path / "a.db")


@pytest.fixture
def call(store: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(store, capsys)


def decide(store: Path, decisions: Decisions) -> None:
    ann, ben = Reviewer(store, ANN, "怪"), Reviewer(store, BEN, "怪")
    decisions(ann, ben)
    ann.close()
    ben.close()


@pytest.mark.parametrize("decisions", DIFFERENT)
def test_a_contradiction_is_told_everywhere(
    call: Call, store: Path, tmp_path: Path, decisions: Decisions
) -> None:
    decide(store, decisions)
    assert [row["contradictions"] for row in call("list", "--json").rows] == [1, 0]
    assert call("list").out.count("1 条判定互相矛盾") == 1
    for output in (tmp_path / "gold", "-"):
        exported = call("export", "-o", output)
        assert exported.code == 0
        assert any("矛盾" in sentence for sentence in exported.told)
    found = call("check", tmp_path / "gold", "--json")
    assert (found.code, [row["sort"] for row in found.rows]) == (1, ["contradiction"])
    assert ANN in found.rows[0]["told"] and BEN in found.rows[0]["told"]


@pytest.mark.parametrize("decisions", AGREEING)
def test_who_agrees_contradicts_nobody(call: Call, store: Path, tmp_path: Path, decisions: Decisions) -> None:
    decide(store, decisions)
    assert [row["contradictions"] for row in call("list", "--json").rows] == [0, 0]
    exported = call("export", "-o", tmp_path / "gold")
    assert not any("矛盾" in sentence for sentence in exported.told)
    assert call("check", tmp_path / "gold").code == 0


def test_one_who_waits_for_a_fix_contradicts_one_who_verified(
    call: Call, store: Path, tmp_path: Path
) -> None:
    """It is not gold yet, so that a check of the gold cannot see it."""

    def decisions(ann: Reviewer, ben: Reviewer) -> None:
        ann.verify("48件")
        ben.at("48件")
        ben.keep(ben.session.decide("wrong"))

    decide(store, decisions)
    assert [row["contradictions"] for row in call("list", "--json").rows] == [1, 0]
    assert any("矛盾" in sentence for sentence in call("export", "-o", tmp_path / "gold").told)
    only_one = call("export", "-o", tmp_path / "one", "--reviewer", ANN)
    assert not any("矛盾" in sentence for sentence in only_one.told)
