"""The annotation guide at the desk: opened at the rule that matters, searched by words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from fzreview.review.guide import GuideRule, matching
from fzreview.review.keys.parts import Part
from fzreview.review.wording.ruling_words import ruling_text
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.dialog import Dialog


class RuleText(Static):
    """One rule, its heading above it where another section begins."""

    def __init__(self, number: int, rule: GuideRule, heading: bool) -> None:
        text = Text()
        if heading:
            text.append(one_line(rule.section or say("desk.guide.rulings")) + "\n", style="bold underline")
        text.append(one_line(rule.plain) if rule.ruling is None else ruling_text(rule.ruling))
        super().__init__(text, markup=False, classes="rule" if rule.ruling is None else "rule -ruling")
        self.number = number


class GuideScreen(Dialog[None]):
    """All rules in order; words that are typed leave those that hold them."""

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
        """``at`` is the index of the rule to begin with."""
        super().__init__()
        self._rules = rules
        self._at = at

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(say("desk.guide.title")), classes="title", markup=False)
            yield Input(placeholder=say("desk.guide.words"), id="guide-words", max_length=80)
            with VerticalScroll(id="rules", can_focus=False):
                before = ""
                for number, rule in enumerate(self._rules):
                    yield RuleText(number, rule, rule.section != before)
                    before = rule.section
            yield Static("", id="guide-none", classes="hint", markup=False)

    def on_mount(self) -> None:
        self.call_after_refresh(self._show, self._at)

    def _show(self, at: int) -> None:
        """Bring a rule to the top, marked as the one that was looked for."""
        for text in self.query(RuleText):
            text.set_class(text.number == at, "-here")
            if text.number == at:
                self.query_one("#rules").scroll_to_widget(text, animate=False, top=True, force=True)

    def on_input_changed(self, message: Input.Changed) -> None:
        found = matching(self._rules, message.value)
        shown = frozenset(found)
        for text in self.query(RuleText):
            text.display = text.number in shown
        none = "" if found else say("help.palette.none")
        self.query_one("#guide-none", Static).update(Text(none), layout=False)
        at = self._at if not message.value.strip() else found[0] if found else -1
        self.call_after_refresh(self._show, at)

    def action_scroll(self, step: int) -> None:
        rules = self.query_one("#rules")
        rules.scroll_to(y=rules.scroll_offset.y + step, animate=False)

    def action_page(self, step: int) -> None:
        rules = self.query_one("#rules")
        rules.scroll_to(y=rules.scroll_offset.y + step * max(rules.size.height - 1, 1), animate=False)

    def action_close(self) -> None:
        self.dismiss(None)
