"""``potato`` read back: what its users did where anybody did something, else the items as we wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from fzreview.domain.gold.returned import Returned, ReturnedFigure, Unreadable
from fzreview.errors import FzError, InputRefused
from fzreview.gold.formats.potato import FOLDER, ITEMS, OUTPUT, SCHEME
from fzreview.gold.packages.format_options import Units
from fzreview.gold.packages.returned_rows import (
    Span,
    json_rows,
    listed,
    located,
    mapped,
    paired,
    parsed_object,
    report_of,
    sections_of,
    spanned,
)

STATE: Final = "user_state.json"


def read(path: Path, units: Units | None = None) -> Iterator[Returned]:
    """What the project tells. Raises FzError where there is nothing to read."""
    for file in located(path, ITEMS, FOLDER):
        states = list(_states(file.parent / OUTPUT))
        yield from (state for state in states if isinstance(state, Unreadable))
        users = [state for state in states if not isinstance(state, Unreadable)]
        for name, item in json_rows(file):
            if isinstance(item, Unreadable):
                yield item
            else:
                yield from _item(name, item, users)


def _states(folder: Path) -> Iterator[tuple[str, Mapping[str, Any]] | Unreadable]:
    """``(user, item id → what they marked)`` of everybody who worked there."""
    for path in sorted(folder.glob(f"*/{STATE}")):
        try:
            state = parsed_object(str(path), path.read_bytes().decode("utf-8"))
        except InputRefused as error:
            yield Unreadable(error)
        except UnicodeDecodeError as error:
            yield Unreadable(InputRefused("import_not_utf8", name=path, position=error.start))
        except OSError as error:
            raise FzError("import_unreadable", path=path, reason=error.strerror or str(error)) from error
        else:
            yield str(state.get("user_id") or path.parent.name), mapped(state, "instance_id_to_span_to_value")


def _item(
    name: str, item: Mapping[str, Any], users: list[tuple[str, Mapping[str, Any]]]
) -> Iterator[Returned]:
    text, head = item.get("text"), mapped(item, "fzreview")
    if not isinstance(text, str):
        yield Unreadable(InputRefused("import_field", name=name, field="text", value=repr(text)[:60]))
        return
    report = report_of(head or item, text)
    worked = [(user, done[str(item.get("id"))]) for user, done in users if str(item.get("id")) in done]
    told: list[tuple[str | None, list[dict[str, Any]]]] = [(user, _marked(marks)) for user, marks in worked]
    if not told:
        told = [(None, listed(mapped(item, "predictions"), SCHEME))]
    for user, marks in told:
        place = name if user is None else f"{name} ({user})"
        spans: list[Span] = []
        for mark in marks:
            try:
                spans.append(spanned(place, mark.get("start"), mark.get("end"), mark.get("name")))
            except InputRefused as error:
                yield Unreadable(error)
        for span, row in paired(spans, listed(head, "records")):
            yield ReturnedFigure(place, report, span.start, span.end, span.label, row, annotator=user)
    yield from sections_of(name, head, report)


def _marked(marks: object) -> list[dict[str, Any]]:
    """The spans of one item, each told with a value that says nothing more."""
    if not isinstance(marks, list):
        return []
    spans = [one[0] if isinstance(one, list) and one else one for one in marks]
    return [one for one in spans if isinstance(one, dict) and one.get("schema") in (None, SCHEME)]
