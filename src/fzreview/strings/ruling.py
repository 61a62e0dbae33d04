"""Words of a team's own rulings, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "ruling.line": (
        "裁定：{decision}；理由：{why}。例：“{sentence}” —— {reviewer} {day}",
        "ruling: {decision}; because {why}. As in “{sentence}” —— {reviewer} {day}",
    ),
    "ruling.none": (
        "还没有裁定；在审核台打开一条数据，用“添加团队裁定”",
        "no rulings yet; at the desk one is added from a figure («add a ruling of the team»)",
    ),
    "ruling.title": ("添加裁定（{topic}）", "Add a ruling ({topic})"),
    "ruling.decision": ("怎样判", "decision"),
    "ruling.why": ("为什么", "why"),
    "ruling.keys": (
        "Enter 保存，与 {keys.guide} 标注指南的这条规则并列   Tab 下一项   Esc 放弃",
        "Enter saves it beside this rule of the guide ({keys.guide})   Tab next field   Esc give up",
    ),
    "ruling.both": ("怎样判、为什么都要写", "say both what and why"),
    "ruling.news": (
        "{who} 添加了团队裁定：{decision}；{keys.guide} 看指南",
        "{who} added a ruling of the team: {decision}; {keys.guide} shows it",
    ),
    "ruling.kept": (
        "已存裁定，{keys.guide} 标注指南里与规则并列；它只增不改",
        "ruling saved; it stands beside its rule in the guide ({keys.guide}) and is never changed",
    ),
}
