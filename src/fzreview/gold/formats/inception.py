"""``inception``: UIMA CAS XMI for INCEpTION, a file for each report (and reviewer), and its type system.

The library turns code points into the UTF-16 units of UIMA. Characters that XML cannot say stand as U+FFFD,
one for one, so that no place moves.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from fzreview.domain.gold.fields import carried_row
from fzreview.domain.gold.records import GoldDocument, GoldRecord
from fzreview.domain.gold.returned import record_label
from fzreview.errors import LibraryMissing
from fzreview.gold.files.document_files import DocumentFiles
from fzreview.gold.files.json_text import json_text
from fzreview.gold.labels.bound_words import BOUND_WORDS
from fzreview.gold.making.reviewed import ReviewedDocument, cuts
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.manifest import Manifest

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

FOLDER: Final = "inception"
TYPE: Final = "webanno.custom.Figure"
"""The layer: INCEpTION takes those of its own making from this package."""
FIELDS: Final = ("value", "upper", "unit", "subject")
FEATURES: Final = ("kind", *FIELDS, "bound", "row")

_UNSAID: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class InceptionWriter:
    """Writes ``inception/NAME.xmi``, ``TypeSystem.xml`` and the list of documents."""

    def __init__(self, folder: Path, options: FormatOptions) -> None:
        """Raises LibraryMissing where dkpro-cassis is not installed."""
        try:
            import cassis  # noqa: F401 - is it installed?
        except ImportError as error:
            raise LibraryMissing("format_needs_extra", format="inception", extra="inception") from error
        self._documents = DocumentFiles(folder / FOLDER)
        self.files = self._documents.all
        self.not_held: Counter[str] = Counter()
        self._types = type_system()
        self._documents.write("TypeSystem.xml", self._types.to_xml().encode("utf-8"))

    def add(self, document: GoldDocument) -> None:
        for name, reviewed in self._documents.listed(document):
            self._documents.write(f"{name}.xmi", self._cas(reviewed).to_xmi().encode("utf-8"))

    def close(self, manifest: Manifest) -> None:
        """Every document is written."""

    def _cas(self, reviewed: ReviewedDocument) -> Cas:
        from cassis import Cas

        cas = Cas(typesystem=self._types)
        cas.sofa_string = sayable(reviewed.document.text)
        cas.sofa_mime = "text/plain"
        layer = self._types.get_type(TYPE)
        for record in reviewed.records:
            if cuts(reviewed.document.text, record):
                cas.add(layer(**_features(record)))
            else:
                self.not_held["span"] += 1
        return cas


def _features(record: GoldRecord) -> dict[str, Any]:
    figure = record.figure
    return {
        "begin": figure.start,
        "end": figure.end,
        "kind": record_label(record),
        **{field: sayable(getattr(figure, field) or "") for field in FIELDS},
        "bound": BOUND_WORDS[figure.bound],
        "row": json_text(carried_row(record)),
    }


def sayable(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot say."""
    return _UNSAID.sub("\ufffd", text)


def type_system() -> TypeSystem:
    """The layer of figures, all of its features texts."""
    from cassis import TypeSystem

    types = TypeSystem()
    layer = types.create_type(name=TYPE, supertypeName="uima.tcas.Annotation")
    for feature in FEATURES:
        types.create_feature(domainType=layer, name=feature, rangeType="uima.cas.String")
    return types


writer = InceptionWriter
