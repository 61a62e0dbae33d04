"""Words of the panel's screen, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "panel.title": ("面板：{words}   提法 {count} 种", "panel: {words}   wordings: {count}"),
    "panel.like": ("相近 {percent}%", "{percent} % alike"),
    "panel.none": ("没有主题含有这些词的数据", "no figure whose subject holds these words"),
    "panel.reading": ("正在查……", "looking …"),
    "panel.words": ("主题里的词，须都出现", "words of the subject, all of which must occur"),
    "panel.no_cell": ("该年没有", "nothing is told of this year"),
    "panel.in_cell": ("本格第 {number}/{count} 条", "{number}/{count} of this cell"),
    "panel.line": ("走势", "line"),
    "panel.unseen": (
        "原句刚显示出来，什么也没判；看过再按",
        "the sentence was just shown; nothing was decided. Read it, press again",
    ),
    "panel.no_subject": ("这条数据没有主题，无从查起", "this figure has no subject to look for"),
    "panel.went": (
        "{keys.panel} 回到面板，{keys.back} 回到离开的地方",
        "{keys.panel} goes back to the panel, {keys.back} to where one came from",
    ),
    "panel.signs": (
        ". 未判 + 核实 * 更正 w 待改 ? 存疑 ! 分歧 数后 ! 跳变 / 断层 & 多条 - 缺",
        ". open + verified * corrected w to fix ? unsure ! disputed; behind: ! jump / break & more",
    ),
}
