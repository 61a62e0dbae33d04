"""Words for what was read out of a report, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "reading.no_title": ("（无标题）", "(no title)"),
    "reading.year": ("年度", "year"),
    "reading.region": ("地区", "region"),
    "reading.issuer": ("发文机关", "issuer"),
    "reading.publish_date": ("发布日期", "published"),
    "reading.sign_date": ("落款日期", "signed"),
    "reading.doc_number": ("文号", "document no."),
    "reading.index_number": ("索引号", "index no."),
    "reading.source": ("来源", "source"),
    "reading.chars": ("{count} 字", "{count} characters"),
    "reading.repairs": ("修复 {count} 处", "repairs: {count}"),
    "reading.places": ("{count} 处", "{count} places"),
    "reading.removed": ("（删去）", "(removed)"),
    "reading.flagged": ("存疑，未改动", "doubtful, left as it is"),
    "reading.outline": (
        "提纲 {sections} 个标题，数据 {figures} 条",
        "outline: {sections} headings, {figures} figures",
    ),
    "reading.doubt.no_unit": ("没有写单位", "no unit is written"),
    "reading.doubt.bare_number": ("表格中单独的数字", "a number alone in a table cell"),
    "reading.doubt.rare_unit": ("少见的单位，可能是别的词", "a rare unit, perhaps another word"),
    "reading.doubt.chinese_numeral": (
        "中文数字，可能是固定提法",
        "a Chinese numeral, perhaps a set name",
    ),
    "reading.doubt.approximate_pair": ("两个数字连用的概数", "a guess between two neighbouring digits"),
    "reading.doubt.in_quotes": ("在引号之内", "inside a quotation"),
    "reading.doubt.damaged_text": ("原文此处经过修复", "the text was repaired here"),
    "reading.doubt.by_hand": ("人工标出，各项待核对", "marked by hand; check the fields"),
}
