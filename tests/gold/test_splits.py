"""Splits stay as they are whatever else is exported; no sentence is in two of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fzreview.errors import UsageError
from fzreview.gold.making.sentence_owners import SentenceOwners
from fzreview.gold.making.splits import DEFAULT_SHARES, parse_shares, split_of
from fzreview.text.sentences.stretches import SHORTEST, stretches

GROUPS = [f"issuer {number}" for number in range(5_000)]


def test_splits_are_about_their_shares() -> None:
    splits = [split_of(group) for group in GROUPS]
    assert 0.77 < splits.count("train") / len(GROUPS) < 0.83
    assert 0.08 < splits.count("dev") / len(GROUPS) < 0.12
    assert 0.08 < splits.count("test") / len(GROUPS) < 0.12


def test_a_share_that_grows_takes_from_its_neighbour_only() -> None:
    grown = parse_shares("train=85, dev=5, test=10")
    moved = {(split_of(group), split_of(group, grown)) for group in GROUPS}
    assert moved == {("train", "train"), ("dev", "train"), ("dev", "dev"), ("test", "test")}


def test_shares_are_read_as_they_are_said() -> None:
    assert parse_shares("train=80,dev=10,test=10") == DEFAULT_SHARES
    assert parse_shares(" all = 1 ") == {"all": 1}
    assert {split_of(group, {"none": 0, "all": 3}) for group in GROUPS} == {"all"}


@pytest.mark.parametrize(
    "text", ["", "train", "train=", "=3", "a=0", "a=1,a=2", "a=1.5", "a=-1", "训练=1", "a/b=1"]
)
def test_bad_shares_are_wrong_usage(text: str) -> None:
    with pytest.raises(UsageError):
        parse_shares(text)


@given(st.lists(st.tuples(st.text("法治。；\n ", max_size=40), st.sampled_from("abc")), max_size=40))
def test_no_long_sentence_is_in_two_splits(said: list[tuple[str, str]]) -> None:
    owners = SentenceOwners(cells=2)
    owner_of: dict[str, str] = {}
    for sentence, split in said:
        parts = list(stretches(sentence))
        assert all(len(part) >= SHORTEST for part in parts)
        free = all(owner_of.get(part, split) == split for part in parts)
        assert owners.claim(sentence, split) is free
        if free:
            owner_of.update(dict.fromkeys(parts, split))
