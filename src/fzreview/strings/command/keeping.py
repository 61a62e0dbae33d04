"""Commands that look after the store, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "command.doctor": (
        "检查终端、语言环境、版本、资料库、磁盘和设置",
        "check terminal, locale, versions, store, disk and settings",
    ),
    "command.verify_store.rebuild": (
        "另把各表由日志重建到这个新文件",
        "also rebuild the tables from the journal, into this new file",
    ),
    "command.verify-store": (
        "核对：判定各表是否与日志一致",
        "check that the verdict tables agree with the journal",
    ),
    "command.verify_store.right": (
        "一致：重放 {entries} 条日志，各表相同",
        "right: {entries} journal entries replayed give the same tables",
    ),
    "command.verify_store.wrong": (
        "不一致：重放 {entries} 条日志，有 {differences} 处不同（+ 只在库中，- 只在重放中）",
        "wrong: {entries} journal entries replayed, {differences} differences"
        " (+ only in the store, - only in the replay)",
    ),
    "command.backup": ("复制资料库（审核台开着也可以）", "copy the store, also while a desk is open"),
    "command.backup.file": ("新文件的路径", "path of the new file"),
    "command.restore": (
        "用备份替换资料库；原来的文件改名放在旁边",
        "put a backup in the store's place; what stood there is set aside by name",
    ),
    "command.restore.file": ("backup 写出的文件", "a file that backup wrote"),
    "command.restore.aside": ("原来的文件已移到 {path}", "what stood there lies in {path}"),
    "command.restore.done": ("已恢复到 {path}", "restored to {path}"),
    "command.restore.nothing": (
        "{path}：旁边没有别的资料库留下的日志，未作改动",
        "{path}: no log of another store lies beside it, nothing was changed",
    ),
    "command.verify_store.sources": (
        "报告原文所在的文件或文件夹；重建时读不出的报告从这里重读",
        "files or folders with the reports; those that cannot be read are read again from here",
    ),
    "command.backup.done": ("已复制到 {path}", "copied to {path}"),
}
