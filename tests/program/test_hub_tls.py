"""A hub behind TLS and SCRAM: the right certificate and the right password, or nothing."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fzreview.errors import FzError
from fzreview.hub.opening import open_hub
from support.postgres import PASSWORD, Server, missing, new_server, remove

pytestmark = [
    pytest.mark.heavy,
    pytest.mark.skipif(missing() is not None, reason=str(missing())),
    pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make a certificate with"),
]


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, int]]:
    """A server that lets nobody in from a network but by TLS and SCRAM; its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = new_server()
    server.stop()
    for name in ("server", "other"):
        certificate(server.folder / name)
    server.settings = (
        "listen_addresses=127.0.0.1",
        f"port={port}",
        "ssl=on",
        f"ssl_cert_file={server.folder}/server.crt",
        f"ssl_key_file={server.folder}/server.key",
        "password_encryption=scram-sha-256",
    )
    server.port = port
    (server.data / "pg_hba.conf").write_text(
        "local all admin trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n", encoding="utf-8"
    )
    server.start()
    yield server, port
    remove(server)


def certificate(stem: Path) -> None:
    """A key and a certificate of its own for localhost."""
    key, crt = stem.with_suffix(".key"), stem.with_suffix(".crt")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
            *("-keyout", str(key), "-out", str(crt)),
        ],
        check=True,
        capture_output=True,
    )
    shutil.chown(key, stem.parent.stat().st_uid)
    key.chmod(0o600)


def test_only_the_right_certificate_and_password_lead_in(
    guarded: tuple[Server, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, port = guarded
    database = server.hub()
    login = database.invite("cho", "coordinator").partition("//")[2].partition("@")[0]
    with database.admin() as connection:
        connection.execute(f"alter role {login} password '{PASSWORD}'")
        told = connection.execute("select rolpassword from pg_authid where rolname = %s", (login,)).fetchone()
    assert told is not None and told[0].startswith("SCRAM-SHA-256$")

    def address(*more: str) -> str:
        return f"postgresql://{login}@localhost:{port}/{database.name}?" + "&".join(more)

    safe = ("sslmode=verify-full", f"sslrootcert={server.folder}/server.crt")
    passwords = tmp_path / "pgpass"
    passwords.write_text(f"localhost:{port}:*:{login}:{PASSWORD}\n", encoding="utf-8")
    passwords.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(passwords))
    with closing(open_hub(address(*safe))) as hub:
        assert hub.about().role == "coordinator"
        assert PASSWORD not in hub.place

    def refused(wrong: str) -> str:
        with pytest.raises(FzError) as error:
            open_hub(wrong)
        assert PASSWORD not in str(error.value)
        return error.value.code

    assert refused(address("sslmode=disable")) == "hub_unreached", "the server lets nobody in without TLS"
    for why, wrong in {
        "another certificate": address("sslmode=verify-full", f"sslrootcert={server.folder}/other.crt"),
        "no root certificate": address("sslmode=verify-full", f"sslrootcert={tmp_path}/none.crt"),
        "another name": address(*safe).replace("localhost", "127.0.0.1"),
    }.items():
        assert refused(wrong) == "hub_untrusted", why
    passwords.write_text(f"localhost:{port}:*:{login}:not-{PASSWORD}\n", encoding="utf-8")
    assert refused(address(*safe)) == "hub_login"
    passwords.unlink()
    assert refused(address(*safe)) == "hub_password_missing"
    server.settings = (*server.settings, "ssl=off")
    server.stop()
    server.start()
    assert refused(address(*safe)) == "hub_untrusted", "a server without TLS is not shown to be the right one"
