"""Help, guide, an empty store, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "desk.empty": (
        "还没有报告：{keys.load} 载入，{keys.candidate} 载入示例",
        "there is no report yet: {keys.load} loads some, {keys.candidate} the examples",
    ),
    "desk.welcome": (
        "资料库还是空的。\n\n"
        "  {keys.load}\t载入报告：文件、文件夹、zip/tar 压缩包或 JSONL 抓取结果\n"
        "  {keys.candidate:last}\t载入五份示例报告，先试一试\n"
        "  {keys.help}\t帮助\n"
        "  {keys.quit}\t退出\n\n"
        "也可以在命令行载入：fzreview load 路径\n"
        "资料库位置：{path}",
        "The store is still empty.\n\n"
        "  {keys.load}\tload reports: files, folders, zip/tar archives or JSONL crawls\n"
        "  {keys.candidate:last}\tload the five example reports and try it out\n"
        "  {keys.help}\thelp\n"
        "  {keys.quit}\tquit\n\n"
        "Or on the command line: fzreview load PATH\n"
        "The store is at {path}",
    ),
    "desk.guide.rulings": ("团队裁定", "Rulings of the team"),
    "desk.guide.title": ("标注指南", "Annotation guide"),
    "desk.guide.words": ("在指南里找", "find in the guide"),
    "desk.help.title": ("帮助", "Help"),
    "desk.help.close": ("Esc 关闭   ↑↓ 滚动", "Esc closes   ↑↓ scrolls"),
    "desk.help.ime": (
        "中文输入法打开时字母键收不到，请按 {keys.verify:last} {keys.wrong:last}"
        " {keys.reject:last} {keys.unsure:last}；全角字符同样有效。",
        "With a Chinese input method on, letters do not arrive: press {keys.verify:last} {keys.wrong:last}"
        " {keys.reject:last} {keys.unsure:last}; full-width ones count too.",
    ),
    "desk.help.signs.outline": (
        "提纲里的记号（各跟个数，含以下各节）",
        "Signs in the outline (each with its number, all below included)",
    ),
    "desk.help.signs.unaccounted": ("未交代的数字", "numerals unaccounted for"),
    "desk.help.signs.read": ("已通读", "read completely"),
    "desk.help.signs.folded": ("已折叠", "folded"),
    "desk.help.signs.ties": ("卡片和正文里的勾稽", "Ties on the card and in the text"),
    "desk.help.signs.true": ("相符", "holds"),
    "desk.help.signs.approx": ("大致相符", "holds about"),
    "desk.help.signs.false": ("不符", "fails"),
    "desk.help.signs.alarm": ("可疑", "alarm"),
    "desk.help.signs.tied": (
        "正文行首：这一行里下划线的数据与当前数据勾稽",
        "before a row of the text: what is underlined there is tied to the current figure",
    ),
}
