"""``compare``: two layers figure by figure."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import write_row
from fzreview.cli.reports.stated import filter_argument
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("first", type=words, metavar="A", help=say("command.compare.first"))
    parser.add_argument("second", type=words, metavar="B", help=say("command.compare.second"))
    filter_argument(parser)
    add_json(parser)


def call(options: Namespace) -> int:
    from fzreview.domain.reports.report_filter import ReportFilter
    from fzreview.work.layers.comparing import LayerComparison

    wanted = ReportFilter.parsed(options.reports or "")
    comparison = LayerComparison(store_path(options.db), options.first, options.second, wanted)
    if options.json:
        from fzreview.work.layers.rows import pair_row, tally_row

        for pair in comparison.pairs():
            write_row(pair_row(pair))
        write_row(tally_row(comparison.tally))
        return 0
    from fzreview.cli.gold.layer_lines import print_comparison

    print_comparison(comparison)
    return 0
