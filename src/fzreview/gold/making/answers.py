"""Keeps a reviewer from saying yes and no to the same words: the first answer to them goes out."""

from __future__ import annotations

from fzreview.gold.making.sentence_owners import SentenceOwners

_CELLS = 1 << 16


class Answers:
    """Reviewer, sentence and place in it → whether a figure stands there, for as many as there are."""

    def __init__(self) -> None:
        self._owners = SentenceOwners(_CELLS)

    def agree(self, reviewer: str, sentence: str, span: tuple[int, int], is_figure: bool) -> bool:
        """Whether the reviewer said nothing else of the same words before; ``span`` is of the sentence."""
        key = f"{reviewer}\0{span[0]}-{span[1]}\0{sentence}"
        return self._owners.claim_all((key,), "figure" if is_figure else "none")
