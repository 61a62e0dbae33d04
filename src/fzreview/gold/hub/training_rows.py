"""Rows of a data set to train on: sentences with a tag for each character, and whole texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from fzreview.domain.figures.fields import ABOUT
from fzreview.domain.gold.records import GoldDocument
from fzreview.gold.labels.bio_tags import TAGS, bio_tags
from fzreview.gold.labels.overlaps import parted
from fzreview.gold.making.sentence_units import SentenceUnit

if TYPE_CHECKING:
    import pyarrow

SENTENCES: Final = ("id", "tokens", "ner_tags", "doc", "sha256", "start", "end", *ABOUT)
DOCUMENTS: Final = ("doc", "sha256", "text", *ABOUT, "guide", "extractor", "split")

_NUMBER: Final = {name: number for number, name in enumerate(TAGS)}


def sentence_row(document: GoldDocument, unit: SentenceUnit) -> tuple[Any, ...] | None:
    """A row of ``SENTENCES``; None where figures overlap, so that tags cannot say all of them."""
    tagged, others = parted(record for record in unit.records if record.decision != "rejected")
    if others:
        return None
    return (
        f"{document.sha256[:12]}:{unit.start}-{unit.end}",
        list(document.text[unit.start : unit.end]),
        [_NUMBER[tag] for tag in bio_tags(unit.start, unit.end, tagged)],
        document.doc,
        document.sha256,
        unit.start,
        unit.end,
        *document.about().values(),
    )


def document_row(document: GoldDocument) -> tuple[Any, ...]:
    """A row of ``DOCUMENTS``."""
    return (
        *(document.doc, document.sha256, document.text, *document.about().values()),
        *(document.guide, document.extractor, document.split),
    )


@cache
def sentences_schema() -> pyarrow.Schema:
    """With the names of the tags, as the library ``datasets`` keeps them in a file's metadata."""
    import pyarrow

    lists = {"tokens": pyarrow.list_(pyarrow.string()), "ner_tags": pyarrow.list_(pyarrow.int64())}
    schema = pyarrow.schema([(name, lists.get(name) or _type(name)) for name in SENTENCES])
    features: dict[str, Any] = {field.name: {"dtype": str(field.type), "_type": "Value"} for field in schema}
    features["tokens"] = {"feature": {"dtype": "string", "_type": "Value"}, "_type": "Sequence"}
    features["ner_tags"] = {"feature": {"names": list(TAGS), "_type": "ClassLabel"}, "_type": "Sequence"}
    return schema.with_metadata({"huggingface": json.dumps({"info": {"features": features}})})


@cache
def documents_schema() -> pyarrow.Schema:
    import pyarrow

    return pyarrow.schema([(name, _type(name)) for name in DOCUMENTS])


def _type(name: str) -> Any:
    import pyarrow

    return pyarrow.int64() if name in ("start", "end", "year") else pyarrow.string()


def batch(rows: Iterable[tuple[Any, ...]], schema: pyarrow.Schema) -> pyarrow.RecordBatch:
    """Rows, one at least, as a batch of the schema."""
    import pyarrow

    columns: Iterator[tuple[Any, ...]] = zip(*rows, strict=True)
    return pyarrow.record_batch(
        [pyarrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)],
        schema=schema,
    )
