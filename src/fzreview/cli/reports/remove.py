"""``remove``: reports out of the store for good."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.options.common import add_json, add_report, add_reviewer
from fzreview.cli.output.streams import confirmed, narrate, write_row
from fzreview.config.paths import store_path
from fzreview.errors import StoreError
from fzreview.strings import say
from fzreview.text.displayable import one_line


def arguments(parser: ArgumentParser) -> None:
    add_report(parser, "+")
    parser.add_argument("--with-decisions", action="store_true", help=say("command.remove.with_decisions"))
    parser.add_argument("--yes", action="store_true", help=say("command.remove.yes"))
    add_reviewer(parser)
    add_json(parser)


def call(options: Namespace) -> int:
    """0; 1 where nobody agreed to it. Nothing is removed where one of the reports is decided on."""
    from fzreview.work.corpus.removing import is_decided, remove, reports_named
    from fzreview.work.judging.reviewer_name import reviewer_of

    store = store_path(options.db)
    reports = reports_named(store, options.report)
    for report in reports:
        if not options.with_decisions and is_decided(store, report):
            raise StoreError("report_decided", doc=report.doc)
    if not options.yes:
        for report in reports:
            narrate(say("command.remove.going", doc=one_line(report.doc), decided=report.decided))
        if not confirmed(say("command.remove.ask", count=len(reports))):
            narrate(say("command.remove.stays"))
            return 1
    with_decisions = options.with_decisions
    for gone in remove(store, reviewer_of(store, options.reviewer), reports, with_decisions=with_decisions):
        if options.json:
            write_row({"doc": gone.doc, "sha256": gone.sha256, "removed": True})
        else:
            print(one_line(say("command.remove.done", doc=gone.doc)))
    return 0
