"""Words about work that is shared out: plans and packages, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "sharing.assigned": (
        "{name}：{reports} 份报告，{figures} 条数据，已开始 {begun} 份",
        "{name}: {reports} reports, {figures} figures, {begun} begun",
    ),
    "sharing.packed": (
        "{path}：{reports} 份报告；{owner} 用 fzreview {name} 打开，做完用 fzreview merge 收回",
        "{path}: {reports} reports; {owner} opens it by fzreview {name}, fzreview merge takes it back",
    ),
    "sharing.packed_before": (
        "{path}：已经有了，没有改动（里面可能已有判定）；要重写请先移走",
        "{path}: is there already and was left as it is (somebody may have decided in it); move it away to"
        " have it written again",
    ),
    "sharing.plan": (
        "由两人审核的 {doubled} 份；尚未分配 {unassigned} 份",
        "{doubled} go to two people; {unassigned} are not assigned",
    ),
}
