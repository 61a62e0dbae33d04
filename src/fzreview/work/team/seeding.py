"""Errors put into a new package."""

from __future__ import annotations

from fzreview.domain.packages import Package
from fzreview.domain.seeding import Planted
from fzreview.store.reader import StoreReader


def planted_in(reader: StoreReader, package: Package) -> list[Planted]:
    return []
