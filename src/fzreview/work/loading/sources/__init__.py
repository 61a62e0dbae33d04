"""Where reports come from: files, folders, archives, crawls and standard input, one at a time.

Nothing here decodes or reads a report; ``fzreview.text.decode`` does.
"""

from fzreview.work.loading.sources.source import Found, Limits, Refusal, Skipped, Source
from fzreview.work.loading.sources.walk import open_sources

__all__ = ["Found", "Limits", "Refusal", "Skipped", "Source", "open_sources"]
