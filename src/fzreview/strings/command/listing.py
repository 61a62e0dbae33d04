"""Commands that show what the store holds, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "command.figure": (
        "数据编号，形如 4f1d0c2ab93e:614-620（见 fzreview figures）",
        "a figure's key such as 4f1d0c2ab93e:614-620 (see fzreview figures)",
    ),
    "command.list": ("列出报告和审核进度", "list the reports with their progress"),
    "command.list.empty": (
        "资料库还是空的；用 fzreview load 载入报告，或用 fzreview demo 试用",
        "the store is empty; load reports with fzreview load, or try fzreview demo",
    ),
    "command.list.none_fits": ("没有符合 {expression} 的报告", "no report fits {expression}"),
    "command.list.near": ("相近的有 {near}", "alike are {near}"),
    "command.figures": ("列出数据及其判定", "list figures with their verdicts"),
    "command.figures.status": ("只列出这种状态的数据", "only figures with this status"),
    "command.panel": (
        "同一指标在各地各年的数值：主题含所给词语的数据，排成地区×年份",
        "one indicator over years and places: figures whose subject holds the words, place by year",
    ),
    "command.panel.words": ("主题里的词语，须都出现", "words of the subject, all of which must occur"),
    "command.panel.region": ("只列地区或机关名含此的报告", "only reports whose region or issuer holds this"),
    "command.panel.years": (
        "只列这些年度，如 2021 或 2019-2023",
        "only these years, such as 2021 or 2019-2023",
    ),
    "command.panel.all": ("未判定的也列出（通常只列金标）", "undecided ones too, not gold alone"),
    "command.panel.format": (
        "table（表格）、csv、parquet、json；后三种每条数据一行，带编号",
        "table, csv, parquet or json; the last three give a row for each figure, with its key",
    ),
    "command.panel.likeness": ("与所给词语相近 {percent}%", "{percent} % like the words"),
    "command.panel.none": (
        "没有主题含这些词语的金标数据；加 --all 也看未判定的",
        "no gold figure has a subject with these words; --all looks at undecided ones too",
    ),
    "command.rulings": (
        "列出团队自己的裁定：怎样判、为什么、例句",
        "list the team's own rulings: what was decided, why, in which sentence",
    ),
    "command.lessons": (
        "各次更正的共同点：哪类读法错得最多，附规则和例句",
        "what corrections have in common: which slips are most frequent, with rules and examples",
    ),
    "command.lessons.none": ("还没有更正或剔除", "nothing was corrected or rejected yet"),
    "command.lessons.nothing": ("（无）", "(none)"),
    "command.lessons.rejected": ("不是数据：{before}，{after}", "no figure: {before}, {after}"),
    "command.lessons.factor": ("数值差 {after} 倍：{before}", "value × {after}: {before}"),
    "command.lessons.value": ("数值读错：{before}", "value misread: {before}"),
    "command.lessons.unit": ("单位：{before} → {after}", "unit: {before} → {after}"),
    "command.lessons.kind": ("类别：{before} → {after}", "kind: {before} → {after}"),
    "command.lessons.bound": ("界限：{before} → {after}", "bound: {before} → {after}"),
    "command.lessons.begins": ("主题开头：{before} → {after}", "subject begins: {before} → {after}"),
    "command.lessons.ends": ("主题末尾：{before} → {after}", "subject ends: {before} → {after}"),
    "command.lessons.subject": ("主题完全不同", "another subject altogether"),
    "command.lessons.span": ("范围：{before} → {after}", "span: {before} → {after}"),
    "command.ties": (
        "数据之间的勾稽和疑点：哪些相符，哪些不符",
        "how the figures of a report tie to each other, and what does not fit",
    ),
    "command.doubts": (
        "按可疑程度列出数据及原因",
        "figures in the order of doubt, with the reasons",
    ),
    "command.show": ("显示一条数据及其历史", "show one figure with its history"),
    "command.suggest": (
        "接下来最值得审核的报告及理由",
        "the reports that are most worth verifying next, with reasons",
    ),
    "command.suggest.n": ("几份（默认 {usual}）", "how many ({usual} by default)"),
    "command.suggest.reason.doubts": (
        "{undecided} 条未定数据中有 {doubted} 条可疑",
        "{doubted} of {undecided} undecided figures are doubtful",
    ),
    "command.suggest.reason.layers": (
        "图层与 {apart} 处数据不同",
        "layers differ at {apart} figures",
    ),
    "command.suggest.reason.confidence": (
        "图层把握不大（平均差 {unsure}）",
        "layers are not sure ({unsure} short of certain on average)",
    ),
    "command.suggest.reason.wordings": (
        "还没有审核过的写法：{wordings}",
        "wordings not decided on yet: {wordings}",
    ),
    "command.suggest.reason.year": ("{year} 年审核得少", "few reports of {year} were verified"),
    "command.suggest.reason.region": ("{region} 审核得少", "few reports of {region} were verified"),
    "command.suggest.no_year": ("没有年份的审核得少", "few reports without a year were verified"),
    "command.suggest.no_region": ("没有地区的审核得少", "few reports without a region were verified"),
    "command.list.contradictions": ("{count} 条有分歧", "{count} figures disputed"),
    "command.list.copies": ("列出近似副本和它们所重复的报告", "the near copies, with what they repeat"),
    "command.list.excluded": ("列出已排除的报告", "the reports that were excluded"),
    "command.list.none_aside": ("没有这样的报告。", "There is no such report."),
    "command.journal": ("打印日志：谁在何时判定了什么", "print the journal: who decided what and when"),
    "command.journal.of": (
        "报告或数据编号（默认全部）",
        "a report or a figure's key (default: everything)",
    ),
    "command.journal.digest": (
        "只打印摘要：两个资料库的判定与读法相同，摘要就相同",
        "print one digest alone: equal where two stores hold the same rows and readings",
    ),
    "command.journal.head": (
        "打印各来源的末行：来源、行号、散列值（本库在前）",
        "print the last row of each site: site, number, hash (this store's first)",
    ),
    "command.journal.reviewer": ("只看这位审核人的", "only this reviewer's entries"),
    "command.journal.since": (
        "只看此后的，如 2026-11-20 或 2026-11-20T09:30",
        "only entries since then, such as 2026-11-20 or 2026-11-20T09:30",
    ),
}
