"""Changed outputs need a new version of the extractor."""

from __future__ import annotations

from fzreview.reading.version import EXTRACTOR_VERSION
from support.development_texts import reports
from support.fingerprint import changed, digest, digests, pinned

WHAT_TO_DO = (
    "The extractor reads {names} otherwise than version {version} did when it was pinned."
    " Raise EXTRACTOR_VERSION in src/fzreview/reading/version.py and run `python scripts/pin_extractor.py`;"
    " before the version is released `python scripts/pin_extractor.py --same-version` keeps the version."
)


def test_outputs_change_only_with_the_version() -> None:
    """And nearly every text is pinned: a line that a change adds is pinned with the next one, more of them
    would hide a change. One test, because the texts are read once."""
    told, found = pinned(), digests()
    assert len(told["digests"].keys() & found.keys()) >= 0.9 * len(found)
    names = changed(told["digests"], found)
    shown = ", ".join(name[:40] for name in names[:5]) + (f" and {len(names) - 5} more" if names[5:] else "")
    assert not names, WHAT_TO_DO.format(names=shown, version=told["version"])


def test_the_pinned_version_is_this_one() -> None:
    assert pinned()["version"] == EXTRACTOR_VERSION, "run `python scripts/pin_extractor.py`"


def test_every_report_is_pinned() -> None:
    found = {digest(source): name for name, source in reports()}
    unpinned = [name for key, name in found.items() if key not in pinned()["digests"]]
    assert not unpinned, "run `python scripts/pin_extractor.py`"
