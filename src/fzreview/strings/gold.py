"""Words about gold data, key → (zh, en): what a format cannot say of it."""

WORDS: dict[str, tuple[str, str]] = {
    "gold.not_held.span": (
        "位置截不出所记的文字，未写入",
        "the span does not cut out what it should and was not written",
    ),
    "gold.not_held.incomplete": (
        "句中还有未定的内容，未写入（要写入 spacy 请加 --incomplete）",
        "something in the sentence is not settled, and it was not written (spacy takes it with --incomplete)",
    ),
    "gold.not_held.contradicted": (
        "同一句话有两种标法，未写入",
        "the sentence is labelled in two ways, and was not written",
    ),
    "gold.not_held.overlapping": (
        "与另一条重叠，标签表示不了，只写在旁注里",
        "overlaps another figure, so that no tag can say it; it stands beside the tags",
    ),
    "gold.not_held.rejected": (
        "不是数据（负例），标签表示不了，只写在旁注里",
        "no figure (a hard negative), which no tag can say; it stands beside the tags",
    ),
    "gold.not_held.section": (
        "通读过的章节里没有一个句子，未写入",
        "a section was read completely but holds no sentence, and was not written",
    ),
    "gold.not_held.unsettled": (
        "存疑、待更正、单独的批注和排除的候选，只有 unsettled.jsonl 装得下",
        "unsure, waiting for a fix, a comment alone, a ruled-out candidate: only unsettled.jsonl holds these",
    ),
    "gold.not_held.wide": (
        "报告含基本平面以外的字，位置按 UTF-16 计；现在的 Label Studio 计码点，请用 labelstudio",
        "the report holds characters beyond the basic plane, and offsets are UTF-16 units; Label Studio of"
        " today counts code points, use labelstudio",
    ),
    "gold.not_held.escaped": (
        "单元格里有 XML 写不了的字符，按该格式写成 _xHHHH_；Excel 会还原，别的程序可能不会",
        "the cell holds characters that XML cannot say, written as _xHHHH_; Excel turns them back, other"
        " programs may not",
    ),
    "gold.not_held.cut": (
        "超过一个单元格能放的 32767 个字，已截断",
        "longer than the 32,767 characters that a cell holds, and cut",
    ),
}
