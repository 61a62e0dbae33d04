"""The manifest in the words of a data set's documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from string import Template
from typing import Final

from fzreview.gold.packages.manifest import Manifest

TITLE: Final = "法治政府建设年度报告数据金标 · Gold figures of law-based government reports"

_SIZES: Final = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
    (10_000_000, "1M<n<10M"),
)


def filled(name: str, manifest: Manifest, configs: Mapping[str, Sequence[str]]) -> str:
    """The document of a template, with the manifest's numbers; ``configs`` names the splits of each."""
    template = files("fzreview.gold.hub").joinpath("templates", name).read_text(encoding="utf-8")
    return Template(template).substitute(_facts(manifest, configs))


def size_category(records: int) -> str:
    """The hub's name of a size."""
    return next((name for most, name in _SIZES if records < most), "n>10M")


def line(counts: Mapping[str, int]) -> str:
    """Counts in one line."""
    return ", ".join(f"{name} {count}" for name, count in counts.items()) or "none"


def shares_line(manifest: Manifest) -> str:
    """How the gold was to be split."""
    return f"shares {line(manifest.shares)}" if manifest.shares else "not split"


def _facts(manifest: Manifest, configs: Mapping[str, Sequence[str]]) -> dict[str, object]:
    row = manifest.row()
    return {
        "title": TITLE,
        "size": size_category(manifest.records),
        "configs": _configs(configs),
        "records": manifest.records,
        "reports": manifest.reports,
        "reviewers": len(manifest.reviewers),
        "in_read_sections": manifest.in_read_sections,
        "empty_sentences": manifest.empty_sentences,
        "first_decided": manifest.first_decided or "never",
        "last_decided": manifest.last_decided or "never",
        "shares": shares_line(manifest),
        "certificate": _known(manifest),
        "excluded": line(row["excluded"]),
        "versions": "\n".join(f"- {name}: {value}" for name, value in manifest.versions().items()),
        **{name: _table(name, row[name]) for name in ("decisions", "kinds", "splits")},
        **{f"{name}_line": line(row[name]) for name in ("decisions", "kinds", "splits")},
    }


def _known(manifest: Manifest) -> str:
    """What the certificate says, a line each."""
    if manifest.certified is None:
        return "- Not certified: each reviewer's rows stand here, whatever the others say."
    return "\n".join(f"- {line}" for line in manifest.certified.english)


def _table(name: str, counts: Mapping[str, int]) -> str:
    rows = [f"| {value} | {count} |" for value, count in counts.items()]
    return "\n".join([f"| {name} | rows |", "| --- | ---: |", *rows])


def _configs(configs: Mapping[str, Sequence[str]]) -> str:
    """The block of the card's head that tells where the rows of each configuration lie."""
    lines = []
    for number, (name, splits) in enumerate(configs.items()):
        lines += [f"- config_name: {name}", *(["  default: true"] if number == 0 else []), "  data_files:"]
        for split in splits:
            lines += [f'  - split: "{split}"', f'    path: "{name}/{split}-*.parquet"']
    return "\n".join(lines)
