"""Where a reviewer stands: section by section, with figures or without."""

from __future__ import annotations

import pytest

from fzreview.review.session import Session
from support.gold_reports import seed_names
from support.sessions import accept, new_session, stored


@pytest.mark.parametrize("doc", seed_names())
def test_the_outline_is_walked_heading_by_heading(doc: str) -> None:
    session = new_session()
    session.open(stored(doc))
    outline = session.report.reading.outline
    while (before := session.outline_step(-1)) is not None:
        session.go_to_section(before)
    visited = [session.section]
    while (following := session.outline_step(1)) is not None:
        session.go_to_section(following)
        visited.append(following)
    assert visited == list(range(len(outline)))


def session_at(section: int) -> Session:
    session = new_session()
    session.open(stored(seed_names()[0]))
    session.go_to_section(section)
    return session


def test_a_section_without_figures_keeps_the_current_one() -> None:
    session = session_at(3)
    assert (session.section, session.current) == (3, 0)
    session.go(1)
    assert session.section == session.section_of_current() == 2


def test_a_verdict_takes_the_section_along_only_where_it_moves_on() -> None:
    session = session_at(3)
    accept(session, session.figure_steps.comment("看"))
    assert session.section == 3
    accept(session, session.figure_steps.decide("verified"))
    assert session.section == session.section_of_current()


def test_a_report_without_figures_begins_at_its_first_section() -> None:
    from dataclasses import replace

    session = new_session()
    session.open(replace(stored(seed_names()[0]), figures=()))
    assert (session.section, session.outline_step(-1)) == (None, None)
    assert session.outline_step(1) == 0
