"""Kinds of files and reasons in a word or two, for whoever sums a load up."""

from __future__ import annotations

from fzreview.strings import knows, say


def kind_words(kind: str) -> str:
    """A kind of file in a word; the ending of one that another package converts."""
    return say(f"load.kind.{kind}") if knows(f"load.kind.{kind}") else kind.upper()


def reason_words(code: str) -> str:
    """The reason of a refusal in a word or two; the code of one that another program brought."""
    return say(f"load.why.{code}") if knows(f"load.why.{code}") else code
