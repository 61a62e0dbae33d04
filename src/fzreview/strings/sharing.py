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
    "sharing.packed_gone": (
        "{path}：其中 {count} 份报告已不在资料库里，不能再打包",
        "{path}: {count} of its reports are no longer in the store and cannot be packed again",
    ),
    "sharing.plan": (
        "由两人审核的 {doubled} 份；尚未分配 {unassigned} 份",
        "{doubled} go to two people; {unassigned} are not assigned",
    ),
    "sharing.conflict": ("{doc}：{text}（分歧：{kinds}）", "{doc}: {text} ({kinds})"),
    "sharing.conflicts": ("待裁定 {count} 处：{kinds}", "{count} to settle: {kinds}"),
    "sharing.none": ("没有待裁定的分歧", "nothing to settle"),
    "sharing.settled": (
        "已裁定 {figure}；有人改变判定时会重新列出",
        "{figure} is settled; it comes up again when somebody changes their word",
    ),
    "sharing.reopened": ("已收回对 {figure} 的裁定", "the ruling on {figure} was taken back"),
    "sharing.feedback": ("没有被采纳的 {count} 处", "{count} decided otherwise"),
    "sharing.no_feedback": (
        "这里没有反馈；负责人用 fzreview pack --purpose feedback 打包",
        "no feedback here; whoever leads packs it by fzreview pack --purpose feedback",
    ),
    "sharing.seeded": ("这是埋设的错误（{kind}），没有发现", "a seeded error ({kind}) that passed"),
    "sharing.was_shown": ("看到的：{what}", "shown: {what}"),
    "sharing.is_true": ("应为：{what}", "true: {what}"),
    "sharing.you_said": ("你的判定：{what}", "you said: {what}"),
    "sharing.was_ruled": ("裁定：{what}", "ruled: {what}"),
    "sharing.comment": ("批注：{comment}", "comment: {comment}"),
    "sharing.contested_for": ("你的异议：{because}", "contested: {because}"),
    "sharing.contested": (
        "已对 {figure} 提出异议；合并后这处分歧重新列出",
        "{figure} is contested; the case is open again once this is merged",
    ),
    "sharing.kind.existence": ("有无", "existence"),
    "sharing.kind.open": ("存疑", "open"),
    "sharing.kind.span": ("范围", "span"),
    "sharing.kind.value": ("数值", "value"),
    "sharing.kind.unit": ("单位", "unit"),
    "sharing.kind.kind": ("类别", "kind"),
    "sharing.kind.bound": ("界限", "bound"),
    "sharing.kind.subject": ("主题", "subject"),
    "sharing.kind.own": ("同一人", "own"),
    "sharing.says.verified": ("核实", "verified"),
    "sharing.says.corrected": ("更正", "corrected"),
    "sharing.says.added": ("补充", "added"),
    "sharing.says.rejected": ("不是数据", "no figure"),
    "sharing.says.unsure": ("存疑", "unsure"),
    "sharing.says.unfixed": ("有误，未更正", "wrong, not yet corrected"),
    "sharing.says.absent": ("通读过，没有标出", "read the section and marked none"),
}
