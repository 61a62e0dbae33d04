"""The steps of a criminal case: persons caught, held, arrested, charged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.quantity import shown
from fzreview.checking.ties.constructors import subset_tie, tie_between, within
from fzreview.checking.ties.view import Spot
from fzreview.domain.ties.tie import Tie


def chain_of(flat: Sequence[Spot]) -> Sequence[Spot]:
    """抓获30人,刑拘30人,逮捕26人: persons and the steps of a criminal case."""
    for place in range(len(flat) - 2):
        end = place + 1
        while end < len(flat) and end - place < 6 and _ARREST.fullmatch(flat[end].lead.lstrip(",、;其中")):
            end += 1
        run = flat[place:end]
        if len(run) > 2 and all(spot.unit == run[0].unit for spot in run):
            return run
    return ()


def of_chain(chain: Sequence[Spot]) -> Iterable[Tie]:
    if not chain:
        return
    total, *parts = chain
    holds = within(total, parts)
    yield subset_tie(total, parts, holds, "medium" if holds == "false" else "high", told=False)
    for part in parts:
        if part.value == total.value and part.quantity.is_whole and total.quantity.is_whole:
            yield tie_between(
                "same", [(total, "one"), (part, "other")], "true", "medium",
                f"{shown(total.value)}={shown(part.value)}", told=False,
            )  # fmt: skip


_ARREST: Final = re.compile(
    "(?:刑事)?(?:刑拘|拘留|逮捕|批捕|批准逮捕|起诉|移送起诉|判刑|判决|取保候审|采取强制措施)"
)
