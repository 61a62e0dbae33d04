"""Undo and redo as the journal tells them."""

from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.verdict import Decision, JournalEntry, LedgerRow
from fzreview.review.ledger import Ledger


def test_an_empty_history_offers_nothing() -> None:
    assert (Ledger().undoable, Ledger().redoable) == (None, None)


def test_undo_goes_back_and_redo_forward() -> None:
    ledger = Ledger([("a", "verified", None, None), ("b", "wrong", None, None), ("u", "undo", "b", None)])
    assert (ledger.undoable, ledger.redoable) == ("a", "b")
    again = Ledger(
        [
            ("a", "verified", None, None),
            ("b", "wrong", None, None),
            ("u", "undo", "b", None),
            ("r", "redo", "b", None),
        ]
    )
    assert (again.undoable, again.redoable) == ("b", None)


def test_a_new_decision_forgets_what_could_be_redone() -> None:
    ledger = Ledger([("a", "verified", None, None), ("u", "undo", "a", None), ("b", "unsure", None, None)])
    assert (ledger.undoable, ledger.redoable) == ("b", None)


def test_an_undo_of_an_entry_that_is_not_the_last_takes_just_that_one() -> None:
    ledger = Ledger([("a", "verified", None, None), ("b", "wrong", None, None), ("u", "undo", "a", None)])
    assert (ledger.undoable, ledger.redoable) == ("b", "a")


def test_a_batch_is_undone_and_redone_as_one() -> None:
    history: list[LedgerRow] = [
        ("a", "verified", None, None),
        ("b", "verified", None, "b"),
        ("c", "verified", None, "b"),
    ]
    undone: list[LedgerRow] = [("u", "undo", "c", "u"), ("v", "undo", "b", "u")]
    redone: list[LedgerRow] = [("r", "redo", "b", "r"), ("s", "redo", "c", "r")]
    for rows, expected in (
        (history, ("b", None)),
        (history + undone, ("a", "b")),
        (history + undone + redone, ("b", None)),
        (history + undone + redone + undone, ("a", "b")),
        ([*history, *undone, ("d", "wrong", None, None)], ("d", None)),
    ):
        ledger = Ledger(rows)
        assert (ledger.undoable, ledger.redoable) == expected


def test_a_history_is_read_when_it_is_asked_for_and_then_followed() -> None:
    asked = []

    def read() -> list[LedgerRow]:
        asked.append(True)
        return [("a", "verified", None, None), ("b", "wrong", None, None)]

    ledger = Ledger(read=read)
    ledger.note(entry("b"))
    assert not asked
    assert ledger.undoable == "b"
    ledger.note(entry("c"))
    assert (ledger.undoable, len(asked)) == ("c", 1)


def entry(uuid: str) -> JournalEntry:
    return JournalEntry(
        uuid,
        "2026-01-01T00:00:00.000Z",
        "ann",
        "s",
        "wrong",
        "r",
        "1-2",
        None,
        Decision("wrong"),
        1,
        "e",
        "1.3",
    )


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=60))
def test_a_replayed_history_equals_the_ledger_that_made_it(moves: list[str]) -> None:
    ledger, history, done, undone = Ledger(), [], [], []
    for number, move in enumerate(moves):
        uuid = f"e{number}"
        if move == "do":
            row = (uuid, "verified", None, None)
            done.append(uuid)
            undone.clear()
        elif move == "undo" and done:
            undone.append(done.pop())
            row = (uuid, "undo", undone[-1], None)
        elif move == "redo" and undone:
            done.append(undone.pop())
            row = (uuid, "redo", done[-1], None)
        else:
            continue
        history.append(row)
        ledger = Ledger(history)
        assert ledger.undoable == (done[-1] if done else None)
        assert ledger.redoable == (undone[-1] if undone else None)
