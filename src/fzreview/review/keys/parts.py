"""The parts of the desk that take keys of their own: panes and dialogs, for help and key lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from fzreview.review.steps.correcting import BOUND_KEYS, KIND_KEYS, UNIT_KEYS

Part = Literal[
    "text",
    "outline",
    "list",
    "correction",
    "subject",
    "marking",
    "classes",
    "layers",
    "comment",
    "ruling",
    "about",
    "heading",
    "bulk",
    "alike",
    "across",
    "panel",
    "filter",
    "search",
    "library",
    "regions",
    "load",
    "adjudication",
    "palette",
    "guide",
    "help",
    "tour",
]
PANES: Final[tuple[Part, ...]] = ("text", "outline", "list")
"""Parts in which the commands of the registry work too."""


@dataclass(frozen=True, slots=True)
class PartKey:
    """A key that works in one part only."""

    shown: str
    """The keys as a person reads them."""
    id: str
    """What it does is said by the words ``help.do.ID``."""
    on_line: bool = True
    """Whether the key line names it; help names all."""
    is_exit: bool = False
    """Whether it is the way out of the part; the key line names it at every width."""

    @property
    def title_key(self) -> str:
        """Key of its words in ``strings``."""
        return f"help.do.{self.id}"


_CHOOSE: Final = PartKey("↑↓", "choose")
_PAGE: Final = PartKey("PgUp PgDn Home End", "page", on_line=False)
_NEXT_FIELD: Final = PartKey("Tab", "next_field")
_OPTION: Final = PartKey("1-9 ←→", "option")
_GIVE_UP: Final = PartKey("Esc", "give_up", is_exit=True)
_BACK: Final = PartKey("Esc", "back", is_exit=True)

PARTS: Final[dict[Part, tuple[PartKey, ...]]] = {
    "text": (PartKey("↑↓", "scroll"), _PAGE),
    "outline": (
        PartKey("↑↓", "section"),
        PartKey("←→ Space", "fold"),
        PartKey("Enter", "to_text"),
        _PAGE,
    ),
    "list": (PartKey("↑↓", "figure"), PartKey("Enter", "to_text"), _PAGE),
    "correction": (
        PartKey("Enter", "save"),
        _GIVE_UP,
        _NEXT_FIELD,
        _OPTION,
        PartKey("Ctrl+←→", "move_end"),
        PartKey("Ctrl+↑↓", "move_start"),
        PartKey("Alt+←→ ↑↓", "by_word"),
        PartKey("Ctrl+T", "pick_subject"),
        PartKey(" ".join(KIND_KEYS), "kind_key", on_line=False),
        PartKey(" ".join(BOUND_KEYS), "bound_key", on_line=False),
        PartKey(" ".join(UNIT_KEYS).upper(), "unit_key", on_line=False),
    ),
    "subject": (
        PartKey("a-z", "name_word"),
        # Each proposal stands beside its digit.
        PartKey("1-3", "proposal", on_line=False),
        PartKey("Enter", "save"),
        PartKey("←→", "move_end"),
        PartKey("↑↓", "move_start"),
        PartKey("Tab", "second_run"),
        PartKey("Backspace", "drop_run", on_line=False),
        PartKey(", .", "skip_run", on_line=False),
        _GIVE_UP,
    ),
    "marking": (
        PartKey("Enter Space", "take"),
        _GIVE_UP,
        PartKey("←→ ↑↓", "move_mark"),
        PartKey("Ctrl+←→ , .", "move_end"),
        PartKey("Alt+←→ ↑↓", "by_word"),
    ),
    "classes": (PartKey("1-9 D-W", "take_class"), _GIVE_UP),
    "layers": (PartKey("1-9", "take_layer"), _GIVE_UP),
    "comment": (PartKey("Enter", "save"), _GIVE_UP),
    "ruling": (PartKey("Enter", "save"), _NEXT_FIELD, _GIVE_UP),
    "about": (PartKey("Enter", "save"), _GIVE_UP, PartKey("Tab ↑↓", "next_field"), _OPTION),
    "heading": (PartKey("Enter", "save"), _GIVE_UP, _OPTION),
    "bulk": (PartKey("Enter g +", "verify_all"), PartKey("t Tab", "next_tie"), _GIVE_UP),
    "alike": (PartKey("Enter", "decide_alike"), PartKey("x", "take_out"), _CHOOSE, _GIVE_UP, _PAGE),
    "across": (_CHOOSE, PartKey("Enter", "go"), _BACK, _PAGE),
    "panel": (
        PartKey("Enter", "go"),
        PartKey("v x s w", "judge"),
        PartKey("Tab", "next_wording"),
        PartKey(".", "next_in_cell"),
        PartKey("/", "narrow"),
        PartKey("z", "undo"),
        _BACK,
        PartKey("←→ ↑↓", "cell", on_line=False),
        _PAGE,
    ),
    "filter": (PartKey("Enter", "apply"), _GIVE_UP, _NEXT_FIELD, _OPTION),
    "search": (_CHOOSE, PartKey("Enter", "go"), _BACK),
    "library": (
        _CHOOSE,
        PartKey("Enter", "open"),
        PartKey("/ 1", "narrow"),
        PartKey("s 2", "state"),
        PartKey("g 3", "region"),
        PartKey("o 4", "sort"),
        PartKey("0", "all"),
        PartKey("Ctrl+O", "load"),
        _BACK,
        PartKey("a 5", "adjudicate"),
        _PAGE,
    ),
    "regions": (_CHOOSE, PartKey("Enter", "apply"), _GIVE_UP),
    "load": (
        PartKey("Enter", "begin_load"),
        PartKey("Tab →", "complete"),
        PartKey("Esc", "leave_load", is_exit=True),
        PartKey("Ctrl+X", "stop_load"),
    ),
    "adjudication": (
        PartKey("a 1", "take_a"),
        PartKey("b 2", "take_b"),
        PartKey("n 3", "neither"),
        PartKey("x 4", "no_figure"),
        PartKey("s 5", "later"),
        PartKey("u 6", "gap"),
        PartKey("z Ctrl+Z", "take_back"),
        PartKey("c d e f", "take_further", on_line=False),
        PartKey("↑↓", "scroll", on_line=False),
        PartKey("q Ctrl+Q", "leave", is_exit=True),
    ),
    "palette": (_CHOOSE, PartKey("Enter", "run"), _BACK),
    "guide": (
        PartKey("↑↓", "scroll"),
        PartKey("PgUp/PgDn", "turn_page"),
        PartKey("Esc F2", "back", is_exit=True),
    ),
    "help": (
        PartKey("↑↓", "scroll"),
        PartKey("PgUp PgDn", "turn_page"),
        PartKey("Esc F1", "back", is_exit=True),
    ),
    "tour": (
        PartKey("→ Enter", "next_step"),
        PartKey("←", "previous_step"),
        PartKey("Esc", "skip", is_exit=True),
    ),
}
"""The most needed key of each part first."""
