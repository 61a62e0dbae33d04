"""Loading beside a reviewer: in a process of its own, because reading would slow every key."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

from fzreview.domain.reading_rows import Row
from fzreview.errors import FzError
from fzreview.strings import language
from fzreview.text.displayable import one_line
from fzreview.work.loading.results import OF_NO_INTEREST


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
        refused = None
        async for line in process.stdout:
            row = json.loads(line)
            if row["code"] not in OF_NO_INTEREST:  # told in words as well
                refused = row["error"] or refused
            yield row
        code = await process.wait()
        words = (await narration).decode(errors="replace").strip()
        last = words.splitlines()[-1] if words else f"exit code {code}"
        # Code 1 also tells of a store that failed: then the last words are not those of a refused input.
        if code not in (0, 1) or (code == 1 and (refused is None or last != one_line(refused).strip())):
            raise FzError("loader_failed", reason=last)
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()
        narration.cancel()
