"""Words of ties and alarms, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "ties.type.part_of_sum": ("分项合计", "parts of a sum"),
    "ties.type.subset": ("部分与总体", "part of a whole"),
    "ties.type.rate": ("比率", "rate"),
    "ties.type.percent_sum": ("占比合计", "sum of shares"),
    "ties.type.change": ("增减", "change"),
    "ties.type.same": ("同一数据", "same figure"),
    "ties.type.product": ("乘积", "product"),
    "ties.type.average": ("平均", "average"),
    "ties.type.list_count": ("列举计数", "count of a list"),
    "ties.type.mismatch": ("说法不一", "two values"),
    "ties.role.total": ("总数", "total"),
    "ties.role.part": ("部分", "part"),
    "ties.role.base": ("基数", "base"),
    "ties.role.rate": ("比率", "rate"),
    "ties.role.from": ("原值", "from"),
    "ties.role.to": ("现值", "to"),
    "ties.role.difference": ("差额", "difference"),
    "ties.role.growth": ("增减幅", "growth"),
    "ties.role.product": ("积", "product"),
    "ties.role.factor": ("因数", "factor"),
    "ties.role.count": ("个数", "count"),
    "ties.role.average": ("平均数", "average"),
    "ties.role.one": ("一处", "one place"),
    "ties.role.other": ("另一处", "other place"),
    "ties.part_of_sum.true": (
        "各项之和等于总数 {total}：{explain}",
        "the parts make the total {total}: {explain}",
    ),
    "ties.part_of_sum.approx": (
        "各项之和约为 {sum}，与总数 {total} 不矛盾：{explain}",
        "the parts make about {sum}, which does not contradict the total {total}: {explain}",
    ),
    "ties.part_of_sum.false": (
        "各项之和为 {sum}，与总数 {total} 不符：{explain}",
        "the parts make {sum}, not the total {total}: {explain}",
    ),
    "ties.subset.true": ("部分不大于总体：{explain}", "no part is above the whole: {explain}"),
    "ties.subset.approx": (
        "部分与总体为概数，不矛盾：{explain}",
        "part and whole are told roughly and do not contradict: {explain}",
    ),
    "ties.subset.false": ("部分大于总体：{explain}", "a part is above the whole: {explain}"),
    "ties.rate.true": ("比率相符：{explain}", "the rate fits: {explain}"),
    "ties.rate.approx": (
        "比率大致相符：{explain}",
        "the rate fits roughly: {explain}",
    ),
    "ties.rate.false": (
        "比率不符：{explain}",
        "the rate does not fit: {explain}",
    ),
    "ties.rate.all": (
        "百分之百，即 {base} 全部完成",
        "a hundred percent: all of the {base}",
    ),
    "ties.rate.count": (
        "按基数 {base} 推算，约为 {count}：{explain}",
        "of {base} that makes {count}: {explain}",
    ),
    "ties.rate.base": (
        "基数未写明，推算约为 {base}：{explain}",
        "the base is not told; it would be about {base}: {explain}",
    ),
    "ties.percent_sum.true": ("各占比之和为 100%：{explain}", "the shares make 100%: {explain}"),
    "ties.percent_sum.approx": (
        "各占比之和不超过 100%：{explain}",
        "the shares make no more than 100%: {explain}",
    ),
    "ties.percent_sum.false": (
        "各占比之和超过 100%：{explain}",
        "the shares make more than 100%: {explain}",
    ),
    "ties.change.true": ("增减相符：{explain}", "the change fits: {explain}"),
    "ties.change.approx": ("增减大致相符：{explain}", "the change fits roughly: {explain}"),
    "ties.change.false": ("增减不符：{explain}", "the change does not fit: {explain}"),
    "ties.change.rises": ("与“增”的说法一致：{explain}", "it rises, as is told: {explain}"),
    "ties.change.falls": ("与“减”的说法一致：{explain}", "it falls, as is told: {explain}"),
    "ties.change.not_rising": (
        "说是增加，数值却没有增加：{explain}",
        "a rise is told, but the value does not rise: {explain}",
    ),
    "ties.change.not_falling": (
        "说是减少，数值却没有减少：{explain}",
        "a fall is told, but the value does not fall: {explain}",
    ),
    "ties.same.true": ("两处数值一致：{explain}", "both places tell the same value: {explain}"),
    "ties.same.approx": ("两处数值大致一致：{explain}", "both places tell about the same: {explain}"),
    "ties.product.true": ("乘积相符：{explain}", "the product fits: {explain}"),
    "ties.product.approx": ("乘积大致相符：{explain}", "the product fits roughly: {explain}"),
    "ties.average.true": ("平均数相符：{explain}", "the average fits: {explain}"),
    "ties.average.approx": ("平均数大致相符：{explain}", "the average fits roughly: {explain}"),
    "ties.average.false": ("平均数不符：{explain}", "the average does not fit: {explain}"),
    "ties.list_count.true": (
        "列举了 {listed} 项，与所写数目一致",
        "{listed} are listed, as many as told",
    ),
    "ties.list_count.approx": (
        "列举了 {listed} 项并写有“等”，不超过所写的 {named} 项",
        "{listed} are listed with an «and others», no more than the {named} told",
    ),
    "ties.list_count.false": (
        "列举了 {listed} 项，写的却是 {named} 项",
        "{listed} are listed, but {named} are told",
    ),
    "ties.mismatch.false": (
        "同样的说法，数值不同：{explain}",
        "the same wording with two values: {explain}",
    ),
    "ties.alarm.percent_over_100": (
        "{percent} 超过 100%，又不是增幅",
        "{percent} is above 100% and no growth",
    ),
    "ties.alarm.far_magnitude": (
        "比同类数据中最大的 {neighbour} 还大 {times} 倍，请核对“万”“亿”",
        "{times} times the largest of its kind ({neighbour}); check the magnitude",
    ),
    "ties.alarm.lost_magnitude": (
        "金额小得反常，请核对是否漏写“万”“亿”",
        "an amount so small that a magnitude may be missing",
    ),
    "ties.alarm.empty_range": (
        "区间的上限 {upper} 不大于下限 {lower}",
        "the upper end {upper} of the range is not above the lower one {lower}",
    ),
    "ties.alarm.odd_unit": (
        "“{noun}”一般不用“{unit}”计数",
        "{noun} is not counted in {unit}",
    ),
    "ties.alarm.unit_apart": (
        "单位“{unit}”与上下文的“{expected}”不一致",
        "the unit {unit} differs from {expected} around it",
    ),
    "ties.alarm.odd_fraction": (
        "以“{unit}”计数，却带有小数",
        "{unit} are counted, but with a fraction",
    ),
    "ties.alarm.odd_year": (
        "写的是 {year} 年，报告年度是 {report} 年",
        "the year {year} is told, the report is of {report}",
    ),
    "ties.alarm.jump_across": (
        "{where}：{value}，相差约 {times} 倍",
        "{where}: {value}, about {times} times apart",
    ),
    "ties.alarm.extractor_doubt": ("抽取时存疑：{doubt}", "the extractor doubts: {doubt}"),
}
