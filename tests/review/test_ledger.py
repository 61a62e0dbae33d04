"""Undo and redo as the journal tells them."""

from hypothesis import given
from hypothesis import strategies as st

from fzreview.review.ledger import Ledger


def test_an_empty_history_offers_nothing() -> None:
    assert (Ledger().undoable, Ledger().redoable) == (None, None)


def test_undo_goes_back_and_redo_forward() -> None:
    ledger = Ledger([("a", "verified", None), ("b", "wrong", None), ("u", "undo", "b")])
    assert (ledger.undoable, ledger.redoable) == ("a", "b")
    again = Ledger([("a", "verified", None), ("b", "wrong", None), ("u", "undo", "b"), ("r", "redo", "b")])
    assert (again.undoable, again.redoable) == ("b", None)


def test_a_new_decision_forgets_what_could_be_redone() -> None:
    ledger = Ledger([("a", "verified", None), ("u", "undo", "a"), ("b", "unsure", None)])
    assert (ledger.undoable, ledger.redoable) == ("b", None)


def test_an_undo_of_an_entry_that_is_not_the_last_takes_just_that_one() -> None:
    ledger = Ledger([("a", "verified", None), ("b", "wrong", None), ("u", "undo", "a")])
    assert (ledger.undoable, ledger.redoable) == ("b", "a")


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=60))
def test_a_replayed_history_equals_the_ledger_that_made_it(moves: list[str]) -> None:
    ledger, history, done, undone = Ledger(), [], [], []
    for number, move in enumerate(moves):
        uuid = f"e{number}"
        if move == "do":
            row = (uuid, "verified", None)
            done.append(uuid)
            undone.clear()
        elif move == "undo" and done:
            undone.append(done.pop())
            row = (uuid, "undo", undone[-1])
        elif move == "redo" and undone:
            done.append(undone.pop())
            row = (uuid, "redo", done[-1])
        else:
            continue
        history.append(row)
        ledger = Ledger(history)
        assert ledger.undoable == (done[-1] if done else None)
        assert ledger.redoable == (undone[-1] if undone else None)
