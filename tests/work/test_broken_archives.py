"""Archives that are broken or malicious: each gets its line, within the memory of an ordinary load.

``make torture`` tries 3,000 of them; the suite a few of each way.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from support.broken_archives import broken_archives

COUNT = int(os.environ.get("TORTURE", "54"))
MEMORY = 300 << 20
"""Bytes of address space beyond what the started program takes."""

CHILD = f"""
import json, resource, sys
from pathlib import Path
from fzreview.work.loading.sources import Source, open_sources

pages = int(Path("/proc/self/statm").read_text().split()[0])
resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + {MEMORY},) * 2)
for path in sorted(Path(sys.argv[1]).iterdir()):
    found = list(open_sources([path]))
    told = [[one.error.code, str(one)] for one in found if not isinstance(one, Source)]
    print(json.dumps([path.name, len(found) - len(told), told]), flush=True)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is limited as Linux does it")
def test_every_broken_archive_gets_its_lines(tmp_path: Path) -> None:
    written = 0
    for name, data in broken_archives(COUNT):
        (tmp_path / name).write_bytes(data)
        written += 1
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60 + COUNT, 60 + COUNT)),
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, (done.stderr, rows[-1:])
    assert len(rows) == written
    for name, sources, told in rows:
        assert sources or told, name
        for code, sentence in told:
            assert sentence.count("；") >= 1 or code.startswith("skipped"), sentence
            assert "\n" not in sentence, sentence
            assert "MemoryError" not in sentence, sentence
    assert {code for *_, told in rows for code, _ in told} >= {"archive_broken", "member_bomb"}
