"""``certify``: what is known of the gold, on one page."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json, add_report
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    add_report(parser, "*", name="reports")
    parser.add_argument("--split", metavar="NAME", type=words, help=say("command.certify.split"))
    parser.add_argument("--require", metavar="BOUNDS", type=words, help=say("command.certify.require"))
    add_json(parser)


def call(options: Namespace) -> int:
    """0, or 1 where a requirement is not met."""
    from fzreview.work.measuring.certifying import Scope, certify, requirements

    wanted = {} if options.require is None else requirements(options.require)
    told = certify(store_path(options.db), Scope(options.reports, options.split))
    required = [told.requirement(name, bound) for name, bound in wanted.items()]
    if options.json:
        from fzreview.work.measuring.certificate_rows import certificate_row

        write_row(certificate_row(told, required))
    else:
        from fzreview.cli.output.measure_lines import print_lines
        from fzreview.work.measuring.certificate_text import certificate_lines

        print_lines(certificate_lines(told, required))
    return int(not all(one.met for one in required))
