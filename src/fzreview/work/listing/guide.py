"""The annotation guide in the language in use, from the documents that come with the program."""

from __future__ import annotations

from pathlib import Path

from fzreview.gold.hub.guide import annotation_guide
from fzreview.review.guide import GuideRule, in_language, parse_guide


def guide_rules(language: str) -> tuple[GuideRule, ...]:
    """Its rules in ``zh`` or ``en``; what the English guide adds in Chinese ends the Chinese one."""
    whole = in_language(parse_guide(annotation_guide()), language)
    return (*parse_guide(_chinese()), *whole) if language == "zh" else whole


def _chinese() -> str:
    package = Path(__file__).resolve().parents[2]
    packaged = package / "annotation.zh.md"
    path = packaged if packaged.is_file() else package.parents[1] / "docs" / "annotation.zh.md"
    return path.read_text(encoding="utf-8")
