"""Correction, subjects, comments, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "desk.correct.snapped": ("已贴合到数字和单位", "snapped to numeral and unit"),
    "desk.subject.title": ("主题：{subject}", "Subject: {subject}"),
    "desk.subject.picked": ("选成：", "picked:"),
    "desk.correct.title": ("更正数据", "Correct the figure"),
    "desk.add.title": ("补充数据", "Add a missed figure"),
    "desk.correct.in_text": ("原句：", "In the text:"),
    "desk.correct.reads_as": ("读作 {value}", "reads as {value}"),
    "desk.correct.keys": (
        "Enter 保存   Esc 放弃   Tab 下一项   Ctrl+←/→ 移动末尾   Ctrl+↑/↓ 移动开头   Ctrl+S 贴合",
        "Enter save   Esc give up   Tab next field   Ctrl+←/→ move the end   Ctrl+↑/↓ move the start"
        "   Ctrl+S snap",
    ),
    "desk.correct.quick": (
        "数值未动时一键改好并保存：{kinds}；{bounds}；{units}",
        "before a value is typed one key corrects and saves: {kinds}; {bounds}; {units}",
    ),
    "desk.correct.chosen": ("{field}已选，尚未保存；Enter 保存", "{field} was chosen; Enter saves"),
    "desk.corrected": ("{change}；{keys.undo} 撤销", "{change}; {keys.undo} takes it back"),
    "desk.corrected.field": (
        "改了{field}；{keys.undo} 撤销",
        "{field} was changed; {keys.undo} takes it back",
    ),
    "desk.correct.bad_value": (
        "数值要写成数字，例如 1234、12.5、269.95亿、二十三、3-5",
        "a value is a number such as 1234, 12.5, 269.95亿, 二十三 or 3-5",
    ),
    "desk.subject.none_offered": (
        "没有第 {digit} 种提法，什么也没改",
        "{digit} offers nothing; nothing was changed",
    ),
    "desk.subject.cutting": (
        "句子还在分词，好了再按；什么也没改",
        "the sentence is still being cut into words: press again then; nothing was changed",
    ),
    "desk.correct.letter": (
        "{letter} 在数值栏没有作用，什么也没改",
        "{letter} does nothing in the value's field; nothing was changed",
    ),
    "desk.correct.bad_range": ("范围的上限要大于下限", "the upper value must be above the lower one"),
    "desk.correct.long_subject": (
        "主题有 {count} 字，通常不到 {usual} 字；真要这样，再按一次 Enter",
        "the subject has {count} characters, usually below {usual}; Enter once more to keep it all the same",
    ),
    "desk.correct.moved": (
        "范围变了：单位、界限已按新范围填好，请核对",
        "the span is another: unit and bound were filled in anew, look at them",
    ),
    "desk.correct.no_subject": ("主题不能为空", "the subject must not be empty"),
    "desk.comment.title": (
        "批注（Enter 保存，Esc 放弃；留空则删除）",
        "Comment (Enter saves, Esc gives up; empty deletes)",
    ),
}
