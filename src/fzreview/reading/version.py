"""The version of the rules: any change that can change what is read changes it."""

from __future__ import annotations

from typing import Final

EXTRACTOR_VERSION: Final = "1.0.0"
