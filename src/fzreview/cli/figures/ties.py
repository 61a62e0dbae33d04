"""``ties``: the figures of a report checked against each other."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from fzreview.cli.figures.shown_checks import check_arguments as arguments
from fzreview.cli.figures.shown_checks import show_checks

if TYPE_CHECKING:
    from fzreview.work.listing.tie_checks import Check

__all__ = ["arguments", "call"]


def call(options: Namespace) -> int:
    from fzreview.work.listing.tie_checks import check_rows

    return show_checks(options, check_rows, _print)


def _print(found: Iterable[Check]) -> None:
    from fzreview.cli.figures.check_tables import print_ties

    print_ties(found)
