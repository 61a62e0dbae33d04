"""Words of look-alikes, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "alike.offer": ("{keys.alike} 同类 {count} 条", "{keys.alike} {count} alike"),
    "alike.none": (
        "没有同类的未判定数据；更正或剔除一条之后再按",
        "no undecided figure is alike; press it behind a correction or a rejection",
    ),
    "alike.title": ("同类 {count} 条，照此处理：{what}", "{count} alike, to be treated so: {what}"),
    "alike.unseen": (
        "还有 {count} 条没有显示过，什么也没记；看过再按 Enter",
        "{count} were not shown yet; nothing was recorded. Look at them, then Enter",
    ),
    "alike.keys": (
        "Enter 判定留下的 {count} 条，可一次撤销   x 去掉这条   Esc 放弃",
        "Enter decides these {count}, one undo   x takes one out   Esc give up",
    ),
    "alike.out": ("去掉了，不动", "taken out, stays"),
    "alike.nothing": ("（空）", "(empty)"),
    "alike.many": ("{reports} 份报告里的 {count} 条", "{count} figures in {reports} reports"),
    "alike.one": ("另一份报告里的一条", "one in another report"),
}
