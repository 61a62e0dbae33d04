"""Undo and redo as the journal tells them."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.decisions.verdict import Action, Decision, JournalEntry, ReversibleEntry
from fzreview.review.ledger import Ledger, reversible_entries_of


def test_an_empty_history_offers_nothing() -> None:
    assert (Ledger().undoable, Ledger().redoable) == (None, None)


def ledger_of(*rows: tuple[str, Action, str | None, str | None]) -> Ledger:
    """The ledger behind ``(uuid, action, inverts, batch)``, the oldest first."""
    return Ledger(reversible_entries_of([entry(*row) for row in rows]))


def test_undo_goes_back_and_redo_forward() -> None:
    history = [("a", "verified", None, None), ("b", "wrong", None, None), ("u", "undo", "b", None)]
    ledger = ledger_of(*history)
    assert (ledger.undoable, ledger.redoable) == ("a", "b")
    again = ledger_of(*history, ("r", "redo", "b", None))
    assert (again.undoable, again.redoable) == ("b", None)


def test_a_new_decision_forgets_what_could_be_redone() -> None:
    ledger = ledger_of(("a", "verified", None, None), ("u", "undo", "a", None), ("b", "unsure", None, None))
    assert (ledger.undoable, ledger.redoable) == ("b", None)


def test_an_undo_of_an_entry_that_is_not_the_last_takes_just_that_one() -> None:
    ledger = ledger_of(("a", "verified", None, None), ("b", "wrong", None, None), ("u", "undo", "a", None))
    assert (ledger.undoable, ledger.redoable) == ("b", "a")


def test_a_batch_is_undone_and_redone_as_one() -> None:
    history = [("a", "verified", None, None), ("b", "verified", None, "b"), ("c", "verified", None, "b")]
    undone = [("u", "undo", "c", "u"), ("v", "undo", "b", "u")]
    redone = [("r", "redo", "b", "r"), ("s", "redo", "c", "r")]
    for rows, expected in (
        (history, ("b", None)),
        (history + undone, ("a", "b")),
        (history + undone + redone, ("b", None)),
        (history + undone + redone + undone, ("a", "b")),
        ([*history, *undone, ("d", "wrong", None, None)], ("d", None)),
    ):
        ledger = ledger_of(*rows)
        assert (ledger.undoable, ledger.redoable) == expected
        followed = Ledger()
        for row in rows:
            followed.note(entry(*row))
        assert (followed.undoable, followed.redoable) == expected


def test_no_more_is_read_than_is_asked_for() -> None:
    read = []

    def older() -> Iterator[ReversibleEntry]:
        for number in range(1000, 0, -1):
            read.append(number)
            yield ReversibleEntry(str(number), "verified")

    ledger = Ledger(older())
    ledger.note(entry("told by the history"))
    assert read == []
    assert ledger.undoable == "1000"
    ledger.note(entry("c"))
    assert (ledger.undoable, len(read)) == ("c", 1)
    for move in ("c", "1000", "999"):
        assert ledger.undoable == move
        ledger.note(entry(f"undo {move}", "undo", move))
    assert (ledger.undoable, ledger.redoable, len(read)) == ("998", "999", 3)


def entry(
    uuid: str, action: Action = "wrong", inverts: str | None = None, batch: str | None = None
) -> JournalEntry:
    return JournalEntry(
        uuid,
        "2026-01-01T00:00:00.000Z",
        "ann",
        "s",
        action,
        "r",
        "1-2",
        None,
        Decision("wrong"),
        1,
        "e",
        "1.3",
        inverts=inverts,
        batch=batch,
    )


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=60))
def test_a_replayed_history_equals_the_ledger_that_made_it(moves: list[str]) -> None:
    history, done, undone = [], [], []
    for number, move in enumerate(moves):
        uuid = f"e{number}"
        if move == "do":
            row = entry(uuid)
            done.append(uuid)
            undone.clear()
        elif move == "undo" and done:
            undone.append(done.pop())
            row = entry(uuid, "undo", undone[-1])
        elif move == "redo" and undone:
            done.append(undone.pop())
            row = entry(uuid, "redo", done[-1])
        else:
            continue
        history.append(row)
        ledger = Ledger(reversible_entries_of(history))
        assert ledger.undoable == (done[-1] if done else None)
        assert ledger.redoable == (undone[-1] if undone else None)
