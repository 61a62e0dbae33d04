"""Where one goes: search, filter, order, what the program left out, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "desk.no_way_back": ("没有可回到的地方", "there is nowhere to go back to"),
    "desk.excluded.on": (
        "淡显程序剔除的 {count} 个数字；{keys.candidate} 在未交代的之后逐个看",
        "{count} numerals that the program left out are marked; {keys.candidate} visits them"
        " behind the unaccounted ones",
    ),
    "desk.excluded.looking": ("正在查程序剔除了哪些数字……", "looking for what the program left out …"),
    "desk.excluded.off": ("不再标出程序剔除的数字", "what the program left out is marked no more"),
    "desk.excluded.why": ("程序剔除：{reason}（{rule}）", "left out: {reason} ({rule})"),
    "desk.no_section_here": ("这里不在任何章节内", "this is outside every section"),
    "desk.order.place": ("次序：按位置", "order: by place"),
    "desk.order.kind": ("次序：按类别", "order: by kind"),
    "desk.search.title": ("搜索本报告和全库", "Search this report and the whole store"),
    "desk.search.keys": (
        "↑↓ 选择   Enter 前往   Esc 关闭   空格隔开的词须都出现",
        "↑↓ choose   Enter go there   Esc close   words with blanks between must all occur",
    ),
    "desk.search.counts": (
        "本报告 {here} 处   其他报告 {reports} 份",
        "{here} in this report   {reports} other reports",
    ),
    "desk.search.here": ("本报告 {number}/{count}", "this report {number}/{count}"),
    "desk.search.at": (
        "“{words}” 第 {number}/{count} 处   {keys.next_found} 下一处   {keys.previous_found} 上一处"
        "   {keys.end_search} 回到搜索前",
        "“{words}” {number}/{count}   {keys.next_found} next   {keys.previous_found} previous"
        "   {keys.end_search} back to where it began",
    ),
    "desk.search.not_here": ("“{words}” 本报告里没有", "“{words}” does not occur in this report"),
    "desk.search.none": ("还没有搜索；按 {keys.search} 搜索", "nothing was searched; {keys.search} searches"),
    "desk.filter.title": ("筛选数据", "Filter figures"),
    "desk.filter.all": ("全部", "all"),
    "desk.filter.state": ("状态", "state"),
    "desk.filter.remark": ("另有", "remark"),
    "desk.filter.reviewer": ("审核人", "reviewer"),
    "desk.filter.this_section": ("只看本章节", "only this section"),
    "desk.filter.text": ("文字", "wording"),
    "desk.filter.keys": (
        "Enter 应用   Esc 放弃   Tab 下一项   数字或 ←→ 选择",
        "Enter apply   Esc give up   Tab next field   digits or ←→ choose",
    ),
    "desk.filter.on": ("筛选中：{visited} 条", "filtered: {visited} figures"),
    "desk.filter.off": ("未筛选", "no filter"),
    "desk.no_more_figures": ("按当前筛选和次序没有更多数据", "no more figures in this filter and order"),
    "desk.order.begun": (
        "已到最可疑的一条，{keys.back} 回到原处",
        "at the most doubtful one; {keys.back} goes back",
    ),
    "desk.order.disagreement": ("次序：图层分歧大的在前", "order: where layers differ most first"),
    "desk.order.confidence": ("次序：图层把握小的在前", "order: where layers are least sure first"),
    "desk.order.begun_apart": (
        "已到分歧最大的一条，{keys.back} 回到原处",
        "at the one they differ on most; {keys.back} goes back",
    ),
    "desk.order.begun_unsure": (
        "已到把握最小的一条，{keys.back} 回到原处",
        "at the least sure one; {keys.back} goes back",
    ),
    "desk.order.doubt": ("次序：存疑在前", "order: doubtful first"),
    "desk.no_more_reports": ("没有更多报告", "no more reports"),
    "desk.no_more_headings": ("没有更多章节", "no more sections"),
    "desk.no_more_sections": ("没有更多带数据的章节", "no more sections with figures"),
    "desk.no_candidate": ("没有未交代的数字了", "every numeral is accounted for"),
    "desk.excluded.head": ("程序剔除的数字", "left out by the program"),
    "desk.no_fix": ("本报告没有待更正的数据", "no figure of this report waits for a fix"),
    "desk.source_side": ("原文（下划线处为整理时修复的地方）", "source text (underlined: what was repaired)"),
    "desk.clean_side": ("整理文本", "clean text"),
    "desk.only_source": ("原文", "source"),
}
