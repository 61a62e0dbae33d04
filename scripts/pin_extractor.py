"""Pin what the extractor reads under its version: tests/reading/fingerprint.json.

Run it after a change of the rules for which `EXTRACTOR_VERSION` was raised. While the pinned version is not
released, `--same-version` pins changed outputs under it; `--release` pins that it is released.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from fzreview.reading.version import EXTRACTOR_VERSION  # noqa: E402 - the path is set above
from support.fingerprint import PINNED, changed, digests, pin, pinned  # noqa: E402 - the path is set above


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--same-version", action="store_true", help="the version is not released yet")
    parser.add_argument("--release", action="store_true", help="from now on changes need a new version")
    arguments = parser.parse_args()
    before = pinned() if PINNED.exists() else {"version": None, "released": False, "digests": {}}
    found = digests()
    names = changed(before["digests"], found)
    same = before["version"] == EXTRACTOR_VERSION
    if names and same and before["released"]:
        print(f"version {EXTRACTOR_VERSION} is released: raise it in src/fzreview/reading/version.py")
        return 1
    if names and same and not arguments.same_version:
        print(
            f"{len(names)} texts are read otherwise: raise the version, or give --same-version before release"
        )
        return 1
    pin(found, released=arguments.release or (same and before["released"]))
    print(f"version {EXTRACTOR_VERSION}: {len(found)} texts pinned, {len(names)} of them read otherwise")
    return 0


if __name__ == "__main__":
    sys.exit(main())
