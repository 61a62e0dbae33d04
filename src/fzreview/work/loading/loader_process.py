"""Loading beside a reviewer: in a process of its own, because reading would slow every key."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

from fzreview.domain.reports.reading_rows import Row
from fzreview.errors import FzError
from fzreview.strings import language


async def load_in_process(store: Path, paths: Sequence[Path]) -> AsyncGenerator[Row, None]:
    """The rows of ``load --json`` (doc, sha256, status, figures, error), each when its report is stored.

    Leaving the iteration early ends the loader; what it stored stays. Raises FzError when it broke down.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "fzreview", "--db", str(store), "--lang", language(), "load", "--json", "--"),
        *(str(path) for path in paths),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"},
        limit=1 << 20,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    narration = asyncio.create_task(process.stderr.read())
    try:
        refused = False
        async for line in process.stdout:
            row = json.loads(line)
            refused = refused or row["status"] == "refused"
            yield row
        code = await process.wait()
        words = (await narration).decode(errors="replace").strip()
        last = words.splitlines()[-1] if words else f"exit code {code}"
        # Code 1 without a refused input tells of what the loader could not begin with.
        if code not in (0, 1) or (code == 1 and not refused):
            raise FzError("loader_failed", reason=last)
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()
        narration.cancel()
