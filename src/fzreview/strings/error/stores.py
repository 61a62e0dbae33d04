"""Stores that cannot be opened, written, restored or merged."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "error.store_too_new": (
        "{path}：这个资料库由更新版本的程序建立（版本 {version}，本程序只认到 {known}）；"
        "请升级 fzreview，资料库未作改动",
        "{path}: a newer program made this store (version {version}, this program knows {known});"
        " upgrade fzreview, nothing was changed",
    ),
    "error.store_too_old": (
        "{path}：这个资料库出自发布以前的开发版本（{version}），未作改动；"
        "请先用当时的 fzreview 导出金标，再导入新的资料库",
        "{path}: a development version before any release made this store ({version}), nothing was changed;"
        " export its gold with the fzreview of that time and import it into a new store",
    ),
    "error.store_foreign": (
        "{path}：不是 fzreview 的资料库，未作改动；请用 --db 指定别的文件",
        "{path}: not a store of fzreview, nothing was changed; name another file with --db",
    ),
    "error.store_unwritable": (
        "{path}：资料库无法打开或写入（{reason}）；请检查磁盘空间和权限",
        "{path}: the store cannot be opened or written ({reason}); check disk space and permissions",
    ),
    "error.store_damaged": (
        "{path}：资料库文件已损坏（{reason}），未作改动；"
        "请用 fzreview verify-store --rebuild 新文件 抢救日志，或用 fzreview restore 备份 恢复",
        "{path}: the store's file is damaged ({reason}), nothing was written; save the journal with"
        " fzreview verify-store --rebuild NEW, or put a backup in its place with fzreview restore BACKUP",
    ),
    "error.store_foreign_log": (
        "{path}：旁边的 {log} 是另一个状态的资料库留下的（多半是审核台被强行结束后拷入了备份），未作改动；"
        "请用 fzreview restore {path} 把它移到一旁，或用 fzreview restore 备份 重新恢复",
        "{path}: {log} beside it was left by another state of a store (probably a backup was copied over one"
        " whose desk was killed), nothing was changed; set it aside with fzreview restore {path}, or put the"
        " backup in place with fzreview restore BACKUP",
    ),
    "error.store_in_use": (
        "{path}：有别的程序正打开着这个资料库；请先关闭审核台再恢复",
        "{path}: another program has the store open; close the desk, then restore",
    ),
    "error.backup_damaged": (
        "{path}：这个文件已损坏（{reason}），没有用它替换资料库；请换一份备份，或用"
        " fzreview --db {path} verify-store --rebuild 新文件 抢救",
        "{path}: this file is damaged ({reason}), the store was left as it is; take another backup, or save"
        " what can be read with fzreview --db {path} verify-store --rebuild NEW",
    ),
    "error.store_busy": (
        "{path}：资料库正被另一程序占用；请稍后再试",
        "{path}: another program holds the store; try again in a moment",
    ),
    "error.store_lost_entries": (
        "{path}：日志少了记录（应有 {expected} 条，现有 {found} 条），已停止写入；"
        "请用 fzreview verify-store 核对，并从 backup 的副本恢复",
        "{path}: the journal lost entries (there were {expected}, there are {found}), writing has stopped;"
        " check with fzreview verify-store and restore a copy made by backup",
    ),
    "error.store_lost_decisions": (
        "{path}：判定在没有撤销的情况下变了数目（按日志应有 {expected} 条，现有 {found} 条），已停止写入；"
        "请先 backup，再用 fzreview verify-store --rebuild 由日志重建",
        "{path}: decisions came or went without the journal ({expected} by the journal, {found} found),"
        " writing has stopped; make a backup, then rebuild it with fzreview verify-store --rebuild",
    ),
    "error.store_lost_counts": (
        "{path}：报告的进度与数据的状态不符（应为 {expected}，现为 {found}），已停止写入；"
        "请先 backup，再用 fzreview verify-store --rebuild 由日志重建",
        "{path}: the progress of reports and the status of figures disagree ({expected} and {found}),"
        " writing has stopped; make a backup, then rebuild it with fzreview verify-store --rebuild",
    ),
    "error.source_changed": (
        "{doc}：库中的原文在提取期间变了；未作改动，请再试一次",
        "{doc}: its text in the store changed while it was read; nothing was written, try again",
    ),
    "error.merge_missing": (
        "{path}：没有这个文件，没有合并它；请检查路径",
        "{path}: there is no such file, it was not merged; check the path",
    ),
    "error.merge_damaged": (
        "{path}：文件不完整或已损坏（{reason}），没有合并它；请交来的人重新发一次",
        "{path}: the file is cut off or damaged ({reason}) and was not merged; ask whoever sent it to send it"
        " again",
    ),
    "error.merge_no_store": (
        "{path}：不是 fzreview 的工作包，没有合并它；请检查路径，或请交来的人重新发一次",
        "{path}: this is no package of fzreview and was not merged; check the path, or ask for it again",
    ),
    "error.merge_itself": (
        "{path}：就是要合并到的资料库本身，没有合并它",
        "{path}: this is the very store that is merged into; it was left out",
    ),
    "error.merge_other_project": (
        "{path}：是另一个项目的工作包，没有合并它；请用 --db 指定它的项目资料库",
        "{path}: this package is of another project and was not merged; name that project's store with --db",
    ),
    "error.merge_foreign_reviewer": (
        "{path}：这是 {owner} 的工作包，里面却有 {reviewer} 的判定，没有合并它；"
        "请让 {owner} 重新做这个工作包",
        "{path}: this package is {owner}'s, but {reviewer} decided in it; it was not merged;"
        " have {owner} do the package anew",
    ),
    "error.merge_altered": (
        "{path}：以下日志行在记录之后被改动过（altered），没有合并其中任何内容：{rows}；请向交来的人要原来的文件",
        "{path}: these rows were altered after they were recorded, so nothing of it was merged: {rows};"
        " ask whoever sent it for the file as it was",
    ),
    "error.store_no_file": (
        "{path}：不是文件，不能作资料库；请换一个路径",
        "{path}: no file, so it can be no store; name another path",
    ),
    "error.store_missing": (
        "{path}：还没有资料库；请先用 fzreview load 载入报告",
        "{path}: there is no store yet; load reports with fzreview load first",
    ),
    "error.backup_exists": (
        "{path}：文件已存在，未覆盖；请换一个名字",
        "{path}: the file exists and was not overwritten; choose another name",
    ),
}
