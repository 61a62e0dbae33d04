"""Ties, and figures of other reports, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "desk.ties.more": ("[另有 {count} 行勾稽等]", "[{count} more lines]"),
    "desk.ties.offer": ("[{keys.verify_tie} 一并核实 {count} 条]", "[{keys.verify_tie} verifies {count}]"),
    "desk.evidence.open": ("未核", "unchecked"),
    "desk.ties.at": (
        "勾稽 {number}/{count}（第 {stop}/{stops} 处）：{tie}   {keys.ties} 下一处，{keys.back} 返回",
        "tie {number}/{count} (stop {stop}/{stops}): {tie}   {keys.ties} onward, {keys.back} back",
    ),
    "desk.ties.back": ("勾稽走完，回到出发的数据", "the ties are walked; back where it began"),
    "desk.ties.none": (
        "这条数据在本报告内没有勾稽；再按 {keys.ties} 或按 {keys.across} 看其他报告里的同一主题",
        "no tie with another figure here; {keys.ties} again or {keys.across} looks into other reports",
    ),
    "desk.ties.no_offer": (
        "没有可一并核实的勾稽：须明文说出、算得相符、错一个数就不成立、有未判定的",
        "no tie to verify at once: it must be told, hold, fail for wrong numbers, and have undecided figures",
    ),
    "desk.across.title": ("其他报告：{subject}  {value}", "other reports: {subject}  {value}"),
    "desk.across.reading": ("正在查……", "looking …"),
    "desk.across.none": (
        "其他报告里没有找到同一主题、同一单位的数据",
        "no figure of the same subject and unit in other reports",
    ),
    "desk.across.no_subject": (
        "这条数据没有主题，无从比较",
        "this figure has no subject to compare by",
    ),
    "desk.across.counts": (
        "{count} 处；数值后是它与本条之比",
        "{count} places; behind a value its ratio to this one",
    ),
    "desk.across.times": ("{times} 倍", "x{times}"),
    "desk.across.gone": ("那份报告已不在资料库里", "that report is no longer in the store"),
    "desk.across.went": ("{keys.back} 回到离开的地方", "{keys.back} goes back to where one came from"),
    "desk.bulk.title": (
        "一并核实：{tie}   换错一个数仍成立：{chance}",
        "verify all of: {tie}   holds with a wrong number: {chance}",
    ),
    "desk.bulk.read": (
        "算术证明数值和单位，不证明主题：请读每一条的主题",
        "the arithmetic proves values and units, no subject: read the subject of each",
    ),
    "desk.bulk.not_fixed": ("勾稽定不住它，不动", "not fixed by the tie, stays"),
    "desk.bulk.stays": ("已判定，不动", "decided before, stays"),
    "desk.bulk.keys": (
        "再按一键（Enter 或 g）就核实带 > 的 {count} 条，算一步，可一次撤销",
        "one key more (Enter or g) verifies the {count} marked by >, as one step to undo",
    ),
    "desk.bulk.number": ("勾稽 {number}/{count}", "tie {number}/{count}"),
    "desk.and_others": ("{first} 等 {count} 条", "{first} and others, {count} in all"),
    "desk.and_sections": ("{first} 等 {count} 节", "{first} and others, {count} sections in all"),
}
