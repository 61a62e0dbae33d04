"""Commands that say what the reports are, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "command.stated_before": ("{doc}：没有变化", "{doc}: nothing changed"),
    "command.copies": (
        "列出近似副本，或说明其中几份是另外的报告",
        "list the near copies, or say that some are reports of their own",
    ),
    "command.copies.split": ("这些不是副本，是另外的报告", "these are no copies but reports of their own"),
    "command.copies.undo": (
        "收回自己关于这些报告是不是副本的话",
        "take back what you said of these, as copies or none",
    ),
    "command.copies.taken_back": ("{doc}：已收回", "{doc}: taken back"),
    "command.copies.find": (
        "在库里的报告中查找近似副本（早期版本载入时没有查过）",
        "look for near copies among the reports of the store (early versions did not when they loaded)",
    ),
    "command.copies.with_decisions": (
        "两份都有判定时，后载入的一份也算副本（它的判定留在记录里，不再计数）",
        "where people decided on both, the later one is a copy too (its decisions stay in the journal and"
        " count no more)",
    ),
    "command.copies.dry_run": ("只列出，不改动", "only tell, change nothing"),
    "command.copies.found": ("{doc}：是 {original} 的近似副本", "{doc}: a near copy of {original}"),
    "command.copies.decided": (
        "{doc}：与 {original} 近似，两份都有判定，未改动",
        "{doc}: nearly {original}, people decided on both; not changed",
    ),
    "command.copies.sum": ("近似副本：新记下 {noted} 份", "near copies: {noted} noted"),
    "command.copies.would": ("近似副本：会记下 {noted} 份", "near copies: {noted} would be noted"),
    "command.copies.waiting": (
        "另有 {waiting} 份要由人决定：确认后加 --with-decisions，或用 copies --split、exclude",
        "{waiting} more wait for a decision: --with-decisions where they are copies, else copies --split or"
        " exclude",
    ),
    "command.copies.done": ("{doc}：算作另外的报告", "{doc}: a report of its own now"),
    "command.exclude": (
        "排除报告：仍在库中，但不进队列、统计和金标数据",
        "set reports aside: they stay, out of queues, statistics and gold",
    ),
    "command.exclude.reason": ("为什么", "why"),
    "command.exclude.undo": ("不再排除", "let them count again"),
    "command.exclude.done": ("{doc}：已排除", "{doc}: excluded"),
    "command.exclude.taken_back": ("{doc}：不再排除", "{doc}: counts again"),
    "command.tag": ("给报告加标签或去掉标签", "put a tag on reports, or take it away"),
    "command.tag.do": ("加上或去掉", "add or remove"),
    "command.tag.tag": ("标签，一个词", "the tag, one word"),
    "command.tag.added": ("{doc}：已加标签", "{doc}: tagged"),
    "command.tag.removed": ("{doc}：已去掉标签", "{doc}: tag taken away"),
    "command.describe": (
        "更正报告的标题、年份、地区、单位、日期、文号",
        "correct a report's title, year, region, issuer, dates or document number",
    ),
    "command.describe.field": (
        "字段=值，值为空表示报告没有写：{known}",
        "a field and what it should be, empty for «it says none»:\n{known}",
    ),
    "command.describe.undo": ("收回自己对这个字段的更正", "take your correction of this field back"),
    "command.describe.done": ("{doc}：已更正", "{doc}: corrected"),
    "command.outline": (
        "显示报告的提纲，或更正其中的标题",
        "show a report's outline, or correct its headings",
    ),
    "command.outline.heading": (
        "标题：起-止、起点，或标题中的文字",
        "a heading: START-END, its start, or words of it",
    ),
    "command.outline.level": ("应当是第几级（1 起）", "the level that it should have, from 1"),
    "command.outline.missed": ("这里漏了一个标题", "a heading was missed here"),
    "command.outline.wrong": ("这不是标题", "this is no heading"),
    "command.outline.undo": ("收回自己对这个标题的更正", "take your correction of it back"),
    "command.outline.done": ("{doc}：提纲已更正", "{doc}: outline corrected"),
    "command.remove": ("把报告从资料库中删除", "take reports out of the store for good"),
    "command.remove.with_decisions": (
        "有判定的也删除（日志中保留判定）",
        "also with decisions, which the journal keeps",
    ),
    "command.remove.yes": ("不再询问", "do not ask"),
    "command.remove.going": ("{doc}（已判定 {decided} 条）", "{doc} ({decided} decided)"),
    "command.remove.ask": (
        "删除以上 {count} 份报告？不能撤销，只能重新载入。[y/N]",
        "Remove these {count} report(s)? There is no undo but loading them again. [y/N]",
    ),
    "command.remove.stays": ("什么也没有删除。", "Nothing was removed."),
    "command.remove.done": ("{doc}：已删除", "{doc}: removed"),
}
