"""Commands that decide, with a desk and without, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "command.review": ("打开审核台，从上次的位置继续", "open the review desk where you left off"),
    "command.review.package_left": (
        "{name} 还有 {left} 条未判定；判定都在这个文件里，随时可以交回",
        "{name}: {left} figures are undecided; what was decided is in this file, send it back at any time",
    ),
    "command.review.package_done": (
        "{name} 已全部判定，可以交回",
        "{name}: every figure is decided, it can be sent back",
    ),
    "command.review.care": (
        "本场：通读 {sections} 节，查清存疑 {doubts} 条，快于阅读的判定占 {hasty}%",
        "this sitting: {sections} sections read, {doubts} doubts cleared, {hasty} % faster than reading",
    ),
    "command.review.sitting": (
        "判定 {figures} 条，用时 {minutes} 分钟（停顿不计）",
        "{figures} figures decided in {minutes} active minutes",
    ),
    "command.review.per_hour": ("，每小时 {per_hour} 条", ", {per_hour} an hour"),
    "command.review.plot": ("每十分钟：{plot}", "every ten minutes: {plot}"),
    "command.demo": (
        "用五份示例报告打开审核台，退出后不留痕迹",
        "open the desk on the five example reports, in a store that is thrown away",
    ),
    "command.demo.loading": ("正在载入五份示例报告……", "loading the five example reports …"),
    "command.judge": ("不用界面判定一条数据", "decide on a figure without a screen"),
    "command.judge.verdict": ("判定，或撤销自己对它的上一判定", "the verdict, or undo your last one on it"),
    "command.judge.reason": ("为什么有误", "why it is wrong"),
    "command.judge.start": (
        "数据应当从这里开始（原文码点）",
        "where the figure should begin (code points of the source)",
    ),
    "command.judge.end": ("应当到这里为止（不含）", "where it should end (exclusive)"),
    "command.judge.class": ("不是数据时，属于哪一类", "what it is when it is not a figure"),
    "command.judge.value": (
        "更正：数值，如 269.95亿、二十三、3-5",
        "correction: the value, such as 269.95亿, 二十三, 3-5",
    ),
    "command.judge.upper": ("更正：范围的上限", "correction: the upper value of a range"),
    "command.judge.unit": ("更正：单位", "correction: the unit"),
    "command.judge.kind": (
        "更正：类别（count money percent ratio rank score duration measure）",
        "correction: the kind (count money percent ratio rank score duration measure)",
    ),
    "command.judge.bound": ("更正：界限（= ~ > >= < <=）", "correction: the bound (= ~ > >= < <=)"),
    "command.judge.subject": ("更正：主题", "correction: the subject"),
    "command.add": ("补充一条漏提的数据", "add a figure that the extractor missed"),
    "command.add.start": ("起点（原文码点）", "where it begins (code points of the source text)"),
    "command.add.end": ("终点（不含）", "where it ends (exclusive)"),
    "command.sign-off": ("确认一个章节已通读", "say that a section was read completely"),
    "command.sign_off.section": (
        "章节：标题的 起-止、起点，或标题中的文字",
        "a section: its heading's START-END, its start, or words of its title",
    ),
    "command.sign_off.undo": ("取消通读", "take it back"),
}
