"""What a team's lead waits for: a person's share packed, differences listed, over a hundred thousand verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from fzreview.domain.figure import GUIDE_VERSION, Figure
from fzreview.domain.verdict import Decision, JournalEntry
from fzreview.store.connect import prepare
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter

from benchmarks.merging import FIGURES, new_report
