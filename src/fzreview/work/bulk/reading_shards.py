"""Shards of reports read to files: one output a shard, done if it exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from typing import Literal

from fzreview.domain.reports.reading_rows import Row
from fzreview.domain.reports.stored import NewReport
from fzreview.errors import FzError, InputRefused, UsageError, error_fields
from fzreview.work.bulk.outputs import BulkFormat, open_output, output_path
from fzreview.work.loading.reading_sources import read_source
from fzreview.work.loading.sources import Refusal, Source, open_sources
from fzreview.work.loading.worker import Worker, WorkerDied

ShardStatus = Literal["read", "done", "refused"]
"""``done``: its output was there before; ``refused``: nothing of it could be read, and no output was made."""


@dataclass(frozen=True, slots=True)
class ShardResult:
    """What became of one shard."""

    shard: str
    output: Path
    status: ShardStatus
    reports: int = 0
    figures: int = 0
    refused: tuple[FzError, ...] = ()
    """Inputs of the shard that could not be read; its output holds the others."""

    def row(self) -> Row:
        """The row of ``read -o --json``."""
        return {
            "shard": self.shard,
            "output": str(self.output),
            "status": self.status,
            "reports": self.reports,
            "figures": self.figures,
            "refused": [error_fields(error) for error in self.refused],
        }


def read_shards(
    shards: Sequence[str], folder: Path, jobs: int = 1, format: BulkFormat = "jsonl"
) -> Iterator[ShardResult]:
    """Read every shard that has no output yet; one result each, in their order.

    A shard is what ``read`` takes: a file, a folder, an archive, a file of JSON lines. It is read by one of
    ``jobs`` processes of its own, which may be killed at any time: an output is there whole or not at all,
    and the same bytes whoever reads it. Raises UsageError where two shards would share an output or one is
    standard input, LibraryMissing without pyarrow for ``parquet``, OSError where the folder cannot be made.
    """
    outputs = [output_path(folder, shard, format) for shard in shards]
    for place, (shard, output) in enumerate(zip(shards, outputs, strict=True)):
        if shard == "-" or output in outputs[:place]:
            raise UsageError("shard_without_name" if shard == "-" else "shards_share_name", name=shard)
    if format == "parquet":
        from fzreview.gold.files.arrow_rows import need_pyarrow

        need_pyarrow("parquet")
    folder.mkdir(parents=True, exist_ok=True)
    from fzreview.gold.files.atomic_file import remove_partial_files

    remove_partial_files(folder)
    idle: SimpleQueue[Worker] = SimpleQueue()
    workers = [Worker() for _ in range(jobs)]
    for worker in workers:
        idle.put(worker)

    def result(shard: str, output: Path) -> ShardResult:
        if output.exists():
            return ShardResult(shard, output, "done")
        worker = idle.get()
        try:
            *_, answer = worker.answers(_steps, shard, output, format)
        except WorkerDied:
            return ShardResult(shard, output, "refused", refused=(InputRefused("reader_died", name=shard),))
        finally:
            idle.put(worker)
        assert isinstance(answer, ShardResult)
        return answer

    with ThreadPoolExecutor(jobs, thread_name_prefix="shards") as threads:
        try:
            yield from threads.map(result, shards, outputs)
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            for worker in workers:
                worker.end(at_once=True)


def _steps(shard: str, output: Path, format: BulkFormat) -> Iterator[ShardResult]:
    yield read_shard(shard, output, format)


class _NothingRead(Exception):
    """Ends an output that would be empty for want of anything readable."""


def read_shard(shard: str, output: Path, format: BulkFormat = "jsonl") -> ShardResult:
    """Read one shard in this process; what others that drive the reading call (docs/bulk.md)."""
    result = ShardResult(shard, output, "read")
    try:
        with open_output(output, format) as lines:
            for found in open_sources([shard]):
                answer = read_source(found) if isinstance(found, Source) else found
                if isinstance(answer, NewReport):
                    lines.add(answer)
                    figures = result.figures + len(answer.reading.figures)
                    result = replace(result, reports=result.reports + 1, figures=figures)
                elif isinstance(answer, Refusal):
                    result = replace(result, refused=(*result.refused, answer.error))
            if result.refused and not result.reports:
                raise _NothingRead
    except _NothingRead:
        return replace(result, status="refused")
    return result
