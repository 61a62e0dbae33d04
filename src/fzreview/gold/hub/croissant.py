"""Croissant 1.0 metadata of a data set (JSON-LD), with the fields of its RAI vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from fzreview.domain.gold.records import GOLD_SCHEMA
from fzreview.gold.files.arrow_rows import COLUMNS
from fzreview.gold.files.atomic_file import AtomicFile
from fzreview.gold.files.flat_rows import SECTIONS
from fzreview.gold.hub.facts import TITLE, line, shares_line
from fzreview.gold.packages.manifest import Manifest

_CONTEXT: Final[Mapping[str, Any]] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}

_TYPES: Final[Mapping[type, str]] = {
    str: "sc:Text",
    tuple: "sc:Text",
    int: "sc:Integer",
    bool: "sc:Boolean",
    float: "sc:Float",
}
_RECORD_SETS: Final[Mapping[str, tuple[str, Mapping[str, type]]]] = {
    "figures": (
        "One figure as it was settled; the column machine, a struct, is left out.",
        COLUMNS,
    ),
    "sections": (
        "One section that a reviewer read completely; the column open, a list of spans, is left out.",
        {name: kind for name, kind in SECTIONS.items() if name != "open"},
    ),
}
"""Name of a record set → what it holds, its columns."""

_PARQUET: Final = "application/x-parquet"


def croissant(manifest: Manifest, folder: Path, shards: Mapping[str, Sequence[AtomicFile]]) -> bytes:
    """The metadata of the data set in ``folder``; ``shards`` are its whole files by record set."""
    told = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": ["http://mlcommons.org/croissant/1.0", "http://mlcommons.org/croissant/RAI/1.0"],
        "name": "fzreview-gold",
        "alternateName": TITLE,
        "description": (
            f"{manifest.records} figures of {manifest.reports} Chinese annual reports on law-based"
            f" government, each with a reviewer's decision: {line(manifest.row()['decisions'])}."
        ),
        "inLanguage": "zh",
        "keywords": ["government reports", "numeric information extraction", "Chinese", "hard negatives"],
        "license": "not stated: the texts are publications of governments, the annotations belong to those"
        " who made them",
        "version": f"{GOLD_SCHEMA}.0.0",
        "citeAs": "State the publisher of this data set and the program that made it.",
        **({"datePublished": manifest.last_decided} if manifest.last_decided else {}),
        **_responsible(manifest),
        "distribution": list(_distribution(folder, shards)),
        "recordSet": [_record_set(name) for name in shards],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _responsible(manifest: Manifest) -> dict[str, Any]:
    """How the data came about and what it is good for, as far as the program knows."""
    time_frame = [manifest.first_decided, manifest.last_decided]
    versions = manifest.versions()
    return {
        "rai:dataCollection": "Text files of published government reports were given to the program that made"
        " this data set; how they were gathered is unknown to it.",
        "rai:dataCollectionType": ["Web Scraping", "Manual Human Curator"],
        "rai:dataCollectionRawData": "Decoded report texts; figures are spans of them in code points.",
        "rai:dataCollectionTimeframe": [one for one in time_frame if one],
        "rai:dataCollectionMissingData": f"Left out of this data set: {line(manifest.exclusions())}.",
        "rai:dataPreprocessingProtocol": [
            "Texts are decoded and otherwise untouched; the fields text, value and unit are normalised by the"
            " annotation guide.",
            f"Splits by the hash of the issuer, near copies together, {shares_line(manifest)}; rows that"
            " repeat a sentence of another split are left out.",
        ],
        "rai:dataAnnotationProtocol": "Rules propose figures; reviewers verify, correct, reject or add them"
        f" at the text, by the annotation guide {', '.join(versions['guides'])} (ANNOTATION_GUIDE.md)."
        " Sections that were read to the end are marked: only there absence of a figure means something.",
        "rai:dataAnnotationPlatform": [versions["program"]],
        "rai:dataAnnotationAnalysis": "Rows of settled gold tell what each reviewer said; what a machine had"
        f" said is kept beside it. Why figures were wrong: {line(dict(sorted(manifest.reasons.items())))}.",
        "rai:annotationsPerItem": f"{manifest.records} decisions by {len(manifest.reviewers)} reviewer(s).",
        "rai:annotatorDemographics": ["Unknown."],
        "rai:machineAnnotationTools": [f"fzreview extractor {one}" for one in versions["extractors"]],
        "rai:dataUseCases": ["Training and measuring extractors of figures in Chinese official prose."],
        "rai:dataLimitations": [
            "One genre of text; the rows say what reports claim, not what is true.",
            f"{manifest.in_read_sections} of {manifest.records} rows stand in sections that were read"
            " completely.",
        ],
        "rai:dataBiases": ["Issuers with many reports and reviewers with many decisions weigh more."],
        "rai:personalSensitiveInformation": [
            "People are r1, r2 … unless names were asked for; comments are as they typed them."
        ],
        "rai:dataReleaseMaintenancePlan": "Exported anew from its store; the same store gives the same"
        " bytes.",
    }


def _distribution(folder: Path, shards: Mapping[str, Iterable[AtomicFile]]) -> Iterable[dict[str, Any]]:
    for shard in (shard for files in shards.values() for shard in files):
        name = shard.path.relative_to(folder).as_posix()
        yield {
            "@type": "cr:FileObject",
            "@id": name,
            "name": name,
            "contentUrl": name,
            "contentSize": f"{shard.size} B",
            "encodingFormat": _PARQUET,
            "sha256": shard.sha256,
        }
    for record_set in shards:
        yield {
            "@type": "cr:FileSet",
            "@id": f"{record_set}-files",
            "name": f"{record_set}-files",
            "encodingFormat": _PARQUET,
            "includes": f"{record_set}/*.parquet",
        }


def _record_set(record_set: str) -> dict[str, Any]:
    description, columns = _RECORD_SETS[record_set]
    fields = [
        {
            "@type": "cr:Field",
            "@id": f"{record_set}/{name}",
            "name": name,
            "dataType": _TYPES[kind],
            **({"repeated": True} if kind is tuple else {}),
            "source": {"fileSet": {"@id": f"{record_set}-files"}, "extract": {"column": name}},
        }
        for name, kind in columns.items()
        if kind is not dict
    ]
    return {
        "@type": "cr:RecordSet",
        "@id": record_set,
        "name": record_set,
        "description": description,
        "field": fields,
    }
