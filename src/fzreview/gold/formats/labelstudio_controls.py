"""What Label Studio asks of each region: its label, and the other fields of the figure beside it.

A region is one result of type ``labels``; each field is a result of its own with the region's id, as its
controls with ``perRegion`` make them. Numbers are text areas: a Number would round what it holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from fzreview.domain.figures.figure import Figure
from fzreview.domain.gold.returned import LABELS
from fzreview.errors import InputRefused
from fzreview.gold.labels.bound_words import BOUND_OF, BOUND_WORDS
from fzreview.gold.labels.colours import colour_of

FROM_NAME: Final = "kind"
TO_NAME: Final = "text"
REGION: Final = "labels"
"""Type of the result that a region is."""

_AREAS: Final = ("value", "upper", "unit", "subject")
BOUND: Final = "bound"
FIELDS: Final = (*_AREAS, BOUND)
"""Names of the controls that fill a field of the same name; the label is ``kind``."""


def field_results(region: Mapping[str, Any], figure: Figure) -> list[dict[str, Any]]:
    """The results that fill the controls of a region; a field that is empty has none."""
    place = {"start": region["value"]["start"], "end": region["value"]["end"]}
    head = {"id": region["id"], "to_name": TO_NAME}
    told = [
        head | {"from_name": field, "type": "textarea", "value": place | {"text": [content]}}
        for field in _AREAS
        if (content := getattr(figure, field))
    ]
    bound = place | {"choices": [BOUND_WORDS[figure.bound]]}
    return [*told, head | {"from_name": BOUND, "type": "choices", "value": bound}]


def told_field(name: str, result: Mapping[str, Any]) -> tuple[str, str]:
    """``(field, content)`` of a result that is no region. Raises InputRefused where it is none of ours."""
    field, kind, value = result.get("from_name"), result.get("type"), result.get("value")
    content: Any = None
    if field in FIELDS and isinstance(value, Mapping):
        content = value.get({"textarea": "text", "choices": "choices", "number": "number"}.get(str(kind), ""))
    if isinstance(content, list) and len(content) == 1:
        content = content[0]
    if isinstance(content, int | float) and not isinstance(content, bool):
        content = repr(content).removesuffix(".0")
    if not isinstance(content, str):
        raise InputRefused("import_result_type", name=name, type=str(kind)[:40], control=str(field)[:40])
    content = content if field == "subject" else content.strip()
    if field == BOUND:
        if content not in BOUND_OF:
            raise InputRefused("import_field", name=name, field=BOUND, value=content[:60])
        content = BOUND_OF[content]
    return str(field), content


def config() -> str:
    """The labelling configuration, XML to paste into a project."""
    labels = "\n".join(
        f"    <Label value={quoteattr(label)} background={quoteattr(colour_of(label))}/>" for label in LABELS
    )
    areas = "\n".join(
        f'    <Header value="{field}" size="5"/>\n'
        f'    <TextArea name="{field}" toName="{TO_NAME}" perRegion="true" editable="true" maxSubmissions="1"'
        ' rows="1"/>'
        for field in _AREAS
    )
    choices = "\n".join(f"      <Choice value={quoteattr(word)}/>" for word in BOUND_OF)
    # Blanks count in offsets: they must be shown as they are.
    return (
        "<View>\n"
        f'  <Labels name="{FROM_NAME}" toName="{TO_NAME}">\n{labels}\n  </Labels>\n'
        "  <Style>.htx-text{ white-space: pre-wrap; }</Style>\n"
        f'  <Text name="{TO_NAME}" value="${TO_NAME}" granularity="symbol" saveTextResult="yes"/>\n'
        f'  <View visibleWhen="region-selected">\n{areas}\n'
        f'    <Choices name="{BOUND}" toName="{TO_NAME}" perRegion="true" choice="single"'
        ' showInline="true">\n'
        f"{choices}\n    </Choices>\n  </View>\n"
        "</View>\n"
    )
