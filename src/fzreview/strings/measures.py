"""Words of the measures: agreement, audits, progress, the certificate, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "measures.rate": (
        "{share}（{hits}/{of}，95% 区间 {low}–{high}）",
        "{share} ({hits} of {of}, 95 % {low}–{high})",
    ),
    "measures.rate_of_none": ("无从算起（0 条）", "nothing to count (0)"),
    "measures.undefined.no_pairs": ("无定义：没有两人都判定的", "undefined: nothing was judged by both"),
    "measures.undefined.one_class": ("无定义：所有判定都是同一种", "undefined: every word is the same"),
    # Agreement
    "measures.agreement.head": (
        "{one} 与 {other}：共同审核 {reports} 份报告",
        "{one} and {other}: {reports} reports in common",
    ),
    "measures.agreement.f1": (
        "{score} F1 {f1}（{hits} 条相同；{one} 与 {other} 条）{interval}",
        "{score} F1 {f1} ({hits} alike of {one} and {other}){interval}",
    ),
    "measures.agreement.f1_of_none": (
        "F1 无定义：没有两人都看过的数据",
        "F1 undefined: there is no figure that both looked at",
    ),
    "measures.interval": ("，95% 区间 {low}–{high}", ", 95 % {low}–{high}"),
    "measures.agreement.only": (
        "只有一方认为是数据：{one} {first} 条，{other} {second} 条",
        "a figure for one alone: {one} {first}, {other} {second}",
    ),
    "measures.agreement.unseen": (
        "另一方没有看过、不作比较：{one} {first} 条，{other} {second} 条",
        "not looked at by the other, not compared: {one} {first}, {other} {second}",
    ),
    "measures.agreement.verdicts": (
        "对提取结果的判定一致 {rate}",
        "the same word on what the machine found: {rate}",
    ),
    "measures.agreement.beyond": (
        "扣除偶然：AC1 {ac1} · α {alpha} · κ {kappa}",
        "beyond chance: AC1 {ac1} · α {alpha} · κ {kappa}",
    ),
    "measures.agreement.table": (
        "{one}“{said}” · {other}“{answer}”：{count} 条",
        "{one} «{said}» · {other} «{answer}»: {count}",
    ),
    "measures.agreement.field": ("{field}一致 {rate}", "{field} the same: {rate}"),
    "measures.agreement.field_alpha": (
        "{field}一致 {rate} · α {alpha}",
        "{field} the same: {rate} · α {alpha}",
    ),
    "measures.agreement.conduct": (
        "{name}：{decided} 条判定，其中判得过快 {hasty}、成批 {bulk}、导入 {imported}",
        "{name}: {decided} decisions, of these hasty {hasty}, in bulk {bulk}, imported {imported}",
    ),
    "measures.agreement.shown": (
        "这 {count} 条两人都先看到了机器的答案：这样的一致也包含机器的影响，不等于正确",
        "both saw the machine's answer to these {count} first: part of such agreement is the machine's,"
        " and it is not correctness",
    ),
    "measures.agreement.nobody": ("没有两人审核过同一份报告", "no two people have decided in one report"),
    # Audits
    "measures.audit.drawn": (
        "已抽取 {drawn} 项并记录在案（{auditor}；总体 {universe}，其已判定过的 {left_out} 项不在其中）",
        "drew {drawn} and put them on record ({auditor}; out of {universe},"
        " without {left_out} that they had decided about)",
    ),
    "measures.audit.drawn_before": (
        "{at} 已抽过，这里是当时的 {drawn} 项（{auditor}；总体 {universe}，不含其已判定过的 {left_out} 项）",
        "drawn on {at} already, these are the {drawn} of then ({auditor}; out of {universe},"
        " without {left_out} that they had decided about)",
    ),
    "measures.audit.none": (
        "还没有抽查；用 fzreview audit draw 抽取",
        "no audit is on record; draw one with fzreview audit draw",
    ),
    "measures.audit.head": (
        "抽查{of}：{auditor}，{at} 从 {universe} 项中抽 {drawn} 项（种子 {seed}，摘要 {digest}）",
        "audit of {of}: {auditor} drew {drawn} of {universe} on {at} (seed {seed}, digest {digest})",
    ),
    "measures.audit.of.settled": ("两人一致的数据", "figures on which two agree"),
    "measures.audit.of.verified": ("金标数据", "figures of gold"),
    "measures.audit.of.all": ("全部数据（含未判定）", "all figures, undecided ones too"),
    "measures.audit.of.sections": ("已通读的章节", "sections read completely"),
    "measures.audit.open": (
        "未完成：{drawn} 条中已判定 {decided} 条；按抽取顺序连续判定的 {counted} 条可以计入",
        "not complete: {decided} of {drawn} decided; {counted} count, those that lead the draw without a gap",
    ),
    "measures.audit.anytime": (
        "目前 {n} 条中错 {k} 条：错误率 ≤ {most}（95%，随时可看的区间；抽查完成后才有精确区间）",
        "so far {k} of {n} wrong: ≤ {most} (95 %, an interval that may be looked at any time;"
        " the exact one comes when the audit is complete)",
    ),
    "measures.audit.wrong": (
        "{n} 条中错 {k} 条：错误率 {least}–{most}（95%），单侧 ≤ {one_sided}；"
        "{universe} 条中至多 {number} 条有错",
        "{k} of {n} wrong: {least}–{most} (95 %), ≤ {one_sided} (one-sided); at most {number} of {universe}",
    ),
    "measures.audit.existence": ("不是数据", "no figure"),
    "measures.audit.by": ("{aspect}：错 {k} 条，≤ {most}（95%）", "{aspect}: {k} wrong, ≤ {most} (95 %)"),
    "measures.audit.unread": (
        "未完成：{drawn} 节中已通读 {read} 节",
        "not complete: {read} of {drawn} sections read",
    ),
    "measures.audit.nothing_there": (
        "通读过的各节里还没有数据，召回率无从算起",
        "no figure stands in the sections that were read: no recall to tell",
    ),
    "measures.audit.missed": (
        "{n} 条数据中漏 {k} 条：召回率 {recall}，漏掉 ≤ {most}（95%）",
        "{k} of {n} figures missed: recall {recall}, missed ≤ {most} (95 %)",
    ),
    # What a verdict says
    "measures.saying.verified": ("正确", "right"),
    "measures.saying.corrected": ("已更正", "corrected"),
    "measures.saying.added": ("补充", "added"),
    "measures.saying.rejected": ("不是数据", "no figure"),
    "measures.saying.unsure": ("存疑", "unsure"),
    "measures.saying.unfixed": ("错误待更正", "wrong, not fixed yet"),
}
