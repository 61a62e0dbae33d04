"""Words about work that is shared out: plans and packages, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "sharing.assigned": (
        "{name}：{reports} 份报告，{figures} 条数据，已开始 {begun} 份",
        "{name}: {reports} reports, {figures} figures, {begun} begun",
    ),
    "sharing.plan": (
        "由两人审核的 {doubled} 份；尚未分配 {unassigned} 份",
        "{doubled} go to two people; {unassigned} are not assigned",
    ),
}
