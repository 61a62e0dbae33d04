"""The dialog of the annotation guide, opened at a rule and filtered by words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from fzreview.review.guide import GuideRule, matching
from fzreview.review.keys.parts import Part
from fzreview.strings import say
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.lists.guide_pane import GuidePane


class GuideScreen(Dialog[None]):
    """All rules in order; typed words filter them."""

    PART: ClassVar[Part] = "guide"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f2", "close", show=False),
        # With priority, so that the rules move while the field is typed in.
        Binding("up", "scroll(-1)", show=False, priority=True),
        Binding("down", "scroll(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
    ]
    AUTO_FOCUS = "#guide-words"

    def __init__(self, rules: Sequence[GuideRule], at: int) -> None:
        """``at``: index of the rule to show first."""
        super().__init__()
        self._rules = rules
        self._at = at

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(say("desk.guide.title")), classes="title", markup=False)
            yield Input(placeholder=say("desk.guide.words"), id="guide-words", max_length=80)
            yield GuidePane(self._rules, self._at, id="rules")
            yield Static("", id="guide-none", classes="hint", markup=False)

    def on_input_changed(self, message: Input.Changed) -> None:
        found = matching(self._rules, message.value)
        none = "" if found else say("help.palette.none")
        self.query_one("#guide-none", Static).update(Text(none), layout=False)
        at = self._at if not message.value.strip() else found[0] if found else None
        self.query_one(GuidePane).show_rules(found, at)

    def action_scroll(self, step: int) -> None:
        self.query_one(GuidePane).scroll_rows(step)

    def action_page(self, step: int) -> None:
        pane = self.query_one(GuidePane)
        pane.scroll_rows(step * max(pane.size.height - 1, 1))

    def action_close(self) -> None:
        self.dismiss(None)
