"""The scripts that a server's administrator runs. This program never needs more than a login of its own."""

from __future__ import annotations

from importlib.resources import files

from fzreview.domain.team.hub import Role
from fzreview.errors import UsageError

_LONGEST = 63
"""Bytes of a name in PostgreSQL."""


def hub_sql() -> str:
    """The script that makes a hub of an empty database."""
    return files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")


def invitation(login: str, reviewer: str, role: Role) -> str:
    """The script that makes a login; psql asks for its password, which stands nowhere.

    Raises UsageError for a name that cannot be one.
    """
    for name in (login, reviewer):
        if not name.strip() or not name.isprintable() or len(name.encode("utf-8", "replace")) > _LONGEST:
            raise UsageError("hub_login_name", name=name)
    whose = "null" if role == "relay" else _literal(reviewer)
    return f"""\
-- A login of the hub. Run by its administrator: psql -v ON_ERROR_STOP=1 -d DATABASE -f THIS
set standard_conforming_strings = on;
set password_encryption = 'scram-sha-256';
begin;
create role {_name(login)} login;
grant fz_{role} to {_name(login)};
insert into fz.people(login, reviewer, role) values ({_literal(login)}, {whose}, '{role}');
commit;
\\password {_name(login)}
"""


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
