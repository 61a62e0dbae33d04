"""``hub``: rows and packages by way of a folder or a server."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.config.paths import chosen_path, store_path
from fzreview.errors import FzError, UsageError
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.hub.protocol import Hub

_VERBS: Final = ("put", "get", "check", "sql", "invite")
_BELONGS: Final = {
    "--for": ("owner", ("get",)),
    "--output": ("output", ("get",)),
    "--reports": ("reports", ("put",)),
    "--again": ("again", ("put", "get")),
    "--role": ("role", ("invite",)),
    "--reviewer": ("reviewer", ("invite",)),
    "--json": ("json", ("put", "get", "check")),
}
"""Option → what it is called among the options, the verbs that it means something to."""
_ROLES: Final = ("member", "coordinator", "relay")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("verb", choices=_VERBS, help=say("command.hub.verb"))
    parser.add_argument("words", nargs="*", type=words, metavar="WORD", help=say("command.hub.words"))
    parser.add_argument("--for", dest="owner", type=words, metavar="NAME", help=say("command.hub.for"))
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help=say("command.hub.output"))
    parser.add_argument("--reports", action="store_true", help=say("command.hub.reports"))
    parser.add_argument("--again", action="store_true", help=say("command.hub.again"))
    parser.add_argument("--role", choices=_ROLES, help=say("command.hub.role"))
    parser.add_argument("--reviewer", type=words, metavar="NAME", help=say("command.hub.reviewer"))
    add_json(parser)


def call(options: Namespace) -> int:
    """0; 1 where something could not be taken or put, or where ``check`` found what must not be."""
    _refuse_idle(options)
    if options.verb == "sql":
        from fzreview.hub.postgres.setting_up import hub_sql

        print(hub_sql(), end="")
        return 0
    if options.verb == "invite":
        return _invite(options)
    from fzreview.hub.opening import is_address
    from fzreview.work.team.hub.connecting import connected_hub

    addresses = [one for one in options.words if is_address(one)]
    stores = [chosen_path(one) for one in options.words if not is_address(one)]
    with connected_hub(_address(addresses, options.words), stores or [store_path(options.db)]) as hub:
        if options.verb == "check":
            return _check(hub, options)
        return (_put if options.verb == "put" else _get)(hub, stores, options)


def _refuse_idle(options: Namespace) -> None:
    """Raises UsageError for an option that the verb does nothing with."""
    for option, (name, verbs) in _BELONGS.items():
        other = " / ".join(f"hub {one}" for one in verbs)
        if getattr(options, name) not in (None, False) and options.verb not in verbs:
            raise UsageError("option_goes_with", option=option, other=other)


def _address(named: list[str], given: list[str]) -> str:
    """The hub's address, from the command line or the settings. Raises UsageError."""
    if len(named) == 1:
        return named[0]
    from fzreview.config.settings import read_settings

    address = read_settings().hub
    if named or not address:
        raise UsageError("hub_address", address=" ".join(given))
    return address


def put_after_sitting(address: str, store: Path) -> None:
    """Send what was decided; what cannot be sent is told and waits for the next time."""
    from fzreview.work.team.hub.connecting import connected_hub
    from fzreview.work.team.hub.putting import put

    try:
        with connected_hub(address, [store]) as hub:
            narrate(say("hub.put", **put(hub, store).row()))
    except FzError as error:
        narrate(str(error))


def _put(hub: Hub, stores: list[Path], options: Namespace) -> int:
    from fzreview.work.team.hub.putting import PutResult, put

    refused = False
    for store in stores or [store_path(options.db)]:
        try:
            done = put(hub, store, reports=options.reports, again=options.again)
        except FzError as error:
            if not stores[1:]:
                raise
            done = PutResult(str(store), error=error)
        refused = refused or done.error is not None or done.left > 0
        if options.json:
            write_row(done.row())
        elif done.error is None:
            print(say("hub.put", **done.row()))
        if done.error is not None:
            narrate(str(done.error))
        if done.left:
            narrate(say("hub.left", store=done.store, rows=done.left))
    return int(refused)


def _get(hub: Hub, stores: list[Path], options: Namespace) -> int:
    """Packages for a person, or everything for who coordinates; then the rows of each store."""
    from fzreview.cli.team.former_lines import print_former
    from fzreview.work.team.hub.getting import get
    from fzreview.work.team.hub.packages import fetch_packages

    refused = False
    owner = options.owner.strip() if options.owner is not None else None
    about = hub.about()
    if owner is None and about.role == "member":
        owner = about.reviewer
    if owner is not None:
        for one in fetch_packages(hub, owner, options.output or Path()):
            refused = refused or one.error is not None
            if one.error is not None:
                narrate(str(one.error))
            elif one.path is not None:
                told = "hub.fetched" if one.written else "hub.fetched_before"
                narrate(say(told, path=one.path, owner=owner))
                stores = [*stores, one.path]
    elif not stores:
        stores = [store_path(options.db)]
    for store in dict.fromkeys(stores):
        done = get(hub, store, again=options.again)
        if options.json:
            write_row(done.row())
        else:
            print(say("hub.got", **done.row()))
            print_former(done.former)
        for site in done.forked:
            narrate(say("team.forked", site=site))
        for error in done.told:
            narrate(str(error))
            refused = refused or error.code not in _WAITING
    return int(refused)


_WAITING: Final = ("hub_piece_waits", "hub_package_waits")
"""What is still on its way: told, and nothing is wrong."""


def _check(hub: Hub, options: Namespace) -> int:
    attempts = hub.check()
    for one in attempts:
        if options.json:
            write_row({"act": one.act, "refused": one.refused, "reason": one.reason})
            continue
        verdict = say("hub.refused" if one.refused else "hub.not_refused")
        narrate(say("hub.attempt", act=say(f"hub.act.{one.act}"), verdict=verdict, reason=one.reason))
    open_doors = sum(not one.refused for one in attempts)
    narrate(say("hub.checked", acts=len(attempts), refused=len(attempts) - open_doors))
    return int(open_doors > 0)


def _invite(options: Namespace) -> int:
    from fzreview.hub.postgres.setting_up import invitation

    if len(options.words) != 1:
        raise UsageError("hub_invite")
    (login,) = options.words
    print(invitation(login, options.reviewer or login, options.role or "member"), end="")
    return 0
