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
    # What a verdict says
    "measures.saying.verified": ("正确", "right"),
    "measures.saying.corrected": ("已更正", "corrected"),
    "measures.saying.added": ("补充", "added"),
    "measures.saying.rejected": ("不是数据", "no figure"),
    "measures.saying.unsure": ("存疑", "unsure"),
    "measures.saying.unfixed": ("错误待更正", "wrong, not fixed yet"),
}
