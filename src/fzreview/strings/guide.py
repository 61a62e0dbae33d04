"""Words of the annotation guide: classes of what is not a figure, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "guide.date": ("日期时间", "date"),
    "guide.ordinal": ("序数", "ordinal"),
    "guide.naming": ("编号名称", "naming number"),
    "guide.outline": ("提纲序号", "outline mark"),
    "guide.slogan": ("固定提法", "slogan"),
    "guide.vague": ("模糊数量", "vague"),
    "guide.article": ("泛指的一", "article 一"),
    "guide.threshold": ("门槛规格", "threshold"),
    "guide.window": ("统计期间", "window"),
}
