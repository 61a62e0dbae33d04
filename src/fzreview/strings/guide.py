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
    # In two characters, for a line that holds all of them
    "guide.brief.date": ("日期", "date"),
    "guide.brief.ordinal": ("序数", "ordinal"),
    "guide.brief.naming": ("编号", "name"),
    "guide.brief.outline": ("提纲", "mark"),
    "guide.brief.slogan": ("提法", "slogan"),
    "guide.brief.vague": ("模糊", "vague"),
    "guide.brief.article": ("泛指", "一"),
    "guide.brief.threshold": ("门槛", "limit"),
    "guide.brief.window": ("期间", "window"),
}
