"""``demo``: the desk on the five example reports, in a store that is thrown away."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from fzreview.cli.desks.opening import check_terminal, open_desk
from fzreview.cli.options.common import add_reviewer
from fzreview.cli.output.streams import narrate
from fzreview.config.seen_tours import SeenTours
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    add_reviewer(parser)


def call(options: Namespace) -> int:
    from fzreview.work.loading.examples import example_reports
    from fzreview.work.loading.ingest import load

    check_terminal()
    with tempfile.TemporaryDirectory(prefix="fzreview-demo-") as folder:
        store = Path(options.db) if options.db else Path(folder) / "demo.db"
        narrate(say("command.demo.loading"))
        for result in load(store, [str(example_reports())]):
            if result.error is not None:
                narrate(result.error)
        # It leaves nothing behind, so it does not keep either that its tour was seen.
        return open_desk(store, options.reviewer, None, SeenTours(None))
