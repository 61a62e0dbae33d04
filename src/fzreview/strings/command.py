"""What the commands do and take, key → (zh, en); the line of each command is ``command.NAME``."""

WORDS: dict[str, tuple[str, str]] = {
    "command.read": (
        "读取报告而不入库：显示提纲、数据和修复，或输出 JSON",
        "read reports without storing them: outline, figures and repairs, or JSON",
    ),
    "command.read.paths": (
        "文件、文件夹、压缩包（zip、tar）、JSONL 抓取文件，或 - 表示标准输入",
        "files, folders, archives (zip, tar), JSONL crawls, or - for standard input",
    ),
    "command.json": ("输出 JSON，每行一个对象", "print JSON, one object a line"),
    "command.report": (
        "报告：文件名或其一部分，或 sha256 的开头",
        "a report: its file name or a part of it, or the beginning of its sha256",
    ),
    "command.figure": (
        "数据编号，形如 4f1d0c2ab93e:614-620（见 fzreview figures）",
        "a figure's key such as 4f1d0c2ab93e:614-620 (see fzreview figures)",
    ),
    "command.reviewer": (
        "审核人（默认取环境变量 FZREVIEW_REVIEWER，否则取系统用户名）",
        "who decides (default: FZREVIEW_REVIEWER, else the system's user)",
    ),
    "command.review": ("打开审核台，从上次的位置继续", "open the review desk where you left off"),
    "command.review.sitting": (
        "本场：判定 {decisions} 条，用时 {minutes} 分钟（停顿不计）",
        "this sitting: {decisions} decisions in {minutes} active minutes",
    ),
    "command.review.per_hour": ("，每小时 {per_hour} 条", ", {per_hour} an hour"),
    "command.review.plot": ("每十分钟：{plot}", "every ten minutes: {plot}"),
    "command.demo": (
        "用五份示例报告打开审核台，退出后不留痕迹",
        "open the desk on the five example reports, in a store that is thrown away",
    ),
    "command.demo.loading": ("正在载入五份示例报告……", "loading the five example reports …"),
    "command.load": (
        "载入报告：文件、文件夹、压缩包或 JSONL",
        "load reports: files, folders, archives or JSONL",
    ),
    "command.load.paths": (
        "文件、文件夹、压缩包（zip、tar）、JSONL 抓取文件，或 - 表示标准输入",
        "files, folders, archives (zip, tar), JSONL crawls, or - for standard input",
    ),
    "command.load.jobs": (
        "同时读取的进程数（默认：报告多时每个核心一个）",
        "processes that read at the same time (default: one a core where there are many reports)",
    ),
    "command.list": ("列出报告和审核进度", "list the reports with their progress"),
    "command.list.empty": (
        "资料库还是空的；用 fzreview load 载入报告，或用 fzreview demo 试用",
        "the store is empty; load reports with fzreview load, or try fzreview demo",
    ),
    "command.figures": ("列出数据及其判定", "list figures with their verdicts"),
    "command.figures.status": ("只列出这种状态的数据", "only figures with this status"),
    "command.ties": (
        "数据之间的勾稽和疑点：哪些相符，哪些不符",
        "how the figures of a report tie to each other, and what does not fit",
    ),
    "command.doubts": (
        "按可疑程度列出数据及原因",
        "figures in the order of doubt, with the reasons",
    ),
    "command.show": ("显示一条数据及其历史", "show one figure with its history"),
    "command.judge": ("不用界面判定一条数据", "decide on a figure without a screen"),
    "command.judge.verdict": ("判定，或撤销自己对它的上一判定", "the verdict, or undo your last one on it"),
    "command.judge.reason": ("为什么有误", "why it is wrong"),
    "command.judge.class": ("不是数据时，属于哪一类", "what it is when it is not a figure"),
    "command.judge.value": (
        "更正：数值，如 269.95亿、二十三、3-5",
        "correction: the value, such as 269.95亿, 二十三, 3-5",
    ),
    "command.judge.upper": ("更正：范围的上限", "correction: the upper value of a range"),
    "command.judge.unit": ("更正：单位", "correction: the unit"),
    "command.judge.kind": (
        "更正：类别（count money percent ratio rank score duration measure）",
        "correction: the kind (count money percent ratio rank score duration measure)",
    ),
    "command.judge.bound": ("更正：界限（= ~ > >= < <=）", "correction: the bound (= ~ > >= < <=)"),
    "command.judge.subject": ("更正：主题", "correction: the subject"),
    "command.export": ("导出金标数据", "write the gold data"),
    "command.export.output": (
        "文件夹（没有则新建），或 - 表示把 JSONL 写到标准输出",
        "a folder (made where there is none), or - for JSONL on standard output",
    ),
    "command.export.format": (
        "格式（可重复；jsonl 总会写出）",
        "a format (may be repeated; jsonl is always written)",
    ),
    "command.export.reviewer": ("只导出这位审核人的判定", "only this reviewer's decisions"),
    "command.export.splits": (
        "各份的比例，如 train=80,dev=10,test=10（默认）；同一发布机关的报告总在同一份",
        "shares of the splits (train=80,dev=10,test=10); an issuer's reports stay together",
    ),
    "command.export.no_splits": ("不划分", "do not split"),
    "command.export.done": (
        "已写出 {records} 条金标记录到 {folder}；{excluded} 条尚非金标（未判定、存疑、待更正等）",
        "wrote {records} gold records to {folder}; {excluded} figures are no gold yet"
        " (undecided, unsure, waiting for a fix: see manifest.json)",
    ),
    "command.export.refused": (
        "{key}（{reviewer}）：原文已变，此处应为“{surface}”，现为“{found}”，未导出；"
        "请用 fzreview verify-store 检查资料库",
        "{key} ({reviewer}): the source text has changed, «{surface}» should stand where «{found}» does;"
        " left out. Check the store with fzreview verify-store",
    ),
    "command.evaluate": (
        "对照金标给提取结果打分",
        "score predictions, or the built-in extractor, against gold",
    ),
    "command.evaluate.gold": (
        "金标：figures.jsonl、导出的文件夹，或含有 figures、outline、meta、repairs 的文件夹",
        "gold: a figures.jsonl, an exported folder, or a folder with figures, outline, meta and repairs",
    ),
    "command.evaluate.pred": (
        "预测：JSONL，每行至少有 start、end、value（也可以是 read --json 的输出；- 为标准输入）；\n"
        "省略则评测内置程序",
        "predictions: JSONL with start, end and value (or the output of read --json; - is standard input);\n"
        "without it the built-in extractor",
    ),
    "command.evaluate.against": (
        "与另一份预测逐条比较，给出检验结果",
        "compare with another prediction figure by figure, with a test",
    ),
    "command.evaluate.sources": (
        "原文所在文件夹（默认在金标旁边、示例报告和资料库里找）",
        "where the source texts lie (default: beside the gold, the example reports, the store)",
    ),
    "command.evaluate.reviewer": ("只用这位审核人的金标", "only this reviewer's gold"),
    "command.evaluate.split": ("只用这一部分：train、dev 或 test", "only this split: train, dev or test"),
    "command.evaluate.by": (
        "分组：kind、bound、unit、section、report，逗号分隔；none 不分组（默认全部）",
        "groups: kind, bound, unit, section, report, with commas; none for no groups (default: all)",
    ),
    "command.evaluate.aspect": (
        "只列这几种差异：missed、spurious、span、value、upper、unit、kind、bound、subject，逗号分隔",
        "only these differences: missed, spurious, span, value, upper, unit, kind, bound, subject,\n"
        "with commas",
    ),
    "command.evaluate.differences": (
        "每种差异最多列 N 条（默认 {shown}；--json 默认全部）",
        "at most N differences of each sort (default {shown}; with --json all)",
    ),
    "command.evaluate.min_f1": (
        "低于此值时返回 1：0.97 指严格 F1；也可写 strict=0.97,subject=0.9",
        "exit code 1 below this: 0.97 is the strict F1; or strict=0.97,subject=0.9",
    ),
    "command.verify-store": (
        "核对：判定各表是否与日志一致",
        "check that the verdict tables agree with the journal",
    ),
    "command.verify_store.right": (
        "一致：重放 {entries} 条日志，各表相同",
        "right: {entries} journal entries replayed give the same tables",
    ),
    "command.verify_store.wrong": (
        "不一致：重放 {entries} 条日志，有 {differences} 处不同（+ 只在库中，- 只在重放中）",
        "wrong: {entries} journal entries replayed, {differences} differences"
        " (+ only in the store, - only in the replay)",
    ),
    "command.backup": ("复制资料库（审核台开着也可以）", "copy the store, also while a desk is open"),
    "command.backup.file": ("新文件的路径", "path of the new file"),
    "command.backup.done": ("已复制到 {path}", "copied to {path}"),
}
