"""Header and status line, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "desk.early": ("排在此处因为：", "stands here for:"),
    "desk.early.ordinary": ("普通数据，穿插其间", "an ordinary one, mixed in"),
    "desk.progress": ("已判 {decided}/{figures}", "{decided}/{figures} decided"),
    "desk.unread": ("未通读 {count} 节", "{count} unread"),
    "desk.unseen": (
        "这里还没看过，什么也没记；看完再按",
        "this was not looked at yet; nothing was recorded. Read on and press again",
    ),
    "desk.unaccounted": (
        "还有 {count} 个数字没有交代；再按一次仍记为通读",
        "{count} numerals are unaccounted for; pressed again it signs off all the same",
    ),
    "desk.all_signed": ("都已记为通读", "all of it is signed off already"),
    "desk.today": ("今日 {count}", "{count} today"),
    "desk.per_hour": ("{per_hour} 条/时", "{per_hour}/h"),
    "desk.hasty": (
        "（这几条判得很快，歇一歇也好；日志已记下）",
        "(these came faster than reading; take your time — the journal notes it)",
    ),
    "desk.saved": ("已存：{what} {figure}", "saved: {what} {figure}"),
    "desk.saving": ("正在写入，资料库正被另一程序占用……", "writing; another program holds the store …"),
    "desk.not_saved": ("！未保存：{reason}", "! NOT SAVED: {reason}"),
    "desk.not_read": ("！读取失败：{reason}", "! cannot be read: {reason}"),
    "desk.extracted": (
        "！这份报告刚被重新提取，未记录；已重新读入，请再看一遍",
        "! this report was extracted anew meanwhile; nothing was recorded, it was read again, look once more",
    ),
    "desk.conflict": (
        "！这条数据已在别处改判，未覆盖，已重新读入",
        "! this figure was decided elsewhere; nothing was overwritten, the report was read again",
    ),
    "desk.input_method": (
        "输入法是打开的，字母键收不到：请按 {keys.verify:last} {keys.wrong:last}"
        " {keys.reject:last} {keys.unsure:last}，或关闭输入法",
        "the input method is on and letters do not arrive: press {keys.verify:last} {keys.wrong:last}"
        " {keys.reject:last} {keys.unsure:last}, or turn it off",
    ),
    "desk.report_done": (
        "本报告已全部判定；{keys.next_undecided} 去下一份未完的报告",
        "every figure of this report is decided; {keys.next_undecided} goes to the next report with work",
    ),
    "desk.all_done": ("全部报告均已判定", "every figure of every report is decided"),
    "desk.fixes_wait": (
        "都判过了，还有 {count} 条待更正：{keys.fix}",
        "all are decided, and {count} wait for their fix: {keys.fix}",
    ),
    "desk.fixes_wait_elsewhere": (
        "都判过了，还有 {count} 份报告有待更正：{keys.library} 报告库里选“有待更正”",
        "all are decided, and in {count} reports fixes wait: {keys.library}, then «with fixes waiting»",
    ),
    "desk.hub.synced": ("已同步 {at}", "synced {at}"),
    "desk.hub.waiting": ("已同步 {at} · 待送 {rows} 行", "synced {at} · {rows} to send"),
    "desk.hub.never": ("待送 {rows} 行", "{rows} rows to send"),
    "desk.hub.unreached": ("{at} 起连不上 · 待送 {rows} 行", "no hub since {at} · {rows} to send"),
}
