"""The annotation guide in the language in use, from the documents that come with the program."""

from __future__ import annotations

from fzreview.gold.hub.guide import annotation_guide
from fzreview.review.guide import GuideRule, parse_guide


def guide_rules(language: str) -> tuple[GuideRule, ...]:
    """Its rules in ``zh`` or ``en``."""
    return parse_guide(annotation_guide(language))
