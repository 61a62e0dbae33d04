"""Programs under a file system that is mounted for them alone."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def _may_mount() -> bool:
    if not shutil.which("unshare") or os.geteuid() != 0:
        return False
    return subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode == 0


needs_mount = pytest.mark.skipif(not _may_mount(), reason="a file system can only be mounted by root")


def under(script: str) -> list[str]:
    """The beginning of a command line that runs under a shell script, which calls it as ``"$@"``."""
    return ["unshare", "--mount", "sh", "-c", script, "sh"]


def read_only(folder: Path) -> list[str]:
    """The beginning of a command line that cannot write in a folder."""
    return under(f'mount --bind {folder} {folder}; mount -o remount,ro,bind {folder}; exec "$@"')
