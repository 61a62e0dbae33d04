"""Words of a team's own rulings, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "ruling.line": (
        "裁定：{decision}；理由：{why}。例：“{sentence}” —— {reviewer} {day}",
        "ruling: {decision}; because {why}. As in “{sentence}” —— {reviewer} {day}",
    ),
    "ruling.none": (
        "还没有裁定；在审核台的数据上按 R 添加",
        "no rulings yet; R adds one from a figure at the desk",
    ),
    "ruling.title": ("添加裁定（{topic}）", "Add a ruling ({topic})"),
    "ruling.decision": ("怎样判", "decision"),
    "ruling.why": ("为什么", "why"),
    "ruling.keys": (
        "Enter 保存，与 F2 标注指南的这条规则并列   Tab 下一项   Esc 放弃",
        "Enter saves it beside this rule of the guide (F2)   Tab next field   Esc give up",
    ),
    "ruling.both": ("怎样判、为什么都要写", "say both what and why"),
    "ruling.kept": (
        "已存裁定，{guide} 标注指南里与规则并列；它只增不改",
        "ruling saved; it stands beside its rule in the guide ({guide}) and is never changed",
    ),
}
