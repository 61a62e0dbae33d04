"""A rule of reading: what decides about a numeral, a subject, a repair, a heading or a tie, and why."""

from __future__ import annotations

from dataclasses import dataclass

from fzreview.strings import Language


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with the lines that show it; the lines are its test and stand in the documentation.

    A line marks the place that the rule decides about with ``⟦…⟧``; without marks the whole line is meant.
    """

    id: str
    """``area.what``, lower case with hyphens: ``numeral.date``, ``bound.at-least``, ``heading.bracketed``."""
    reason: str
    """One sentence: why the language or the genre reads like this."""
    takes: tuple[str, ...]
    """Lines in which it decides, one at least."""
    leaves: tuple[str, ...]
    """Lines that look alike and that it leaves to other rules, one at least."""
    zh: str = ""
    """The reason in Chinese, for a line of the desk: of every rule that may leave a numeral out."""
    rare: str = ""
    """Why it stays although it fires in fewer than three development reports; empty for all others."""

    def reason_in(self, language: Language) -> str:
        """The reason as a reviewer reads it."""
        return self.zh if language == "zh" and self.zh else self.reason
