"""``doctor``: what may keep the program from working here."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import write_row
from fzreview.config.paths import store_path
from fzreview.strings import say
from fzreview.text.displayable import one_line


def arguments(parser: ArgumentParser) -> None:
    add_json(parser)


def call(options: Namespace) -> int:
    """0, or 1 where something is wrong."""
    from fzreview.work.keeping.doctor import examine

    wrong = False
    for check in examine(store_path(options.db)):
        wrong = wrong or not check.right
        advice = None if check.advice is None else say(f"doctor.advice.{check.advice}")
        if options.json:
            write_row({"check": check.id, "right": check.right, "found": check.found, "advice": advice})
        else:
            state = say("doctor.right" if check.right else "doctor.wrong")
            print(one_line(f"{state}  {say(f'doctor.check.{check.id}')}  {check.found}"))
            if advice is not None:
                print(f"      {advice}")
    return int(wrong)
