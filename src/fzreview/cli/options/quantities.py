"""Quantities as they are typed behind an option."""

from __future__ import annotations

from datetime import timedelta

from fzreview.errors import UsageError


def share(option: str, text: str) -> float:
    """``20%`` or ``0.2`` as a share of one. Raises UsageError."""
    number = text.strip().rstrip("%％")
    try:
        told = float(number) / (100 if number != text.strip() else 1)
    except ValueError:
        told = -1
    if not 0 <= told <= 1:
        raise UsageError("bad_share", option=option, value=text)
    return told


def days(option: str, text: str | None) -> timedelta | None:
    """``7d`` or ``7`` days. Raises UsageError."""
    if text is None:
        return None
    number = text.strip().removesuffix("d")
    if not number.isascii() or not number.isdecimal() or len(number) > 4:
        raise UsageError("bad_days", option=option, value=text)
    return timedelta(days=int(number))
