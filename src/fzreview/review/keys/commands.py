"""The registry of everything a key can do at the desk: bindings, key line, help and docs are made from it.

Letters die under a Chinese input method, so every verdict also has a digit, and full-width twins count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from fzreview.domain.decisions.verdict import RejectionClass

Group = Literal["decide", "class", "move", "report", "program"]
Decides = Literal["verdict", "remark", "rejection", "candidate", "section", "report", "history"]
"""What a key decides on.

verdict    the current figure, and what stands of it
remark     the current figure, and leaves what stands: a comment, its tie, a span behind it
rejection  the figure that was rejected a moment ago
candidate  the numeral that is looked at, where one is; otherwise it is a move
section    the section that the reviewer is at
report     many sections, each of which must have stood on the screen
history    whatever was decided last
"""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a key does at the desk."""

    id: str
    """Stable English name; its titles are the words ``command.ID``."""
    action: str
    """What the desk screen runs."""
    keys: tuple[str, ...]
    """Names of the keys as the terminal framework reports them, the first ones shown."""
    shown: str
    """The keys as a person reads them."""
    group: Group
    brief: int = 0
    """Its place on the key line, the lowest first; 0 keeps it off."""
    decides: Decides | None = None
    """What it decides on; such a key passes :mod:`fzreview.review.keys.gate`."""

    @property
    def title_key(self) -> str:
        """Key of the full title in ``strings``."""
        return f"desk.do.{self.id}"

    @property
    def brief_key(self) -> str:
        """Key of the short title in ``strings``."""
        return f"desk.brief.{self.id}"


CLASS_KEYS: Final[dict[RejectionClass, str]] = {
    "date": "D",
    "ordinal": "O",
    "naming": "N",
    "outline": "M",
    "slogan": "G",
    "vague": "V",
    "article": "A",
    "threshold": "T",
    "window": "W",
}
"""The key that may follow «not a figure»: capitals, because the small letters are taken."""

