"""``review``: the desk, where the reviewer left off."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.desks.opening import open_desk
from fzreview.cli.options.common import add_report, add_reviewer
from fzreview.config.paths import store_path


def arguments(parser: ArgumentParser) -> None:
    add_report(parser, "?")
    add_reviewer(parser)


def call(options: Namespace) -> int:
    return open_desk(store_path(options.db), options.reviewer, options.report)
