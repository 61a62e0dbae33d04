"""Review desk for the figures of Chinese 法治政府建设 reports.

The names of ``__all__`` are the library: docs/python.md explains them. They are loaded when first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

__version__ = "0.1.0"

_HOMES: Final = {
    "Decision": "fzreview.domain.decisions.verdict",
    "Document": "fzreview.domain.extracting.extraction",
    "Evaluation": "fzreview.work.scoring.evaluating",
    "Extractor": "fzreview.domain.extracting.extraction",
    "Figure": "fzreview.domain.figures.figure",
    "FzError": "fzreview.errors",
    "GoldRecord": "fzreview.domain.gold.records",
    "JournalEntry": "fzreview.domain.decisions.verdict",
    "Layer": "fzreview.domain.extracting.layers",
    "LayerRow": "fzreview.library.stores",
    "Reading": "fzreview.domain.reports.report",
    "ReportSummary": "fzreview.domain.reports.stored",
    "Store": "fzreview.library.stores",
    "StoredRow": "fzreview.library.stores",
    "convert": "fzreview.library.texts",
    "evaluate": "fzreview.library.scores",
    "open_store": "fzreview.library.stores",
    "read": "fzreview.library.texts",
    "rows": "fzreview.library.rows",
}
"""Name → the module that has it; ``__init__.pyi`` tells type checkers the same."""

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    # The command line imports this package too, and shall load none of it.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
