"""Words of the check of the surroundings, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "doctor.right": ("正常", "right"),
    "doctor.wrong": ("有误", "wrong"),
    "doctor.check.program": ("程序", "program"),
    "doctor.check.python": ("Python 解释器", "Python"),
    "doctor.check.sqlite": ("SQLite 数据库", "SQLite"),
    "doctor.check.packages": ("软件包", "packages"),
    "doctor.check.terminal": ("终端", "terminal"),
    "doctor.check.size": ("终端大小", "terminal size"),
    "doctor.check.encoding": ("编码", "encoding"),
    "doctor.check.colours": ("颜色数", "colours"),
    "doctor.check.locale": ("语言环境", "locale"),
    "doctor.check.settings": ("设置", "settings"),
    "doctor.check.disk": ("磁盘", "disk"),
    "doctor.check.store": ("资料库", "store"),
    "doctor.advice.python": ("需要 Python 3.11 以上", "Python 3.11 or newer is needed"),
    "doctor.advice.sqlite": (
        "需要 SQLite 3.37 以上，带 FTS5 和 JSON；请换用较新的 Python",
        "SQLite 3.37 or newer with FTS5 and JSON is needed; use a newer Python",
    ),
    "doctor.advice.packages": (
        "有软件包没有装好；请重新安装 fzreview",
        "a package is missing; install fzreview again",
    ),
    "doctor.advice.terminal": (
        "环境变量 TERM 不是真正的终端；请设为 xterm-256color 一类",
        "TERM names no real terminal; set it to xterm-256color or the like",
    ),
    "doctor.advice.no_terminal": (
        "不在终端里：审核台打不开，其他命令可用",
        "not on a terminal: the desk cannot open, every other command works",
    ),
    "doctor.advice.size": ("审核台至少需要 80×24；请放大窗口", "the desk needs 80×24; enlarge the window"),
    "doctor.advice.encoding": (
        "审核台需要 UTF-8；请设置 LANG=zh_CN.UTF-8（或 C.UTF-8）",
        "the desk needs UTF-8; set LANG=C.UTF-8",
    ),
    "doctor.advice.settings": ("请改正设置文件，或删除它", "mend the settings file, or remove it"),
    "doctor.advice.disk": (
        "资料库所在的磁盘写不进去或空间不足 64 MiB；请腾出空间或检查权限",
        "the store's disk cannot be written or has less than 64 MiB free; make room or check permissions",
    ),
    "doctor.advice.clock": (
        "日志里有时间不可能的记录（时钟错了，或导入的文件写错了）；判定不受影响，"
        "见 fzreview journal；请校准时钟",
        "the journal holds times that cannot be (a wrong clock, or an imported file); no decision hangs on"
        " them, see fzreview journal; set the clock",
    ),
    "doctor.advice.store": (
        "资料库有问题；请先 backup，再用 fzreview verify-store 核对",
        "the store is not sound; make a backup, then check it with fzreview verify-store",
    ),
    "doctor.advice.no_store": (
        "还没有资料库；fzreview load 会建立它",
        "there is no store yet; fzreview load makes it",
    ),
}
