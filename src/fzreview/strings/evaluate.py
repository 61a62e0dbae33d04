"""Words of the area «evaluate», key → (zh, en): what the scores of an evaluation are called."""

WORDS: dict[str, tuple[str, str]] = {
    # Heads of tables
    "evaluate.score": ("项目", "score"),
    "evaluate.precision": ("精确率", "precision"),
    "evaluate.recall": ("召回率", "recall"),
    "evaluate.f1": ("F1", "F1"),
    "evaluate.interval": ("95% 区间", "95% interval"),
    "evaluate.hits": ("命中", "hits"),
    "evaluate.first": ("本预测", "PRED"),
    "evaluate.second": ("对照", "OTHER"),
    "evaluate.gain": ("差", "difference"),
    # Rows
    "evaluate.strict": ("数据（严格）", "figures, strict"),
    "evaluate.value": ("数据（值与单位）", "figures, value"),
    "evaluate.detect": ("数据（位置）", "figures, detected"),
    "evaluate.headings": ("标题", "headings"),
    "evaluate.items": ("条目", "items"),
    "evaluate.fixes": ("自动修复", "repairs made"),
    "evaluate.flags": ("提示修复", "repairs flagged"),
    "evaluate.metadata": ("元数据", "metadata"),
    "evaluate.right": ("{aspect}正确", "{aspect} right"),
    "evaluate.alike": ("主题相似度", "subject likeness"),
    # The page
    "evaluate.page.title": ("误差分析 · {name}", "error analysis · {name}"),
    "evaluate.page.search": ("查找", "search"),
    "evaluate.page.all": ("全部", "all"),
    "evaluate.page.aspect": ("差异", "difference"),
    "evaluate.page.report": ("报告", "report"),
    "evaluate.page.place": ("位置", "place"),
    "evaluate.page.gold": ("金标", "gold"),
    "evaluate.page.predicted": ("预测", "predicted"),
    "evaluate.page.sentence": ("原文", "text"),
    "evaluate.page.shown": ("条", "shown"),
    # What differs
    "evaluate.aspect.missed": ("漏掉", "missed"),
    "evaluate.aspect.spurious": ("多出", "spurious"),
    "evaluate.aspect.span": ("范围", "span"),
    "evaluate.aspect.value": ("数值", "value"),
    "evaluate.aspect.upper": ("上限", "upper"),
    "evaluate.aspect.unit": ("单位", "unit"),
    "evaluate.aspect.kind": ("类别", "kind"),
    "evaluate.aspect.bound": ("界限", "bound"),
    "evaluate.aspect.subject": ("主题", "subject"),
    "evaluate.differences": ("差异 · {aspect} {count}", "differences · {aspect} {count}"),
    "evaluate.more": ("……还有 {count} 条", "… {count} more"),
    # Groups
    "evaluate.by.kind": ("按类别", "by kind"),
    "evaluate.by.bound": ("按界限", "by bound"),
    "evaluate.by.unit": ("按单位", "by unit"),
    "evaluate.by.section": ("按章节", "by section"),
    "evaluate.by.rule": ("按规则（错得多的在前）", "by rule, most mistakes first"),
    "evaluate.rule_fired": ("作出判断", "decided"),
    "evaluate.rule_right": ("对", "right"),
    "evaluate.rule_wrong": ("错", "wrong"),
    "evaluate.by.report": ("按报告（最差在前）", "by report, worst first"),
    "evaluate.section.work": ("工作情况", "work done"),
    "evaluate.section.problems": ("存在问题", "problems"),
    "evaluate.section.plans": ("今后打算", "plans"),
    "evaluate.section.outside": ("章节之外", "outside sections"),
    "evaluate.section.unknown": ("章节不明", "section unknown"),
    "evaluate.none": ("（无）", "(none)"),
    "evaluate.confusion": ("混淆 · {aspect}", "confused · {aspect}"),
    # Two predictions
    "evaluate.paired": (
        "逐条比较（严格）：都对 {both}，只有本预测对 {first}，只有对照对 {second}，都错 {neither}；"
        "符号检验 p {p}",
        "figure by figure, strict: both right {both}, only PRED {first}, only OTHER {second}, neither"
        " {neither}; sign test p {p}",
    ),
    "evaluate.first_only": ("只有本预测对 {count}", "only PRED right {count}"),
    "evaluate.second_only": ("只有对照对 {count}", "only OTHER right {count}"),
    "evaluate.first_spurious": ("只有本预测多出 {count}", "spurious in PRED only {count}"),
    "evaluate.second_spurious": ("只有对照多出 {count}", "spurious in OTHER only {count}"),
    # Notes
    "evaluate.drawn.report": (
        "区间：{count} 份报告重抽样 {times} 次",
        "intervals: {count} reports resampled {times} times",
    ),
    "evaluate.drawn.section": (
        "区间：报告不足五份，按 {count} 个章节重抽样 {times} 次",
        "intervals: fewer than five reports; {count} chapters resampled {times} times",
    ),
    "evaluate.drawn.figure": (
        "区间：报告和章节都不足五个，按 {count} 条数据重抽样 {times} 次，偏窄",
        "intervals: fewer than five reports and chapters; {count} figures resampled {times} times,"
        " too narrow",
    ),
    "evaluate.no_gold": (
        "{name}：没有可用的金标数据；请检查文件，以及 --reviewer 和 --split",
        "{name}: no gold figures to score against; check the file, --reviewer and --split",
    ),
    "evaluate.unscored": (
        "未评：{fields}（金标或预测的行里没有）",
        "not scored: {fields} (no row of gold or prediction tells them)",
    ),
    "evaluate.not_counted": (
        "{name}：{count} 条预测在无人通读的章节里，不算对也不算错",
        "{name}: {count} predictions stand where nobody read the section completely; they count neither way",
    ),
    "evaluate.elsewhere": (
        "{name}：{count} 条预测属于金标没有的报告，未计入",
        "{name}: {count} predictions are of reports that the gold does not know; left out",
    ),
    "evaluate.disputed": (
        "审核人意见不一的有 {count} 条，以最后的判定为准",
        "reviewers differ on {count} figures; the latest decision holds",
    ),
    "evaluate.more_refused": ("还有 {count} 处问题未列出", "{count} more problems are not listed"),
    "evaluate.below": (
        "{score} = {reached}，低于 --min-f1 要求的 {wanted}",
        "{score} = {reached} is below the {wanted} that --min-f1 asks for",
    ),
    "evaluate.not_reached": (
        "{score} 无法评分，达不到 --min-f1 要求的 {wanted}",
        "{score} could not be scored and misses the {wanted} that --min-f1 asks for",
    ),
}