COMMANDS: Final[tuple[Command, ...]] = (
    Command("verify", "decide('verified')", ("v", "1", "ｖ", "１"), "v 1", "decide", 1, "verdict"),
    Command("wrong", "decide('wrong')", ("w", "2", "ｗ", "２"), "w 2", "decide", 2, "verdict"),
    Command("reject", "reject", ("x", "3", "ｘ", "３"), "x 3", "decide", 3, "verdict"),
    Command("unsure", "decide('unsure')", ("s", "4", "ｓ", "４"), "s 4", "decide", 4, "verdict"),
    Command("correct", "correct", ("enter", "e", "ｅ"), "e Enter", "decide", 5, "verdict"),
    Command("subject", "pick_subject", ("u", "f3", "ｕ"), "u F3", "decide", 0, "verdict"),
    Command("layer", "take_layer", ("L", "f4", "Ｌ"), "L F4", "decide", 0, "verdict"),
    Command("fix", "fix", ("q", "6", "ｑ", "６"), "q 6", "decide"),
    Command("candidate", "candidate", ("a", "5", "ａ", "５"), "a 5", "decide", 0, "candidate"),
    Command("mark", "mark", ("m", "8", "ｍ", "８"), "m 8", "decide", 0, "remark"),
    Command("comment", "comment", ("c", "ｃ"), "c", "decide", 0, "remark"),
    Command("contest", "contest", ("C", "Ｃ"), "C", "decide", 0, "remark"),
    Command(
        "verify_tie",
        "verify_tie",
        ("g", "plus", "ｇ", "fullwidth_plus_sign"),
        "g +",
        "decide",
        0,
        "remark",
    ),
    Command("rule", "rule", ("R", "Ｒ"), "R", "decide", 0, "remark"),
    Command("alike", "show_alike", ("j", "ｊ"), "j", "decide"),
    Command("undo", "undo", ("z", "ctrl+z", "ｚ"), "z Ctrl+Z", "decide", 6, "history"),
    Command("redo", "redo", ("ctrl+y",), "Ctrl+Y", "decide", 0, "history"),
    Command("sign_off", "sign_off", ("d", "9", "ｄ", "９"), "d 9", "decide", 0, "section"),
    Command(
        "sign_off_below", "sign_off_below", ("minus", "fullwidth_hyphen_minus"), "-", "decide", 0, "report"
    ),
    Command(
        "sign_off_report",
        "sign_off_report",
        ("equals_sign", "fullwidth_equals_sign"),
        "=",
        "decide",
        0,
        "report",
    ),
    *(
        Command(
            f"class_{name}",
            f"classify('{name}')",
            (key, chr(ord(key) + 0xFEE0)),
            key,
            "class",
            0,
            "rejection",
        )
        for name, key in CLASS_KEYS.items()
    ),
    Command("classes", "ask_class", ("semicolon", "fullwidth_semicolon"), ";", "class", 0, "rejection"),
    Command("next", "step(1)", ("n", "right", "ｎ"), "n →", "move", brief=10),
    Command("previous", "step(-1)", ("p", "left", "ｐ"), "p ←", "move", brief=11),
    Command("next_undecided", "next_undecided", ("space", "ideographic_space"), "Space", "move"),
    Command(
        "next_section",
        "section(1)",
        ("right_square_bracket", "fullwidth_right_square_bracket", "right_black_lenticular_bracket"),
        "]",
        "move",
    ),
    Command(
        "previous_section",
        "section(-1)",
        ("left_square_bracket", "fullwidth_left_square_bracket", "left_black_lenticular_bracket"),
        "[",
        "move",
    ),
    Command(
        "next_heading",
        "heading(1)",
        ("right_parenthesis", "fullwidth_right_parenthesis"),
        ")",
        "move",
    ),
    Command(
        "previous_heading",
        "heading(-1)",
        ("left_parenthesis", "fullwidth_left_parenthesis"),
        "(",
        "move",
    ),
    Command(
        "next_report", "report(1)", ("right_curly_bracket", "fullwidth_right_curly_bracket"), "}", "report"
    ),
    Command(
        "previous_report", "report(-1)", ("left_curly_bracket", "fullwidth_left_curly_bracket"), "{", "report"
    ),
    Command("search", "search", ("slash", "fullwidth_solidus", "ideographic_comma"), "/", "move"),
    Command(
        "next_found",
        "find(1)",
        ("full_stop", "ideographic_full_stop", "fullwidth_full_stop"),
        ".",
        "move",
    ),
    Command("previous_found", "find(-1)", ("comma", "fullwidth_comma"), ",", "move"),
    Command("excluded", "toggle_excluded", ("y", "ｙ"), "y", "move"),
    Command("end_search", "end_search", ("escape",), "Esc", "move"),
    Command("filter", "filter", ("f", "ｆ"), "f", "move"),
    Command("order", "cycle_order", ("o", "ｏ"), "o", "move"),
    Command("ties", "ties", ("t", "0", "ｔ", "０"), "t 0", "move", brief=7),
    Command("across", "across", ("k", "ctrl+k", "ｋ"), "k Ctrl+K", "move"),
    Command("panel", "panel", ("P", "Ｐ"), "P", "move"),
    Command("back", "back", ("b", "backspace", "ｂ"), "b Backspace", "move"),
    Command("about", "about", ("i", "ｉ"), "i", "report"),
    Command("tell_apart", "tell_apart", ("Y", "Ｙ"), "Y", "report"),
    Command("state_heading", "state_heading", ("h", "ｈ"), "h", "report"),
    Command("mark_heading", "mark_heading", ("H", "Ｈ"), "H", "report"),
    Command("library", "library", ("l", "7", "ｌ", "７"), "l 7", "report", brief=12),
    Command("load", "load", ("ctrl+o",), "Ctrl+O", "report"),
    Command("source", "toggle_source", ("r", "ｒ"), "r", "report"),
    Command("pane", "next_pane", ("tab",), "Tab", "program"),
    Command("help", "help", ("f1", "question_mark", "fullwidth_question_mark"), "F1 ?", "program", brief=8),
    Command("guide", "guide", ("f2",), "F2", "program"),
    Command("palette", "palette", ("ctrl+p",), "Ctrl+P", "program", brief=9),
    Command("theme", "cycle_theme", ("ctrl+t",), "Ctrl+T", "program"),
    Command("quit", "quit", ("ctrl+q",), "Ctrl+Q", "program", brief=13),
)
"""In the order in which help and docs list them."""

WITHOUT_REPORT: Final = frozenset(
    {"candidate", "undo", "redo", "library", "load", "pane", "help", "palette", "theme", "quit"}
)
"""Commands that do something while no report is open."""

BY_ID: Final[Mapping[str, Command]] = {command.id: command for command in COMMANDS}
