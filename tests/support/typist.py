"""A reviewer who knows the truth and types: every key goes the way of the desk's bindings and is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input

from fzreview.domain.figures.figure import Figure
from fzreview.review.session import Session
from fzreview.review.steps.correcting import BOUND_KEYS, KIND_KEYS, UNIT_KEYS
from fzreview.tui.screens.correction import CorrectionScreen
from support.desk import screen_of, until
from support.mistakes import fields


class Typist:
    """Reviews reports completely by keys alone."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._app = pilot.app
        self._session: Session = screen_of(pilot).session
        self.keys = 0
        """Keys pressed so far."""
        self.spent: Counter[str] = Counter()
        """Keys pressed for each sort of work."""

    async def review(self, truth: Mapping[str, Figure]) -> None:
        """Decide every figure of the open report, then add what was missed and rule out the rest."""
        while (current := self._session.current_figure) and current.status == "undecided":
            right = truth.get(current.span_key)
            if right is None:
                await self._decide("rejected", "x")
            elif fields(right) == fields(current.figure):
                await self._decide("verified", "v")
            else:
                await self._correct(current.figure, right)
        while self._session.section_steps.open_candidates:
            candidate = self._next_candidate()
            if f"{candidate[0]}-{candidate[1]}" in truth:
                await self._decide("added", "a", "a")
            else:
                await self._decide("ruled out", "a", "x")

    async def open_next(self) -> None:
        """Go on in the next report with work."""
        here = self._session.report.summary.sha256
        await self._press("moved", "space")
        await until(lambda: self._session.report.summary.sha256 != here)

    def _next_candidate(self) -> tuple[int, int]:
        current = self._session.current_figure
        candidate = self._session.section_steps.next_candidate(current.figure.start if current else 0)
        assert candidate is not None
        return candidate

    async def _correct(self, machine: Figure, right: Figure) -> None:
        quick = _quick_key(machine, right)
        sort = "value" if quick is None else "list field"
        before = self._session.undo_history.undoable
        await self._press(sort, "e")
        await until(lambda: isinstance(self._app.screen, CorrectionScreen))
        await until(lambda: isinstance(self._app.focused, Input))
        typed = right.value if right.upper is None else f"{right.value}-{right.upper}"
        await self._press(sort, *([quick] if quick else [*typed, "enter"]))
        await until(lambda: self._session.undo_history.undoable != before)

    async def _decide(self, sort: str, *keys: str) -> None:
        """Press keys that end in a decision, and wait until it is kept."""
        before = self._session.undo_history.undoable
        await self._press(sort, *keys)
        await until(lambda: self._session.undo_history.undoable != before)

    async def _press(self, sort: str, *keys: str) -> None:
        for key in keys:
            self.keys += 1
            self.spent[sort] += 1
            character = key if len(key) == 1 else {"enter": "\r", "space": " "}.get(key)
            self._app.post_message(Key(_character_to_key(key) if len(key) == 1 else key, character))


def _quick_key(machine: Figure, right: Figure) -> str | None:
    """The one key that corrects what is wrong; None where it is the value."""
    for name, keys in (("kind", KIND_KEYS), ("bound", BOUND_KEYS), ("unit", UNIT_KEYS)):
        if getattr(machine, name) != getattr(right, name):
            return next(key for key, value in keys.items() if value == getattr(right, name))
    return None
