"""What the extractor reads out of the texts of the tests, as one short digest a text."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from fzreview.domain.reports.reading_rows import report_row
from fzreview.domain.reports.stored import NewReport
from fzreview.reading.read import read_report
from fzreview.reading.version import EXTRACTOR_VERSION
from support.development_texts import texts

TESTS = Path(__file__).parents[1]
PINNED = TESTS / "reading" / "fingerprint.json"


def output(source: str) -> dict[str, Any]:
    """Everything that is read out of a text, but for the versions."""
    reading = read_report(source)
    row = report_row(NewReport("", "", "utf-8", None, reading, "", ""))
    return row | {"clean": reading.clean.text}


def digests() -> dict[str, str]:
    """The digest of what is read, by the digest of the text that it is read from."""
    return {
        digest(source): digest(json.dumps(output(source), ensure_ascii=False, sort_keys=True))
        for _, source in texts()
    }


def changed(pinned: dict[str, str], found: dict[str, str]) -> list[str]:
    """Names of the pinned texts that are read otherwise now; new and dropped texts do not count."""
    return [
        name for name, source in texts() if (key := digest(source)) in pinned and pinned[key] != found[key]
    ]


def pinned() -> dict[str, Any]:
    """``version``, ``released`` and ``digests`` as they were pinned last."""
    told: dict[str, Any] = json.loads(PINNED.read_text(encoding="utf-8"))
    return told


def pin(found: dict[str, str], *, released: bool) -> None:
    """Write down what this version of the rules reads."""
    told = {"version": EXTRACTOR_VERSION, "released": released, "digests": found}
    PINNED.write_text(json.dumps(told, indent=0) + "\n", encoding="utf-8")


def digest(text: str) -> str:
    """What stands for a text in the file."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
