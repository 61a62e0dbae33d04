"""Hubs: where rows and packages travel."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "error.hub_address": (
        "「{address}」不是中转处的地址；请用 folder:路径 或 postgresql://…，也可以写进设置的 hub",
        "{address!r} is no address of a hub; use folder:PATH or postgresql://…, or set hub in the settings",
    ),
    "error.hub_unreached": (
        "{place}：连不上中转处（{reason}）；本地的判定都在，稍后再试",
        "{place}: the hub cannot be reached ({reason}); everything is safe here, try again later",
    ),
    "error.hub_untrusted": (
        "{place}：无法确认对面就是那台服务器（{reason}），什么都没有送出；"
        "地址里要写证书上的名字，根证书放 ~/.postgresql/root.crt 或写 ?sslrootcert=…；请问管理员",
        "{place}: cannot be shown to be the right server ({reason}), nothing was sent; the address needs the"
        " name in its certificate, the root certificate goes into ~/.postgresql/root.crt or ?sslrootcert=…;"
        " ask the administrator",
    ),
    "error.hub_password_missing": (
        "{place}：服务器要密码，没有找到；请在 ~/.pgpass 里写一行 主机:端口:库:登录名:密码，权限 600"
        "（或用 PGPASSFILE、pg_service.conf）",
        "{place}: the server asks for a password and none was found; write HOST:PORT:DATABASE:LOGIN:PASSWORD"
        " into ~/.pgpass, mode 600 (or PGPASSFILE, pg_service.conf)",
    ),
    "error.hub_login": (
        "{place}：服务器没有让这个登录进去（{reason}）；请检查 ~/.pgpass 里的密码，密码没错就问管理员",
        "{place}: the server did not let this login in ({reason}); check the password in ~/.pgpass,"
        " and where it is right ask the administrator",
    ),
    "error.hub_read_only": (
        "{place}：中转处现在只能读（正在恢复，或是另一台服务器的副本），什么都没有送出；"
        "请等管理员结束恢复（select pg_wal_replay_resume()）再来",
        "{place}: the hub can only be read now (it is being restored, or follows another server), nothing"
        " was sent; try again when the administrator has ended that (select pg_wal_replay_resume())",
    ),
    "error.hub_unwritable": (
        "{place}：中转处写不进去（{reason}）；请检查权限和空间，再 put 一次就会接着送",
        "{place}: the hub cannot be written ({reason}); check permissions and space, the next put goes on",
    ),
    "error.hub_link": (
        "{path}：不是普通文件（链接或设备），没有读；请让管理文件夹的人检查",
        "{path}: is no ordinary file (a link or a device) and was not read; have the folder looked at",
    ),
    "error.hub_too_large": (
        "{path}：超过 {most} MiB，没有读；请让管理文件夹的人检查",
        "{path}: is larger than {most} MiB and was not read; have the folder looked at",
    ),
    "error.hub_strange": (
        "{path}：不是这个程序写的文件名，没有理会；可以删去",
        "{path}: this program does not write such names, so it was passed over; it may be deleted",
    ),
    "error.hub_newer": (
        "{place}：由更新版本的程序写成，没有读；请升级本程序再取",
        "{place}: a newer program wrote it, so it was not read; update this one and get it again",
    ),
    "error.hub_piece_waits": (
        "{place}：还没有传完，等下次再取",
        "{place}: is still on its way, the next get takes it",
    ),
    "error.hub_piece_altered": (
        "{place}：内容不是当初写下的（{reason}），没有采用；请让交来的人用 hub put --again 重新送",
        "{place}: is not what was written ({reason}), so nothing of it was taken; have its sender run"
        " hub put --again",
    ),
    "error.hub_package_waits": (
        "{place}：工作包还没有传完，等下次再取",
        "{place}: the package is still on its way, the next get takes it",
    ),
    "error.hub_package_altered": (
        "{place}：工作包 {name} 不是当初放上去的那个（{reason}），没有采用；请告诉负责人",
        "{place}: package {name} is not the one that was laid there ({reason}), so it was not taken;"
        " tell the coordinator",
    ),
    "error.hub_other_project": (
        "{place}：属于另一个项目，什么都没有交换；请检查地址和 --db",
        "{place}: belongs to another project, nothing was exchanged; check the address and --db",
    ),
    "error.hub_not_begun": (
        "{place}：中转处还没有项目；请负责人先 hub put 一次",
        "{place}: the hub has no project yet; the coordinator must hub put first",
    ),
    "error.hub_not_yours": (
        "{path}：这是 {owner} 的工作包，登录的是 {reviewer}；请用 {owner} 的登录",
        "{path}: this package is {owner}'s, the login is {reviewer}'s; use the login of {owner}",
    ),
    "error.hub_shortened": (
        "{place}：只到第 {now} 行，以前见过第 {seen} 行：可能由旧备份恢复；"
        "已从头重取，缺的行由各人下次 put 补上",
        "{place}: ends at row {now}, and row {seen} was seen there: restored from an older copy perhaps;"
        " all was read again, and what is missing comes back with everybody's next put",
    ),
    "error.hub_rewritten": (
        "{place}：第 {seen} 行与以前见过的不同（由旧备份恢复，或被人改写）；已从头重取，请管理员说明原因",
        "{place}: row {seen} is not what was seen there (restored from an older copy, or rewritten);"
        " all was read again, ask the administrator why",
    ),
    "error.hub_broken_chain": (
        "{place}：第 {row} 行与链不符，有人改过中转处的数据；从这里起什么都没有采用",
        "{place}: row {row} does not fit the chain, the hub was changed; nothing from there on was taken",
    ),
    "error.hub_refused": (
        "{place}：中转处拒绝了（{reason}）",
        "{place}: the hub refused ({reason})",
    ),
    "error.hub_missing": (
        "{place}：这个数据库里没有中转处（或版本不对）；请管理员运行 fzreview hub sql 打印的脚本",
        "{place}: no hub in this database, or another version; have the administrator run what"
        " fzreview hub sql prints",
    ),
    "error.hub_stranger": (
        "{place}：这个登录不在项目里；请管理员用 fzreview hub invite",
        "{place}: this login is nobody of the project; have the administrator use fzreview hub invite",
    ),
    "error.hub_library_missing": (
        "PostgreSQL 中转处需要 psycopg；请运行：{command}",
        "a hub on PostgreSQL needs psycopg; run: {command}",
    ),
    "error.hub_password": (
        "地址里不能写密码；请写进 ~/.pgpass（或 PGPASSFILE、pg_service.conf）",
        "an address must not hold a password; put it into ~/.pgpass (or PGPASSFILE, pg_service.conf)",
    ),
    "error.hub_insecure": (
        "{host}：sslmode={mode} 不够安全；不在本机的服务器只能用 sslmode=verify-full",
        "{host}: sslmode={mode} is not enough; a server on another machine needs sslmode=verify-full",
    ),
    "error.hub_invite": (
        "hub invite 后面写一个登录名",
        "hub invite takes the name of one login",
    ),
    "error.hub_login_name": (
        "「{name}」不能做登录名或审核人的名字；请去掉控制字符，最长 63 字节",
        "{name!r} cannot name a login or a reviewer; use no control characters, at most 63 bytes",
    ),
}
