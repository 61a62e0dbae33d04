"""The field of a corrected value, whose letters correct another field at once, and the line that tells so."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import Input

from fzreview.review.steps.correcting import BOUND_KEYS, KIND_KEYS, UNIT_KEYS, holds_letter
from fzreview.strings import say


class ValueInput(Input):
    """The value's field; keys that no value holds correct another field at once."""

    class Quick(Message):
        """A field is to have this value."""

        def __init__(self, field: str, value: str, save: bool) -> None:
            super().__init__()
            self.field = field
            self.value = value
            self.save = save
            """Nothing was typed before: this is the whole correction."""

    class Letter(Message):
        """A letter was typed that means nothing here and was not taken."""

        def __init__(self, letter: str) -> None:
            super().__init__()
            self.letter = letter

    def __init__(self, value: str, untouched: str, *, id: str) -> None:
        """``untouched`` is what the field holds as long as nobody has corrected the value."""
        super().__init__(value, id=id, select_on_focus=True)
        self._untouched = untouched

    async def _on_key(self, event: events.Key) -> None:
        for field, keys in (("kind", KIND_KEYS), ("bound", BOUND_KEYS), ("unit", UNIT_KEYS)):
            value = keys.get(event.character or "") or keys.get(event.key)
            if value is not None:
                event.stop()
                event.prevent_default()
                self.post_message(self.Quick(field, value, save=self.value == self._untouched))
                return
        if holds_letter(event.character or ""):
            # A key of the desk that came too late: it would take the place of the value.
            event.stop()
            event.prevent_default()
            self.post_message(self.Letter(event.character or ""))
            return
        await super()._on_key(event)


def quick_keys() -> Text:
    """The keys that correct a field at once, set off from the words behind them."""
    kinds = {key: say(f"desk.kind.{kind}") for key, kind in KIND_KEYS.items()}
    bounds = {key: say(f"desk.bound.{bound}") for key, bound in BOUND_KEYS.items()}
    units = {key.upper(): unit for key, unit in UNIT_KEYS.items()}
    joined = (" ".join(f"{key}{word}" for key, word in each.items()) for each in (kinds, bounds, units))
    text = Text(say("desk.correct.quick", **dict(zip(("kinds", "bounds", "units"), joined, strict=True))))
    for key, word in (kinds | bounds | units).items():
        at = text.plain.index(f"{key}{word}")
        text.stylize("reverse", at, at + len(key))
    return text
