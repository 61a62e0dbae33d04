"""Formats for text: what they hold, read with their own libraries or by the rules of their specifications."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from fzreview.domain.figures.figure import KINDS, Figure
from fzreview.domain.gold.records import GoldDocument, GoldRecord
from fzreview.domain.gold.returned import LABELS
from fzreview.gold.formats import FORMATS
from fzreview.gold.packages.format_options import FormatOptions
from fzreview.gold.packages.writing import write_package
from fzreview.work.gold.exporting import ExportRequest, export
from support.command_line import caller
from support.decided_store import ANN, BEN, decided_store, reports
from support.lazily import lazily

spacy = lazily("spacy")

TEXT_FORMATS = (
    "conll",
    "spacy",
    "brat",
    "labelstudio",
    "labelstudio-utf16",
    "doccano",
    "prodigy",
    "webannotation",
)
SOURCES = {report.sha256: report.reading.source for report in reports()}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return decided_store(tmp_path_factory.mktemp("decided") / "a.db")


@pytest.fixture(scope="module")
def package(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gold")
    export(store, folder, TEXT_FORMATS, options=FormatOptions(incomplete=True))
    return folder


@pytest.fixture(scope="module")
def rows(package: Path) -> list[dict[str, Any]]:
    return json_lines(package / "figures.jsonl")


def json_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().decode("utf-8").split("\n")[:-1]]


Place = tuple[str, str, int, int, str]
"""Report, reviewer, span in code points of the source, label."""


def places(rows: list[dict[str, Any]], rejected: str = "rejected") -> Counter[Place]:
    """The rows as places; hard negatives under this label, or their own where it is empty."""
    return Counter(
        (
            row["sha256"],
            row["reviewer"],
            row["start"],
            row["end"],
            (rejected or row["kind"]) if row["decision"] == "rejected" else row["kind"],
        )
        for row in rows
    )


def test_all_formats_write_the_same_bytes_again(store: Path, package: Path, tmp_path: Path) -> None:
    export(store, tmp_path, TEXT_FORMATS, options=FormatOptions(incomplete=True))
    files = sorted(path.relative_to(package) for path in package.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert all((package / file).read_bytes() == (tmp_path / file).read_bytes() for file in files)
    manifest = json.loads((package / "manifest.json").read_text(encoding="utf-8"))
    assert {row["name"] for row in manifest["files"]} == {str(file) for file in files} - {"manifest.json"}
    export(store, tmp_path)
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == {
        "figures.jsonl",
        "sections.jsonl",
        "unsettled.jsonl",
        "reports.jsonl",
        "outline.jsonl",
        "manifest.json",
    }


def test_what_a_format_cannot_hold_is_in_the_manifest(package: Path) -> None:
    manifest = json.loads((package / "manifest.json").read_text(encoding="utf-8"))
    beside = {name: told.pop("unsettled", None) for name, told in manifest["not_held"].items()}
    assert {beside.pop("jsonl"), *beside.values()} == {None, manifest["unsettled"]}
    assert manifest["not_held"]["conll"] == {"overlapping": 1, "rejected": 3}
    assert manifest["not_held"]["spacy"] == {"overlapping": 1}
    assert manifest["not_held"]["prodigy"] == {"rejected": 1}
    assert set(manifest["not_held"]["labelstudio-utf16"]) == {"wide"}
    assert not any(
        manifest["not_held"][name]
        for name in TEXT_FORMATS
        if name not in ("conll", "spacy", "prodigy", "labelstudio-utf16")
    )


# conll


def conll_blocks(package: Path) -> Iterator[tuple[dict[str, list[dict[str, Any]]], list[tuple[str, str]]]]:
    for file in sorted((package / "conll").glob("*.conll")):
        for block in file.read_bytes().decode("utf-8").split("\n\n")[:-1]:
            lines = block.split("\n")
            comments: dict[str, list[dict[str, Any]]] = {}
            for line in lines:
                if line.startswith("#"):
                    name, told = line.removeprefix("# ").split(" = ", 1)
                    comments.setdefault(name, []).append(json.loads(told))
            pairs = [tuple(line.split("\t")) for line in lines if not line.startswith("#")]
            assert all(len(pair) == 2 for pair in pairs)
            yield comments, [(token, tag) for token, tag in pairs]


def test_conll_tags_every_figure_that_tags_can_hold(package: Path, rows: list[dict[str, Any]]) -> None:
    tags = (package / "conll" / "tags.txt").read_text().split()
    assert tags[0] == "O"
    found: Counter[Place] = Counter()
    empty = 0
    for comments, pairs in conll_blocks(package):
        (unit,) = comments["unit"]
        text = "".join(
            chr(int(token[2:], 16)) if len(token) > 1 and token[1] in "uU" else token for token, _ in pairs
        )
        assert text == SOURCES[unit["sha256"]][unit["start"] : unit["end"]]
        assert {tag for _, tag in pairs} <= set(tags)
        told = "".join(tag[0] for _, tag in pairs)
        assert not re.search("^I|OI", told)
        for match in re.finditer("BI*", told):
            kind = pairs[match.start()][1][2:]
            assert {tag[2:] for _, tag in pairs[slice(*match.span())]} == {kind}
            start, end = (unit["start"] + at for at in match.span())
            found[unit["sha256"], unit["reviewer"], start, end, kind] += 1
        for row in (*comments.get("untagged", ()), *comments.get("rejected", ())):
            found[unit["sha256"], unit["reviewer"], row["start"], row["end"], "beside"] += 1
        empty += unit["complete"] and "B" not in told
    assert sum(found.values()) == len(rows)
    assert sum(count for place, count in found.items() if place[4] == "beside") == 4
    assert not {place for place in found if place[4] != "beside"} - set(places(rows))
    assert empty, "sentences without a figure, of sections that were read completely"


# spaCy


def docs(package: Path) -> list[Any]:
    vocab = spacy.blank("zh").vocab
    found = []
    for file in sorted((package / "spacy").glob("*.spacy")):
        found += spacy.tokens.DocBin(store_user_data=True).from_disk(file).get_docs(vocab)
    return found


def test_spacy_holds_every_record(package: Path, rows: list[dict[str, Any]]) -> None:
    found: Counter[Place] = Counter()
    entities = 0
    for doc in docs(package):
        told = doc.user_data["fzreview"]
        assert doc.text == SOURCES[told["sha256"]][told["start"] : told["end"]]
        assert [len(token) for token in doc] == [1] * len(doc)
        for group in ("figures", "rejected"):
            assert len(doc.spans[group]) == len(told[group])
            for span, row in zip(doc.spans[group], told[group], strict=True):
                assert span.text == row["surface"]
                start, end = told["start"] + span.start_char, told["start"] + span.end_char
                found[told["sha256"], told["reviewer"], start, end, span.label_] += 1
        entities += len(doc.ents)
        assert all(entity.label_ in KINDS for entity in doc.ents)
        outside = [token.ent_iob_ for token in doc if token.ent_iob_ not in "BI"]
        assert set(outside) <= ({"O"} if told["complete"] else {"", "O"})
    assert found == places(rows, rejected="")
    assert entities == sum(row["decision"] != "rejected" for row in rows) - 1, "one overlaps another"


def test_spacy_knows_nothing_of_what_nobody_settled(package: Path) -> None:
    told = {doc.user_data["fzreview"]["start"]: doc for doc in docs(package) if doc.text.startswith("全县")}
    (doc,) = told.values()
    assert not doc.user_data["fzreview"]["complete"], "a figure in it is unsure"
    assert [token.ent_iob_ for token in doc[5:10]] == ["", "B", "I", "I", ""]


def test_spacy_trains_on_the_folder(package: Path) -> None:
    examples = list(spacy.training.Corpus(package / "spacy")(spacy.blank("zh")))
    assert len(examples) == len(docs(package))
    assert sum(len(example.reference.ents) for example in examples) == sum(
        len(doc.ents) for doc in docs(package)
    )


def test_many_sentences_are_several_files(
    store: Path, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fzreview.gold.formats.spacy._MOST", 3)
    export(store, tmp_path, ["spacy"], options=FormatOptions(incomplete=True))
    names = {path.name for path in (tmp_path / "spacy").iterdir()}
    assert {"train.spacy", "train.2.spacy"} <= names
    assert sorted(doc.text for doc in docs(tmp_path)) == sorted(doc.text for doc in docs(package))


def test_a_missing_library_is_named_and_the_other_formats_are_written(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    formats = ("--format", "spacy", "--format", "brat")
    done = caller(store, capsys)("export", "-o", tmp_path / "gold", *formats)
    assert done.code == 1
    (told,) = [line for line in done.told if "spacy" in line and "install" in line]
    assert "'spacy>=" in told or "'spacy<" in told, "what works here, from any index"
    assert sys.executable in told
    assert (tmp_path / "gold" / "manifest.json").is_file()
    assert list((tmp_path / "gold" / "brat").glob("*.ann"))
    assert not list((tmp_path / "gold").rglob("*.spacy"))


def test_spacy_has_only_settled_sentences_unless_asked(store: Path, package: Path, tmp_path: Path) -> None:
    export(store, tmp_path, ["spacy"])
    told = docs(tmp_path)
    assert told
    assert all(doc.user_data["fzreview"]["complete"] for doc in told)
    assert all(token.ent_iob_ in "BIO" and token.ent_iob_ for doc in told for token in doc)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    left_out = manifest["not_held"]["spacy"]
    assert len(told) + left_out["incomplete"] + left_out.get("contradicted", 0) <= len(docs(package))
    texts = [doc.text for doc in told]
    assert len(set(texts)) == len(texts)


def test_conll_without_comments_says_the_same_of_settled_sentences(package: Path) -> None:
    plain = "".join(
        path.read_bytes().decode() for path in sorted((package / "conll" / "plain").glob("*.conll"))
    )
    blocks = [
        "".join(f"{token}\t{tag}\n" for token, tag in pairs)
        for comments, pairs in conll_blocks(package)
        if comments["unit"][0]["complete"]
    ]
    assert blocks
    assert plain == "".join(f"{block}\n" for block in blocks)
    assert "#" not in plain


# brat


def test_brat_offsets_cut_what_the_lines_say(package: Path, rows: list[dict[str, Any]]) -> None:
    folder = package / "brat"
    found: Counter[Place] = Counter()
    documents = json_lines(folder / "documents.jsonl")
    assert sorted(one["name"] for one in documents) == sorted(path.stem for path in folder.glob("*.ann"))
    for one in documents:
        assert re.fullmatch(r"[\w.-]+", one["name"])
        text = (folder / f"{one['name']}.txt").read_bytes().decode("utf-8")
        assert text == SOURCES[one["sha256"]]
        lines = (folder / f"{one['name']}.ann").read_text(encoding="utf-8").splitlines()
        entities = set()
        for line in lines:
            if line.startswith("T"):
                number, told, surface = line.split("\t", 2)
                label, spans = told.split(" ", 1)
                pairs = [tuple(map(int, span.split())) for span in spans.split(";")]
                assert " ".join(text[start:end] for start, end in pairs) == surface
                assert number not in entities
                entities.add(number)
                found[one["sha256"], one["reviewer"], pairs[0][0], pairs[-1][1], label] += 1
            else:
                assert re.fullmatch(
                    r"A\d+\t(Bound T\d+ \w+|Complete T\d+)|#\d+\tAnnotatorNotes T\d+\t\{.*\}", line
                )
                assert re.search(r"\bT\d+\b", line.split("\t")[1])[0] in entities  # type: ignore[index]  # no match fails the test
    assert found == places(rows)
    assert {one["reviewer"] for one in documents} == {ANN, BEN}
    config = (folder / "annotation.conf").read_text()
    entity_types = config.split("[relations]")[0].splitlines()[1:]
    assert [line for line in entity_types if line] == list(LABELS)
    assert re.findall(r"^\[\w+\]$", config, re.MULTILINE) == [
        "[entities]",
        "[relations]",
        "[events]",
        "[attributes]",
    ]


# Label Studio


def utf16(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def code_points(text: str, start: int, end: int) -> str:
    return text[start:end]


@pytest.mark.parametrize(("name", "cut"), [("labelstudio-utf16", utf16), ("labelstudio", code_points)])
def test_label_studio_regions_fit_text_and_configuration(
    package: Path, rows: list[dict[str, Any]], name: str, cut: Callable[[str, int, int], str]
) -> None:
    config = ElementTree.parse(package / name / "config.xml").getroot()
    (control,), (shown,) = config.findall("Labels"), config.findall("Text")
    assert control.get("toName") == shown.get("name")
    labels = {label.get("value") for label in control.findall("Label")}
    tasks = json.loads((package / name / "tasks.json").read_text(encoding="utf-8"))
    found: Counter[Place] = Counter()
    extracted = 0
    for task in tasks:
        data = task["data"]
        text = data[str(shown.get("value")).removeprefix("$")]
        assert text == SOURCES[data["sha256"]]
        (annotation,), (prediction,) = task["annotations"], task["predictions"]
        assert prediction["model_version"] == "test-1"
        texts = {area.get("name") for area in config.iter("TextArea")}
        (bound,) = config.iter("Choices")
        words = {choice.get("value") for choice in bound}
        results = [*annotation["result"], *prediction["result"]]
        regions = [result for result in results if result["type"] == "labels"]
        by_id = {region["id"]: region for region in regions}
        assert len(by_id) == len(regions)
        extracted += sum(region in regions for region in prediction["result"])
        for region in regions:
            value = region["value"]
            assert (region["from_name"], region["to_name"]) == (control.get("name"), shown.get("name"))
            assert set(value["labels"]) <= labels
            assert cut(text, value["start"], value["end"]) == value["text"]
        for result in results:
            if result["type"] == "textarea":
                assert result["from_name"] in texts
            elif result["type"] == "choices":
                assert set(result["value"]["choices"]) <= words
            region = by_id[result["id"]]
            assert [result["value"][at] == region["value"][at] for at in ("start", "end")] == [True, True]
        for region in annotation["result"]:
            row = data["records"][region["id"]]
            if region["type"] == "textarea":
                assert region["value"]["text"] == [row[region["from_name"]]]
            if region["type"] != "labels":
                continue
            assert row["surface"] == region["value"]["text"]
            place = (row["start"], row["end"], region["value"]["labels"][0])
            found[data["sha256"], data["reviewer"], *place] += 1
    assert found == places(rows)
    undecided = sum(len(task["data"]["pending"]) for task in tasks)
    assert undecided
    assert extracted == sum(row["machine"] is not None for row in rows) + undecided


# doccano and Prodigy


def test_doccano_labels_cut_the_surfaces(package: Path, rows: list[dict[str, Any]]) -> None:
    found: Counter[Place] = Counter()
    known = {one["text"] for one in json.loads((package / "doccano" / "labels.json").read_text())}
    for row in json_lines(package / "doccano" / "reports.jsonl"):
        meta = row["meta"]
        assert row["text"] == SOURCES[meta["sha256"]]
        assert len(row["label"]) == len(meta["records"])
        for (start, end, label), told in zip(row["label"], meta["records"], strict=True):
            assert utf16(row["text"], start, end) == told["surface"]
            assert label in known
            found[meta["sha256"], meta["reviewer"], told["start"], told["end"], label] += 1
    assert found == places(rows)


def test_prodigy_tasks_fit_their_tokens(package: Path, rows: list[dict[str, Any]]) -> None:
    found: Counter[Place] = Counter()
    answers: dict[tuple[str, str], str] = {}
    for file in sorted((package / "prodigy").glob("*.jsonl")):
        for task in json_lines(file):
            told, text = task["fzreview"], task["text"]
            assert answers.setdefault((told["reviewer"], text), task["answer"]) == task["answer"]
            for row in told.get("rejected", ()):
                found[told["sha256"], told["reviewer"], row["start"], row["end"], "rejected"] += 1
            assert told["split"] == file.stem
            assert text == SOURCES[told["sha256"]][told["start"] : told["end"]]
            tokens = task["tokens"]
            assert "".join(token["text"] for token in tokens) == text
            assert [token["id"] for token in tokens] == list(range(len(tokens)))
            assert (len(task["spans"]) == 1) or task["answer"] == "accept"
            for span in task["spans"]:
                assert tokens[span["token_start"]]["start"] == span["start"]
                assert tokens[span["token_end"]]["end"] == span["end"]
                label = "rejected" if task["answer"] == "reject" else span["label"]
                start, end = told["start"] + span["start"], told["start"] + span["end"]
                found[told["sha256"], told["reviewer"], start, end, label] += 1
    assert found == places(rows)


# Web Annotation

MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", re.IGNORECASE)


def test_web_annotations_keep_the_data_model(package: Path, rows: list[dict[str, Any]]) -> None:
    path = package / "webannotation" / "annotations.jsonld"
    collection = json.loads(path.read_text(encoding="utf-8"))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    page = collection["first"]
    assert (page["type"], page["startIndex"]) == ("AnnotationPage", 0)
    annotations = page["items"]
    assert collection["total"] == len(annotations) > 0
    names = [one["id"] for one in annotations] + [collection["id"], page["id"]]
    assert len(set(names)) == len(names)
    assert all(IRI.fullmatch(name) for name in names)
    found: Counter[tuple[int, int, str, str]] = Counter()
    sections = 0
    for one in annotations:
        assert one["type"] == "Annotation"
        assert one["motivation"] in MOTIVATIONS
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", one["created"])
        assert IRI.fullmatch(one["target"]["source"]["id"])
        position, quoted = one["target"]["selector"]
        assert (position["type"], quoted["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert 0 <= position["start"] <= position["end"]
        (text,) = {text for text in SOURCES.values() if quoted["exact"] in text}
        assert text[position["start"] : position["end"]] == quoted["exact"]
        whole = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
        assert text.count(whole) == 1
        assert text.index(whole) == position["start"] - len(quoted["prefix"])
        assert all(body["type"] == "TextualBody" and body["purpose"] in MOTIVATIONS for body in one["body"])
        label = one["body"][0]["value"]
        if label == "complete":
            sections += 1
        else:
            found[position["start"], position["end"], one["creator"]["name"], label] += 1
            assert json.loads(one["body"][1]["value"])["surface"] == quoted["exact"]
    assert found == Counter(
        {(start, end, who, label): n for (_, who, start, end, label), n in places(rows).items()}
    )
    assert sections == len(json_lines(package / "sections.jsonl"))


# What does not fit

GOOD = Figure(4, 7, "48件", "48件", "48", None, "件", "count", "=", "办理案件")


def record(figure: Figure, **fields: Any) -> GoldRecord:
    told = GoldRecord(
        doc="a.txt",
        sha256="ab" * 32,
        figure=figure,
        decision="verified",
        machine=figure,
        reason=None,
        reason_class=None,
        reviewer="李",
        decided_at="2026-01-02T03:04:05.000Z",
        section=(),
        sentence="办理案件48件。",
        sentence_start=0,
        context_complete=False,
        split=None,
        guide="1.3",
        extractor="1.0.0",
    )
    return replace(told, **fields)


def document(*records: GoldRecord) -> GoldDocument:
    return GoldDocument(
        "a.txt",
        "ab" * 32,
        "办理案件48件。",
        None,
        None,
        None,
        None,
        url=None,
        split=None,
        guide="1.3",
        extractor="1.0.0",
        records=records,
    )


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_a_span_that_cuts_out_something_else_is_counted_not_written(name: str, tmp_path: Path) -> None:
    wrong = record(replace(GOOD, surface="49件"), machine=None)
    options = FormatOptions(incomplete=True)
    counts = write_package([document(record(GOOD), wrong)], tmp_path, [name], options=options)
    assert counts.not_held[name] == {"span": 1}
    written = b"".join(
        path.read_bytes()
        for path in (tmp_path / name).rglob("*")
        if path.is_file() and path.suffix not in (".spacy", ".txt")
    )
    assert "49件".encode() not in written


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_no_gold_gives_files_that_can_be_read(name: str, tmp_path: Path) -> None:
    write_package([], tmp_path, [name])
    for path in tmp_path.rglob("*.json*"):
        if path.suffix in (".json", ".jsonld"):
            json.loads(path.read_text(encoding="utf-8"))


def test_without_splits_there_is_one_file(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path, ["conll", "spacy", "prodigy"], ExportRequest(shares=None))
    assert {path.name for path in tmp_path.rglob("gold.*")} == {"gold.conll", "gold.spacy", "gold.jsonl"}


def test_every_format_is_named_after_its_module() -> None:
    assert set(TEXT_FORMATS) <= set(FORMATS)
