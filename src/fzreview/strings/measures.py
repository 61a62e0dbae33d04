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
    "measures.agreement.added": (
        "两人都通读之处，机器漏提的：{one} 补充 {first} 条，{other} 补充 {second} 条，"
        "共同 {both} 条；至少有 {least} 条",
        "missed by the machine where both read completely: {one} added {first}, {other} added {second},"
        " {both} in common; there are {least} at the least",
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
    "measures.audit.stratum": (
        "{name}：总体 {size}，抽 {drawn}，已看 {n} 条中错 {k} 条；至多 {most} 条有错（95%）",
        "{name}: {drawn} drawn of {size}, {k} of {n} wrong; at most {most} wrong (95 %)",
    ),
    "measures.audit.weighted": (
        "按各层大小加权，估计错误率 {share}；下面的区间是保守的",
        "weighted by the sizes of the strata: {share} wrong; the interval below is conservative",
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
    # The certificate
    "measures.certificate.head": (
        "金标证书：{reports} 份报告，{gold} 条金标数据",
        "certificate: {reports} reports, {gold} figures of gold",
    ),
    "measures.certificate.doubled": ("两人以上判定过的 {rate}", "decided about by two or more: {rate}"),
    "measures.certificate.agreed": ("其中意见一致的 {rate}", "on these they are at one: {rate}"),
    "measures.certificate.disputed": (
        "已裁定 {adjudicated} 条；有分歧、尚未裁定因而不算金标的 {disputed} 条",
        "{adjudicated} were adjudicated; {disputed} are in dispute and therefore no gold",
    ),
    "measures.certificate.wrong": (
        "任一字段有错的 ≤ {most}（95%）：{auditor} 抽查 {n} 条，错 {k} 条；抽样总体 {universe} 条",
        "wrong in any field ≤ {most} (95 %): {auditor} audited {n}, {k} wrong; drawn from {universe}",
    ),
    "measures.certificate.missed": (
        "漏掉的数据 ≤ {most}（95%）：{auditor} 通读抽出的章节，{n} 条中漏 {k} 条；抽样总体 {universe} 节",
        "figures missed ≤ {most} (95 %): {auditor} read drawn sections anew, {k} of {n} missed;"
        " drawn from {universe} sections",
    ),
    "measures.certificate.incomplete": (
        "该次抽查尚未完成，上限取自“随时可看”的区间",
        "that audit is not complete: the bound is one that may be looked at any time",
    ),
    "measures.certificate.beyond": (
        "{auditor} 的一次分层抽查（{n} 条，其中 {inside} 条在这些报告里）抽自更多的报告，"
        "对这些报告单独说不上什么，未计入",
        "an audit by strata of {auditor} ({n} figures, {inside} of them in these reports) was drawn from more"
        " reports: of these alone it says nothing and is left out",
    ),
    "measures.certificate.no_wrong": (
        "错误率：没有抽查，说不上；用 fzreview audit draw",
        "wrong: no audit, so nothing can be said; see fzreview audit draw",
    ),
    "measures.certificate.no_missed": (
        "漏提率：没有抽查过章节，说不上；用 fzreview audit draw --sections 40",
        "missed: no section was audited, so nothing can be said; see fzreview audit draw --sections 40",
    ),
    "measures.certificate.not_looked_at": (
        "没有看过的：未判定 {undecided} 条，存疑或待更正 {open} 条，只有一人判定 {single} 条，"
        "无人通读的正文 {unread}",
        "not looked at: {undecided} undecided, {open} unsure or not fixed yet, {single} decided by one alone,"
        " {unread} of the text read completely by nobody",
    ),
    "measures.certificate.more": (
        "{quantity}的上限要降到如下，还须再看这么多条且都对：{more}",
        "{quantity}: so many more must be looked at, all of them right, to bring it to {more}",
    ),
    "measures.certificate.caught": ("埋设的错误中被发现的 {rate}", "of seeded errors caught: {rate}"),
    "measures.certificate.no_seeds": (
        "没有埋设过错误，发现率说不上",
        "no errors were seeded, so no catch rate can be told",
    ),
    "measures.certificate.quantity.wrong": ("有错", "wrong"),
    "measures.certificate.quantity.missed": ("漏掉", "missed"),
    "measures.certificate.met": ("达到要求：{quantity} ≤ {wanted}", "met: {quantity} ≤ {wanted}"),
    "measures.certificate.not_met": (
        "未达到要求：{quantity} ≤ {wanted}；还须再看 {more} 条且都对",
        "not met: {quantity} ≤ {wanted}; {more} more must be looked at, all of them right",
    ),
    "measures.certificate.digest": ("摘要 {name} {digest}", "digest {name} {digest}"),
    # Progress
    "measures.progress.head": (
        "已判定 {decided}/{figures} 条，其中两人以上判定 {doubled} 条",
        "{decided} of {figures} figures decided, {doubled} by two or more",
    ),
    "measures.progress.weeks": (
        "未判定，起初及各周末（自 {monday}）：{plot} {undecided}",
        "undecided, at first and at the end of each week (since {monday}): {plot} {undecided}",
    ),
    "measures.progress.forecast": (
        "照最近几周的速度（每周 {per_week} 条），还要 {weeks} 周",
        "at the pace of the last weeks ({per_week} a week) {weeks} weeks are left",
    ),
    "measures.progress.hours": (
        "还要约 {hours} 个工时（停顿不计）",
        "about {hours} active hours are left",
    ),
    "measures.progress.person": (
        "{name}：{decided} 条、{reports} 份报告、通读 {sections} 节，每小时 {per_hour} 条，"
        "最后一次在 {idle} 天前",
        "{name}: {decided} figures in {reports} reports, {sections} sections read, {per_hour} an hour,"
        " last {idle} days ago",
    ),
    "measures.progress.share": (
        "{name} 分到 {reports} 份报告、{figures} 条，还剩 {left} 条",
        "{name} was given {reports} reports with {figures} figures, {left} are left",
    ),
    "measures.progress.adjudicated": (
        "已裁定 {adjudicated} 条，裁定后有人改变判定而失效的 {fallen} 条",
        "{adjudicated} adjudicated; {fallen} whose ruling a changed word has undone",
    ),
    "measures.progress.cases": ("分歧 · {kind} {count}", "in dispute · {kind} {count}"),
    "measures.progress.audits": (
        "抽查 {drawn} 次，完成 {complete} 次",
        "audits: {drawn} drawn, {complete} complete",
    ),
    # Quality
    "measures.quality.head": ("{name}：{decisions} 次判定", "{name}: {decisions} decisions"),
    "measures.quality.pace": (
        "一半判定在 {seconds} 秒内，每小时 {per_hour} 条（停顿不计）",
        "half of them within {seconds} s, {per_hour} an active hour",
    ),
    "measures.quality.hasty": ("判得过快 {rate}", "hasty {rate}"),
    "measures.quality.bulk": ("成批判定 {rate}", "in bulk {rate}"),
    "measures.quality.changed": ("改过自己的判定 {rate}", "changed their own word {rate}"),
    "measures.quality.seeds": (
        "埋设的错误：发现 {rate}；存疑 {doubted}，放过 {passed}，未判 {waiting}",
        "seeded errors: caught {rate}; doubted {doubted}, passed {passed}, not reached {waiting}",
    ),
    "measures.quality.seeds_of": ("  其中{what}：{rate}", "  of them {what}: {rate}"),
    "measures.seed.power": ("万、亿差位", "power of ten"),
    "measures.seed.digit": ("数字错漏", "digit"),
    "measures.seed.unit": ("单位", "unit"),
    "measures.seed.bound": ("界限", "bound"),
    "measures.seed.subject": ("主题", "subject"),
    "measures.seed.span": ("范围", "span"),
    "measures.seed.omitted": ("漏提", "left out"),
    "measures.seed.phantom": ("误提", "no figure"),
    "measures.seed.tied": ("有勾稽提示的", "with a tie that warns"),
    "measures.seed.untied": ("没有勾稽提示的", "without a tie"),
    "measures.quality.again": ("再做一遍，与自己一致 {rate}", "agreement with oneself {rate}"),
    "measures.quality.keyed": (
        "与机器不同：盲录的 {keyed}；看着机器结果判的 {shown}",
        "other than the machine: keyed blind {keyed}; judged with its answer shown {shown}",
    ),
    "measures.quality.gap": ("盲录差距 {gap}（95% {low}～{high}）", "gap {gap} (95 % {low} to {high})"),
    "measures.quality.not_asked": (
        "埋设错误的发现率、盲录差距和自我一致：无定义，还没有为此分发过任务",
        "seeded errors caught, the gap of blind keying, agreement with oneself: undefined,"
        " no work was handed out for them",
    ),
    # What a verdict says
    "measures.saying.verified": ("正确", "right"),
    "measures.saying.corrected": ("已更正", "corrected"),
    "measures.saying.added": ("补充", "added"),
    "measures.saying.rejected": ("不是数据", "no figure"),
    "measures.saying.unsure": ("存疑", "unsure"),
    "measures.saying.unfixed": ("错误待更正", "wrong, not fixed yet"),
}
