"""A private PostgreSQL server on a socket in a temporary folder, for as long as the tests run."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fzreview.domain.team.hub import Role
from fzreview.hub.postgres.setting_up import hub_sql, invitation

if TYPE_CHECKING:
    import psycopg

PASSWORD = "only-in-tests"
_PORT = 5432
_SETTINGS = (
    "fsync=off",
    "listen_addresses=",
    "max_connections=40",
    "shared_buffers=16MB",
    "autovacuum=off",
    "lc_messages=C",
)


def missing() -> str | None:
    """Why no server can be started here; None where one can."""
    if find_spec("psycopg") is None:
        return "psycopg is not installed"
    if _binaries() is None:
        return "no PostgreSQL server is installed (Debian: apt-get install postgresql)"
    if os.geteuid() == 0 and _unprivileged() is None:
        return "PostgreSQL does not run as root, and setpriv is not here"
    return None


@dataclass
class Server:
    """A server and the databases that were made in it."""

    folder: Path
    settings: Sequence[str] = ()
    port: int = _PORT
    _numbers: Any = field(default_factory=count)

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = " ".join(f"-c {one}" for one in (*_SETTINGS, f"unix_socket_directories={self.folder}"))
        extra = " ".join(f"-c {one}" for one in self.settings)
        self._run(
            "pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "-o", f"{options} {extra}", "start"
        )

    def stop(self, mode: str = "immediate") -> None:
        with suppress(subprocess.CalledProcessError):
            self._run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    def kill(self) -> None:
        """SIGKILL to the server and all its children, as when the power fails; then start it again."""
        with suppress(OSError, ValueError):
            leader = int((self.data / "postmaster.pid").read_text(encoding="utf-8").split()[0])
            os.kill(leader, 9)
            while _is_running(leader):
                time.sleep(0.01)
        for _ in range(200):
            with suppress(subprocess.CalledProcessError):
                for left in (self.data / "postmaster.pid", self.folder / f".s.PGSQL.{self.port}.lock"):
                    left.unlink(missing_ok=True)
                self.start()
                return
            time.sleep(0.05)  # the children of the one that was killed are still leaving

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def make(self) -> None:
        self._run("initdb", "-D", self.data, "-U", "admin", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")

    def hub(self, name: str = "hub") -> Database:
        """A database with a new hub in it and nobody; one that was there is emptied, which is much faster."""
        with self.admin("postgres") as connection:
            there = connection.execute("select from pg_database where datname = %s", (name,)).fetchone()
            if there is None:
                connection.execute(f"create database {name} template template0 encoding 'UTF8'")
        with self.admin(name) as connection:
            connection.execute("drop schema if exists fz cascade")
            connection.execute(hub_sql())
        return Database(self, name, str(next(self._numbers)))

    def admin(self, database: str) -> psycopg.Connection[Any]:
        import psycopg

        return psycopg.connect(
            host=str(self.folder), port=self.port, user="admin", dbname=database, autocommit=True
        )

    def _run(self, program: str, *arguments: str | Path) -> None:
        binaries = _binaries()
        assert binaries is not None
        command = [*(_unprivileged() or []), str(binaries / program), *map(str, arguments)]
        subprocess.run(
            command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, cwd=self.folder, timeout=60,
        )  # fmt: skip


@dataclass
class Database:
    """One hub on a server."""

    server: Server
    name: str
    number: str
    """Tells its logins from those of others: they are of the whole server."""

    def invite(self, login: str, role: Role = "member", reviewer: str | None = None) -> str:
        """Make a login for the hub; its address."""
        login_here = f"{login}_{self.number}"
        script = invitation(login_here, reviewer or login, role)
        with self.admin() as connection:
            connection.execute(script.partition("\\password")[0])
        return self.address(login_here)

    def address(self, login: str) -> str:
        """By the server's socket."""
        return f"postgresql://{login}@/{self.name}?host={self.server.folder}&port={self.server.port}"

    def admin(self) -> psycopg.Connection[Any]:
        return self.server.admin(self.name)


def new_server(settings: Sequence[str] = (), parent: Path | None = None) -> Server:
    """A server that runs, in memory where it may; :func:`remove` ends it."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="fz-pg-", dir=parent or (memory if memory.is_dir() else None)))
    if parent is not None:
        parent.chmod(0o755)
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
    server = Server(folder, settings)
    server.make()
    server.start()
    return server


def _is_running(process: int) -> bool:
    """Not of one that ended and that nobody asked about yet, as the first process of a container may not."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return told.rpartition(")")[2].split()[0] not in ("Z", "X")


def remove(server: Server) -> None:
    server.stop()
    shutil.rmtree(server.folder, ignore_errors=True)


def _binaries() -> Path | None:
    """Where the server's programs are: on the path, or where Debian keeps them."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return installed[-1].parent if installed else None


def _unprivileged() -> list[str] | None:
    """What runs a program as nobody, where this is root; None where that cannot be done or need not."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        return None
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
