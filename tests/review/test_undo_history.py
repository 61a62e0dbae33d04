"""Undo and redo as the journal tells them."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from fzreview.domain.decisions.verdict import Action, Decision, JournalEntry, ReversibleEntry
from fzreview.review.undo_history import UndoHistory, reversible_entries_of


def test_an_empty_history_offers_nothing() -> None:
    assert (UndoHistory().undoable, UndoHistory().redoable) == (None, None)


def undo_history_of(*rows: tuple[str, Action, str | None, str | None]) -> UndoHistory:
    """The undo history behind ``(uuid, action, inverts, batch)``, the oldest first."""
    return UndoHistory(reversible_entries_of([entry(*row) for row in rows]))


def test_undo_goes_back_and_redo_forward() -> None:
    history = [("a", "verified", None, None), ("b", "wrong", None, None), ("u", "undo", "b", None)]
    undo_history = undo_history_of(*history)
    assert (undo_history.undoable, undo_history.redoable) == ("a", "b")
    again = undo_history_of(*history, ("r", "redo", "b", None))
    assert (again.undoable, again.redoable) == ("b", None)


def test_a_new_decision_forgets_what_could_be_redone() -> None:
    undo_history = undo_history_of(
        ("a", "verified", None, None), ("u", "undo", "a", None), ("b", "unsure", None, None)
    )
    assert (undo_history.undoable, undo_history.redoable) == ("b", None)


def test_an_undo_of_an_entry_that_is_not_the_last_takes_just_that_one() -> None:
    undo_history = undo_history_of(
        ("a", "verified", None, None), ("b", "wrong", None, None), ("u", "undo", "a", None)
    )
    assert (undo_history.undoable, undo_history.redoable) == ("b", "a")


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
        undo_history = undo_history_of(*rows)
        assert (undo_history.undoable, undo_history.redoable) == expected
        followed = UndoHistory()
        for row in rows:
            followed.note(entry(*row))
        assert (followed.undoable, followed.redoable) == expected


def test_no_more_is_read_than_is_asked_for() -> None:
    read = []

    def older() -> Iterator[ReversibleEntry]:
        for number in range(1000, 0, -1):
            read.append(number)
            yield ReversibleEntry(str(number), "verified")

    undo_history = UndoHistory(older())
    undo_history.note(entry("told by the history"))
    assert read == []
    assert undo_history.undoable == "1000"
    undo_history.note(entry("c"))
    assert (undo_history.undoable, len(read)) == ("c", 1)
    for move in ("c", "1000", "999"):
        assert undo_history.undoable == move
        undo_history.note(entry(f"undo {move}", "undo", move))
    assert (undo_history.undoable, undo_history.redoable, len(read)) == ("998", "999", 3)


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
def test_a_replayed_history_equals_the_history_that_made_it(moves: list[str]) -> None:
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
        undo_history = UndoHistory(reversible_entries_of(history))
        assert undo_history.undoable == (done[-1] if done else None)
        assert undo_history.redoable == (undone[-1] if undone else None)
