"""What the commands do and take, key → (zh, en); the line of each command is ``command.NAME``."""

WORDS: dict[str, tuple[str, str]] = {
    "command.read": (
        "读取报告而不入库：显示提纲、数据和修复，或输出 JSON",
        "read reports without storing them: outline, figures and repairs, or JSON",
    ),
    "command.read.paths": (
        "文件（文本、网页、PDF、Word、表格、JSONL）、文件夹、压缩包，或 - 表示标准输入",
        "files (text, pages, PDF, Word, tables, JSONL), folders, archives, or - for standard input",
    ),
    "command.read.output": (
        "把每个输入（一批报告）的读取结果写入这个文件夹，一个输入一个文件；已有的不再读",
        "write what was read of each input (a shard of reports) to this folder, a file each;"
        "\nwhat is there is not read again",
    ),
    "command.read.jobs": (
        "与 -o 一起：同时读取的进程数（默认 1）",
        "with -o: processes that read at the same time (default 1)",
    ),
    "command.read.format": (
        "与 -o 一起：jsonl（完整读取结果，可用 load --readings 入库）或 parquet（一条数据一行，供分析）",
        "with -o: jsonl (everything; load --readings takes it) or parquet (a row a figure, for analysis)",
    ),
    "command.read.shard.read": (
        "{shard}：{reports} 份报告，{figures} 条数据 → {output}",
        "{shard}: reports {reports}, figures {figures} → {output}",
    ),
    "command.read.shard.done": (
        "{shard}：已有 {output}，不再读",
        "{shard}: {output} is there, not read again",
    ),
    "command.read.shard.refused": (
        "{shard}：没有读到报告，没有写 {output}",
        "{shard}: no report could be read, {output} was not written",
    ),
    "command.load.readings": (
        "载入 read -o 写在这个文件夹里的读取结果，不再读一遍",
        "load the readings that read -o wrote to this folder, without reading again",
    ),
    "command.read.explain": (
        "JSON 中并给出每处数字所依据的规则",
        "JSON with the rules that decided about each number",
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
    "command.review.package_left": (
        "{name} 还有 {left} 条未判定；判定都在这个文件里，随时可以交回",
        "{name}: {left} figures are undecided; what was decided is in this file, send it back at any time",
    ),
    "command.review.package_done": (
        "{name} 已全部判定，可以交回",
        "{name}: every figure is decided, it can be sent back",
    ),
    "command.review.care": (
        "本场：通读 {sections} 节，查清存疑 {doubts} 条，快于阅读的判定占 {hasty}%",
        "this sitting: {sections} sections read, {doubts} doubts cleared, {hasty} % faster than reading",
    ),
    "command.review.sitting": (
        "判定 {decisions} 条，用时 {minutes} 分钟（停顿不计）",
        "{decisions} decisions in {minutes} active minutes",
    ),
    "command.review.per_hour": ("，每小时 {per_hour} 条", ", {per_hour} an hour"),
    "command.review.plot": ("每十分钟：{plot}", "every ten minutes: {plot}"),
    "command.demo": (
        "用五份示例报告打开审核台，退出后不留痕迹",
        "open the desk on the five example reports, in a store that is thrown away",
    ),
    "command.demo.loading": ("正在载入五份示例报告……", "loading the five example reports …"),
    "command.load": (
        "载入报告：文本、网页、PDF、Word、表格、JSONL、文件夹或压缩包",
        "load reports: text, pages, PDF, Word, tables, JSONL, folders or archives",
    ),
    "command.load.paths": (
        "文件（文本、网页、PDF、Word、表格、JSONL）、文件夹、压缩包，或 - 表示标准输入",
        "files (text, pages, PDF, Word, tables, JSONL), folders, archives, or - for standard input",
    ),
    "command.load.columns": (
        "表格和 JSON 的哪一列是什么：text=正文,title=标题,url=链接,date=日期,source=来源\n（默认按列名认）",
        "which columns of tables and JSON hold what: text=NAME,title=NAME,url=NAME,date=NAME,source=NAME"
        "\n(default: by their names)",
    ),
    "command.load.report": (
        "把每个遇到的文件的结果写入这个文件（.csv 或 .jsonl）",
        "write what became of every file that was met to this file (.csv or .jsonl)",
    ),
    "command.load.dry_run": (
        "只试读并报告结果，什么也不存",
        "read and tell everything, store nothing",
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
    "command.panel": (
        "同一指标在各地各年的数值：主题含所给词语的数据，排成地区×年份",
        "one indicator over years and places: figures whose subject holds the words, place by year",
    ),
    "command.panel.words": ("主题里的词语，须都出现", "words of the subject, all of which must occur"),
    "command.panel.region": ("只列地区或机关名含此的报告", "only reports whose region or issuer holds this"),
    "command.panel.years": (
        "只列这些年度，如 2021 或 2019-2023",
        "only these years, such as 2021 or 2019-2023",
    ),
    "command.panel.all": ("未判定的也列出（通常只列金标）", "undecided ones too, not gold alone"),
    "command.panel.format": (
        "table（表格）、csv、parquet、json；后三种每条数据一行，带编号",
        "table, csv, parquet or json; the last three give a row for each figure, with its key",
    ),
    "command.panel.likeness": ("与所给词语相近 {percent}%", "{percent} % like the words"),
    "command.panel.none": (
        "没有主题含这些词语的金标数据；加 --all 也看未判定的",
        "no gold figure has a subject with these words; --all looks at undecided ones too",
    ),
    "command.rulings": (
        "列出团队自己的裁定：怎样判、为什么、例句",
        "list the team's own rulings: what was decided, why, in which sentence",
    ),
    "command.lessons": (
        "各次更正的共同点：哪类读法错得最多，附规则和例句",
        "what corrections have in common: which slips are most frequent, with rules and examples",
    ),
    "command.lessons.none": ("还没有更正或剔除", "nothing was corrected or rejected yet"),
    "command.lessons.nothing": ("（无）", "(none)"),
    "command.lessons.rejected": ("不是数据：{before}，{after}", "no figure: {before}, {after}"),
    "command.lessons.factor": ("数值差 {after} 倍：{before}", "value × {after}: {before}"),
    "command.lessons.value": ("数值读错：{before}", "value misread: {before}"),
    "command.lessons.unit": ("单位：{before} → {after}", "unit: {before} → {after}"),
    "command.lessons.kind": ("类别：{before} → {after}", "kind: {before} → {after}"),
    "command.lessons.bound": ("界限：{before} → {after}", "bound: {before} → {after}"),
    "command.lessons.begins": ("主题开头：{before} → {after}", "subject begins: {before} → {after}"),
    "command.lessons.ends": ("主题末尾：{before} → {after}", "subject ends: {before} → {after}"),
    "command.lessons.subject": ("主题完全不同", "another subject altogether"),
    "command.lessons.span": ("范围：{before} → {after}", "span: {before} → {after}"),
    "command.ties": (
        "数据之间的勾稽和疑点：哪些相符，哪些不符",
        "how the figures of a report tie to each other, and what does not fit",
    ),
    "command.doubts": (
        "按可疑程度列出数据及原因",
        "figures in the order of doubt, with the reasons",
    ),
    "command.show": ("显示一条数据及其历史", "show one figure with its history"),
    "command.suggest": (
        "接下来最值得审核的报告及理由",
        "the reports that are most worth verifying next, with reasons",
    ),
    "command.suggest.n": ("几份（默认 {usual}）", "how many ({usual} by default)"),
    "command.suggest.reason.doubts": (
        "{undecided} 条未定数据中有 {doubted} 条可疑",
        "{doubted} of {undecided} undecided figures are doubtful",
    ),
    "command.suggest.reason.layers": (
        "图层与 {apart} 处数据不同",
        "layers differ at {apart} figures",
    ),
    "command.suggest.reason.confidence": (
        "图层把握不大（平均差 {unsure}）",
        "layers are not sure ({unsure} short of certain on average)",
    ),
    "command.suggest.reason.wordings": (
        "还没有审核过的写法：{wordings}",
        "wordings not decided on yet: {wordings}",
    ),
    "command.suggest.reason.year": ("{year} 年审核得少", "few reports of {year} were verified"),
    "command.suggest.reason.region": ("{region} 审核得少", "few reports of {region} were verified"),
    "command.suggest.no_year": ("没有年份的审核得少", "few reports without a year were verified"),
    "command.suggest.no_region": ("没有地区的审核得少", "few reports without a region were verified"),
    "command.judge": ("不用界面判定一条数据", "decide on a figure without a screen"),
    "command.judge.verdict": ("判定，或撤销自己对它的上一判定", "the verdict, or undo your last one on it"),
    "command.judge.reason": ("为什么有误", "why it is wrong"),
    "command.judge.start": (
        "数据应当从这里开始（原文码点）",
        "where the figure should begin (code points of the source)",
    ),
    "command.judge.end": ("应当到这里为止（不含）", "where it should end (exclusive)"),
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
        "格式（可重复；jsonl 总会写出）：{known}",
        "a format (may be repeated; jsonl is always written): {known}",
    ),
    "command.export.reviewer": ("只导出这位审核人的判定", "only this reviewer's decisions"),
    "command.export.no_hasty": (
        "不导出判得过快（来不及读）的判定",
        "leave out decisions that were made faster than anybody reads",
    ),
    "command.export.status": (
        "只导出这种判定：verified 核实的和补充的，wrong 更正的和剔除的",
        "only verdicts of this status: verified (and added), wrong (corrected or rejected)",
    ),
    "command.export.hasty": (
        "{records} 条记录中有 {hasty} 条判得过快（hasty）；--no-hasty 可不导出它们",
        "{hasty} of {records} records were decided faster than anybody reads (hasty);"
        " --no-hasty leaves them out",
    ),
    "command.export.conflicts": (
        "有 {count} 条判定与同一审核人对同一句话的另一条判定相反（一处是数据，一处不是），只导出先出现的那条",
        "{count} decisions say the opposite of what the same reviewer said of the same sentence elsewhere"
        " (a figure here, none there); only what came first goes out",
    ),
    "command.export.settled": (
        "每条数据一行，写明有多可靠（默认就是这样）",
        "one row a figure that says how sure it is (this is the default)",
    ),
    "command.export.names": (
        "写出审核人的姓名；默认写 r1、r2……，同一资料库每次相同",
        "name people as they are; else r1, r2 …, the same ones at each export of a store",
    ),
    "command.export.single_in_test": (
        "test 也收只有一人看过的数据；默认只收两人一致、裁定或抽查过的（一个人的资料库不受此限）",
        "test also takes what only one person decided; else what two agree on, what was settled or audited\n"
        "(a store of one person knows no such rule)",
    ),
    "command.export.single": (
        "test 没有收只有一人看过的 {count} 条；--single-in-test 一并写出",
        "{count} figures that only one person decided are not in test; --single-in-test takes them",
    ),
    "command.export.each_reviewer": (
        "改为每位审核人的记录各一行，有分歧的也写出",
        "the row of each reviewer instead, also of what is disputed",
    ),
    "command.export.disputed": (
        "有 {count} 条数据有分歧，裁定之前不导出；--each-reviewer 写出各人的记录",
        "{count} disputed figures are left out until somebody settles them;"
        " --each-reviewer writes the row of each reviewer",
    ),
    "command.export.contradictions": (
        "有 {count} 条数据的判定在审核人之间互相矛盾，各人的记录都已写出；fzreview check 会逐条指出",
        "reviewers contradict each other on {count} figures, and each one's rows go out;"
        " fzreview check names them",
    ),
    "command.list.contradictions": ("{count} 条有分歧", "{count} figures disputed"),
    "command.export.splits": (
        "各份的比例，如 train=80,dev=10,test=10（默认）；同一发布机关的报告总在同一份",
        "shares of the splits (train=80,dev=10,test=10); an issuer's reports stay together",
    ),
    "command.export.units": (
        "doccano 的位置单位：utf16（默认）、codepoints、graphemes（项目按字形计数时）",
        "units of doccano's offsets: utf16 (the default), codepoints, graphemes where a project counts them",
    ),
    "command.export.no_texts": ("hf 不带报告全文", "hf without the texts of the reports"),
    "command.export.incomplete": (
        "spacy 也写入还有未定内容的句子（标为缺失；spancat 会当作没有数据）",
        "spacy also with sentences that are not settled wholly (missing; spancat takes that for no figure)",
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
    "command.export.not_held": ("{format}：{told}（{count} 条）", "{format}: {told} ({count})"),
    "command.check": (
        "检查导出的金标文件夹：文件、位置、重复、各份之间的泄漏",
        "check an exported folder: files, spans, duplicates, leaks between splits",
    ),
    "command.check.folder": (
        "导出的文件夹（其中有 manifest.json）",
        "the folder of an export, with its manifest.json",
    ),
    "command.check.right": ("没有问题", "nothing is wrong"),
    "command.check.wrong": ("有 {found} 处问题", "{found} things are wrong"),
    "command.import": (
        "把金标数据（也包括在其他标注工具里改过的）读回资料库",
        "take gold back into the store, also after work in another annotation tool",
    ),
    "command.import.format": (
        "格式：{known}",
        "the format: {known}",
    ),
    "command.import.path": (
        "文件，或导出的文件夹",
        "a file, or the folder of an export",
    ),
    "command.import.reviewer": (
        "在别处修改或新增的条目算谁的判定（默认取 FZREVIEW_REVIEWER，否则取系统用户名）",
        "whose decision it is what was edited or added elsewhere (default: FZREVIEW_REVIEWER, else the user)",
    ),
    "command.import.reviewers": (
        "那边的用户是这里的哪位审核人，如 3=li,5=zhang（Label Studio 的 completed_by，doccano 的用户名）",
        "which reviewer a user over there is, as in 3=li,5=zhang (completed_by in Label Studio, user names in"
        " doccano)",
    ),
    "command.import.units": (
        "位置的单位，文件自己没有写明时用（doccano：默认 utf16，项目设置了按字形计数时用 graphemes）",
        "units of offsets in a file that does not tell (doccano: utf16 by default, graphemes where a project"
        " counts these)",
    ),
    "command.import.deleted": (
        "{name}：在完成的任务里删掉了，记为“不是数据”（{key}，{reviewer}）",
        "{name}: deleted in a task that was completed, taken for «not a figure» ({key}, {reviewer})",
    ),
    "command.import.as": (
        "gold：人的判定（默认）；machine：另一个提取程序的预测，同 reextract --predictions",
        "gold: people's decisions (the default); machine: predictions, as by reextract --predictions",
    ),
    "command.import.replace": (
        "与资料库中同一审核人的判定不同时，以文件为准",
        "where the same reviewer holds another decision in the store, take that of the file",
    ),
    "command.import.dry_run": ("只报告会怎样，不写入", "tell what would happen, write nothing"),
    "command.import.done": (
        "已导入 {imported} 条；{there} 条已在资料库中；{refused} 条未导入",
        "imported {imported} rows; {there} were there already; {refused} were not imported",
    ),
    "command.import.would": (
        "将导入 {imported} 条；{there} 条已在资料库中；{refused} 条不能导入（未写入）",
        "would import {imported} rows; {there} are there already; {refused} cannot be (nothing was written)",
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
    "command.evaluate.layer": (
        "评测资料库中的图层（base 是正在审核的提取）；写两次则逐条比较",
        "score a layer of the store (base: the extraction that is reviewed); twice: compare two",
    ),
    "command.evaluate.sources": (
        "原文所在文件夹（默认在金标旁边、示例报告和资料库里找）",
        "where the source texts lie (default: beside the gold, the example reports, the store)",
    ),
    "command.evaluate.reviewer": ("只用这位审核人的金标", "only this reviewer's gold"),
    "command.evaluate.split": ("只用这一部分：train、dev 或 test", "only this split: train, dev or test"),
    "command.evaluate.by": (
        "分组：kind、bound、unit、section、report、rule，逗号分隔；none 不分组（默认除 rule 外全部）",
        "groups: kind, bound, unit, section, report, rule, with commas; none (default: all but rule)",
    ),
    "command.evaluate.aspect": (
        "只列这几种差异：missed、spurious、span、value、upper、unit、kind、bound、subject，逗号分隔",
        "only these differences: missed, spurious, span, value, upper, unit, kind, bound, subject,\n"
        "with commas",
    ),
    "command.evaluate.html": (
        "把误差分析写成一个网页（自带一切，可筛选）",
        "write the error analysis as one page that needs nothing beside it",
    ),
    "command.evaluate.differences": (
        "每种差异最多列 N 条（默认 {shown}；--json 默认全部）",
        "at most N differences of each sort (default {shown}; with --json all)",
    ),
    "command.evaluate.min_f1": (
        "低于此值时返回 1：0.97 指严格 F1；也可写 strict=0.97,subject=0.9",
        "exit code 1 below this: 0.97 is the strict F1; or strict=0.97,subject=0.9",
    ),
    "command.conflicts": (
        "审核人有分歧、尚未裁定的数据",
        "what reviewers differ about and nobody has settled",
    ),
    "command.conflicts.gaps": (
        "列出裁定时标出的指南缺口",
        "list the gaps of the guide that adjudicators noted",
    ),
    "command.adjudicate": (
        "逐处裁定分歧：原文在上，各方说法并列在下，不显示姓名，一键一处",
        "settle disputes one after the other: the text above, the sides below, no names, a key each",
    ),
    "command.adjudicate.reports": ("只裁定这些报告里的", "only in these reports"),
    "command.settle": ("裁定一条有分歧的数据", "settle a figure that reviewers differ about"),
    "command.settle.ruling": (
        "take 甲：以甲的判定为准；verified 原提取正确；wrong 不是数据，写了字段则为更正；undo 收回裁定",
        "take NAME: that reviewer's word holds; verified: as extracted; wrong: no figure, or with fields a\n"
        "correction; undo: take the ruling back",
    ),
    "command.settle.gap": ("标出指南缺口", "note a gap of the guide"),
    "command.settle.taken": ("以谁的判定为准", "whose word holds"),
    "command.feedback": (
        "列出工作包里没有被采纳的判定和放过的埋设错误",
        "list what was decided against one, in a package of feedback",
    ),
    "command.contest": ("对一处裁定提出异议", "put a ruling against one's word in question"),
    "command.contest.because": ("理由", "why"),
    "command.reveal": (
        "工作包当时扣下了什么，与发出时的封记核对",
        "what packages held back, checked against the seal that went out with them",
    ),
    "command.reveal.packages": ("发出的工作包文件", "files of packages as they went out"),
    "command.reveal.told": (
        "负责人用 reveal --json 写出的文件；没有项目资料库的人用它核对",
        "a file that reveal --json wrote, to check it without the project's store",
    ),
    "command.pack": ("把一个人的任务打成工作包", "write somebody's work as packages"),
    "command.pack.for": ("给谁", "for whom"),
    "command.pack.output": ("写到哪个文件夹（默认当前）", "folder (default: here)"),
    "command.pack.reports": (
        "每包最多几份报告（默认 {most}）；或只打哪些报告，如 'tag:抽查 year:2021'；两样可以都写",
        "reports of a package at the most (default {most}); or which reports, such as\n"
        "'tag:sample year:2021'; both may be given",
    ),
    "command.pack.purpose": (
        "做什么：review 审核分到的报告（默认）、again 把自己旧的判定再做一遍、audit 抽查抽到的、\n"
        "adjudicate 裁定别人的分歧、feedback 看哪些判定没有被采纳",
        "what for: review what is assigned (default); again, one's own old decisions once more; audit what\n"
        "was drawn; adjudicate others' cases; feedback, what was decided against one",
    ),
    "command.pack.seed_errors": (
        "在已知正确的数据中埋设这么多错误，如 3%%，以测发现率；请事先告诉审核人比例",
        "make so many figures wrong whose truth is known, such as 3%%, to measure who catches them; tell\n"
        "reviewers the share beforehand",
    ),
    "command.pack.blind": (
        "这么多数据不给数值，由审核人照原文键入，如 5%%",
        "so many figures come without their value, to be keyed from the text, such as 5%%",
    ),
    "command.pack.older_than": (
        "again：只取这么多天以前的判定（默认 14d）",
        "again: only decisions at least so old (default 14d)",
    ),
    "command.assign": ("把报告分给几个人审核", "share reports out among reviewers"),
    "command.assign.reports": (
        "报告（省略则为库里全部）",
        "reports (without them all of the store)",
    ),
    "command.assign.filter": (
        "只分这些报告，如 'tag:抽查 year:2021'",
        "only these reports, such as 'tag:sample year:2021'",
    ),
    "command.assign.suggested": (
        "分给大家最值得审核的 N 份（见 suggest），不另外指定报告",
        "the N reports that are most worth verifying (see suggest), in place of named ones",
    ),
    "command.assign.to": (
        "分给谁：甲,乙,丙；已分配的不动，只分新的（省略则只显示现有安排）",
        "to whom: a,b,c; what was assigned stays, new reports are added (without it the plan is shown)",
    ),
    "command.assign.overlap": (
        "多大比例由两人各审一遍，如 20%%（默认 0%%）",
        "the share that two people review, such as 20%% (default 0%%)",
    ),
    "command.assign.double_split": (
        "这一部分的报告全部由两人审核，如 test",
        "every report of this split goes to two people, such as test",
    ),
    "command.assign.seed": ("随机种子（默认 0）", "seed (default 0)"),
    "command.assign.take_back": (
        "此人尚未开始的报告转给别人（--to 指定给谁，省略则给其余各人）",
        "what this person has not begun goes to the others (--to: to whom; without it to everybody else)",
    ),
    "command.assign.idle": (
        "只在其超过这么多天没有判定时才收回，如 7d",
        "take back only from who decided nothing for so many days, such as 7d",
    ),
    "command.audit": (
        "抽查：先抽取并记录在案，再报告结果",
        "audit: draw on record, then tell what came of it",
    ),
    "command.audit.action": (
        "draw 抽取；report 报告每次抽查的结果",
        "draw: draw and put on record; report: what came of every audit",
    ),
    "command.audit.of": (
        "抽查什么：verified 金标数据（默认）、settled 两人一致的、all 也含未判定的",
        "what to draw from: verified, the figures of gold (default); settled, those on which two agree;\n"
        "all, undecided ones too",
    ),
    "command.audit.n": ("抽多少条（默认 {n}）", "how many figures (default {n})"),
    "command.audit.sections": (
        "改为抽这么多个已通读的章节，用来估计漏掉多少",
        "draw so many sections that were read completely instead: they tell what was missed",
    ),
    "command.audit.seed": (
        "随机种子（默认 7）；同一种子抽出同样的",
        "seed (default 7): the same one draws the same",
    ),
    "command.audit.by": (
        "分层抽取：kind 按类别，bound 按界限；少见的层也至少抽 {least} 条，各层分别报告并加权",
        "draw strata apart, by kind or by bound: at least {least} of the rare ones too; each is reported,"
        " all are weighted together",
    ),
    "command.audit.reviewer": (
        "由谁抽查（默认取 FZREVIEW_REVIEWER，否则取系统用户名）；其判定过的不抽",
        "who audits (default: FZREVIEW_REVIEWER, else the user); what they decided is not drawn",
    ),
    "command.certify": (
        "金标证书：一页说明金标有多可信",
        "one page: how sure one may be of the gold",
    ),
    "command.certify.split": ("只看这一部分：train、dev 或 test", "only this split: train, dev or test"),
    "command.certify.require": (
        "要求的上限，如 wrong<=1%%,missed<=2%%；达不到时返回 1",
        "bounds that are asked for, such as wrong<=1%%,missed<=2%%; exit code 1 where one is not met",
    ),
    "command.progress": (
        "进度：做了多少、多快、何时做完、有哪些分歧",
        "how far the work is, its pace, disputes",
    ),
    "command.quality": ("各审核人的速度、过快和改判", "pace, haste and second thoughts of each reviewer"),
    "command.agreement": ("审核人之间有多一致", "how far the reviewers agree"),
    "command.agreement.reviewers": (
        "两位审核人（省略则比较所有审核过同一份报告的两人）",
        "two reviewers (without them every two who decided in one report)",
    ),
    "command.add": ("补充一条漏提的数据", "add a figure that the extractor missed"),
    "command.add.start": ("起点（原文码点）", "where it begins (code points of the source text)"),
    "command.add.end": ("终点（不含）", "where it ends (exclusive)"),
    "command.reports": (
        "符合条件的报告，如“tag:抽查 year:2021 !region:某县 复议”\n"
        "（tag: year: region: issuer: doc: sha256: state:untouched|under_way|finished，前面加 ! 为不含）",
        "the reports that fit, such as «tag:sample year:2021 !region:NAME word»"
        "\n(tag: year: region: issuer: doc: sha256: state:untouched|under_way|finished;"
        " with ! in front: that do not)",
    ),
    "command.list.copies": ("列出近似副本和它们所重复的报告", "the near copies, with what they repeat"),
    "command.list.excluded": ("列出已排除的报告", "the reports that were excluded"),
    "command.list.none_aside": ("没有这样的报告。", "There is no such report."),
    "command.stated_before": ("{doc}：没有变化", "{doc}: nothing changed"),
    "command.copies": (
        "列出近似副本，或说明其中几份是另外的报告",
        "list the near copies, or say that some are reports of their own",
    ),
    "command.copies.split": ("这些不是副本，是另外的报告", "these are no copies but reports of their own"),
    "command.copies.undo": (
        "收回自己关于这些报告是不是副本的话",
        "take back what you said of these, as copies or none",
    ),
    "command.copies.taken_back": ("{doc}：已收回", "{doc}: taken back"),
    "command.copies.find": (
        "在库里的报告中查找近似副本（早期版本载入时没有查过）",
        "look for near copies among the reports of the store (early versions did not when they loaded)",
    ),
    "command.copies.with_decisions": (
        "两份都有判定时，后载入的一份也算副本（它的判定留在记录里，不再计数）",
        "where people decided on both, the later one is a copy too (its decisions stay in the journal and"
        " count no more)",
    ),
    "command.copies.dry_run": ("只列出，不改动", "only tell, change nothing"),
    "command.copies.found": ("{doc}：是 {original} 的近似副本", "{doc}: a near copy of {original}"),
    "command.copies.decided": (
        "{doc}：与 {original} 近似，两份都有判定，未改动",
        "{doc}: nearly {original}, people decided on both; not changed",
    ),
    "command.copies.sum": ("近似副本：新记下 {noted} 份", "near copies: {noted} noted"),
    "command.copies.would": ("近似副本：会记下 {noted} 份", "near copies: {noted} would be noted"),
    "command.copies.waiting": (
        "另有 {waiting} 份要由人决定：确认后加 --with-decisions，或用 copies --split、exclude",
        "{waiting} more wait for a decision: --with-decisions where they are copies, else copies --split or"
        " exclude",
    ),
    "command.copies.done": ("{doc}：算作另外的报告", "{doc}: a report of its own now"),
    "command.exclude": (
        "排除报告：仍在库中，但不进队列、统计和金标数据",
        "set reports aside: they stay, out of queues, statistics and gold",
    ),
    "command.exclude.reason": ("为什么", "why"),
    "command.exclude.undo": ("不再排除", "let them count again"),
    "command.exclude.done": ("{doc}：已排除", "{doc}: excluded"),
    "command.exclude.taken_back": ("{doc}：不再排除", "{doc}: counts again"),
    "command.tag": ("给报告加标签或去掉标签", "put a tag on reports, or take it away"),
    "command.tag.do": ("加上或去掉", "add or remove"),
    "command.tag.tag": ("标签，一个词", "the tag, one word"),
    "command.tag.added": ("{doc}：已加标签", "{doc}: tagged"),
    "command.tag.removed": ("{doc}：已去掉标签", "{doc}: tag taken away"),
    "command.describe": (
        "更正报告的标题、年份、地区、单位、日期、文号",
        "correct a report's title, year, region, issuer, dates or document number",
    ),
    "command.describe.field": (
        "字段=值，值为空表示报告没有写：{known}",
        "a field and what it should be, empty for «it says none»:\n{known}",
    ),
    "command.describe.undo": ("收回自己对这个字段的更正", "take your correction of this field back"),
    "command.describe.done": ("{doc}：已更正", "{doc}: corrected"),
    "command.outline": (
        "显示报告的提纲，或更正其中的标题",
        "show a report's outline, or correct its headings",
    ),
    "command.outline.heading": (
        "标题：起-止、起点，或标题中的文字",
        "a heading: START-END, its start, or words of it",
    ),
    "command.outline.level": ("应当是第几级（1 起）", "the level that it should have, from 1"),
    "command.outline.missed": ("这里漏了一个标题", "a heading was missed here"),
    "command.outline.wrong": ("这不是标题", "this is no heading"),
    "command.outline.undo": ("收回自己对这个标题的更正", "take your correction of it back"),
    "command.outline.done": ("{doc}：提纲已更正", "{doc}: outline corrected"),
    "command.remove": ("把报告从资料库中删除", "take reports out of the store for good"),
    "command.remove.with_decisions": (
        "有判定的也删除（日志中保留判定）",
        "also with decisions, which the journal keeps",
    ),
    "command.remove.yes": ("不再询问", "do not ask"),
    "command.remove.going": ("{doc}（已判定 {decided} 条）", "{doc} ({decided} decided)"),
    "command.remove.ask": (
        "删除以上 {count} 份报告？不能撤销，只能重新载入。[y/N]",
        "Remove these {count} report(s)? There is no undo but loading them again. [y/N]",
    ),
    "command.remove.stays": ("什么也没有删除。", "Nothing was removed."),
    "command.remove.done": ("{doc}：已删除", "{doc}: removed"),
    "command.sign-off": ("确认一个章节已通读", "say that a section was read completely"),
    "command.sign_off.section": (
        "章节：标题的 起-止、起点，或标题中的文字",
        "a section: its heading's START-END, its start, or words of its title",
    ),
    "command.sign_off.undo": ("取消通读", "take it back"),
    "command.reextract": (
        "重新提取已载入的报告（先显示变化，判定不会丢失）",
        "extract the stored reports again: changes are shown first, no decision is lost",
    ),
    "command.reextract.extractor": (
        "提取器：built-in，或已安装软件包以 fzreview.extractors 提供的名字",
        "extractor: built-in, or a name that an installed package offers as fzreview.extractors",
    ),
    "command.reextract.predictions": (
        "改用 JSONL 预测（每行 doc 或 sha256、start、end、value 等）",
        "take predictions from a JSONL instead (doc or sha256, start, end, value …)",
    ),
    "command.reextract.list": ("逐条列出变化", "list each figure that changes"),
    "command.reextract.partial": (
        "报告中有行未采用时，仍采用其余各行，不删去任何数据",
        "take the other rows of a report of which some are refused; nothing of it is removed",
    ),
    "command.reextract.allow_removals": (
        "一份报告最多可删去百分之几的数据而不再询问（默认 20%%）",
        "percent of a report's figures that may go without another question (default: 20%%)",
    ),
    "command.reextract.yes": ("不再询问，直接写入", "take the changes over without asking"),
    "command.layers": (
        "图层：别的提取器对同一批报告的结果，与正在审核的提取并存",
        "layers: what other extractors say of the reports, beside the extraction that is reviewed",
    ),
    "command.layers.do": (
        "list 列出（默认）；add 加入；remove 移除",
        "list them (the default), add one, remove one",
    ),
    "command.layers.what": (
        "add：JSONL 预测（每行 doc 或 sha256、start、end，可有 value、label、confidence 等）；\n"
        "remove：图层，写作 名称 或 名称@版本",
        "add: predictions, a JSONL (doc or sha256, start, end; perhaps value, label, confidence …);\n"
        "remove: the layer, as NAME or NAME@VERSION",
    ),
    "command.layers.name": ("图层名称（默认取文件名）", "name of the layer (default: that of the file)"),
    "command.layers.version": (
        "版本（同名的几个版本可以并存）",
        "version; several of one name stand side by side",
    ),
    "command.layers.format": (
        "文件格式：jsonl（默认）或 labelstudio",
        "format: jsonl (the default) or labelstudio",
    ),
    "command.layers.replace": ("已有这一层时取而代之", "take the place of the layer where it is there"),
    "command.compare": ("逐条比较两个图层", "compare two layers figure by figure"),
    "command.compare.first": (
        "图层，写作 名称 或 名称@版本；base 是正在审核的提取",
        "a layer, as NAME or NAME@VERSION; base is the extraction that is reviewed",
    ),
    "command.compare.second": ("另一个图层", "the other layer"),
    "command.merge": (
        "合并别的资料库：各人的判定一条不丢，先后和次数不影响结果",
        "take in other stores: nobody's decisions are lost, in any order, any number of times",
    ),
    "command.hub": (
        "经由文件夹或 PostgreSQL 服务器交换：工作包下发，日志行上交",
        "by way of a folder or a PostgreSQL server: packages down, journal rows up",
    ),
    "command.hub.verb": (
        "put 送出；get 取回；check 检验权限；sql 打印管理员要运行的脚本；invite 打印一个登录的脚本",
        "put: send; get: take; check: try what is forbidden; sql: what the administrator runs;\n"
        "invite: SQL for one login",
    ),
    "command.hub.words": (
        "folder:路径 或 postgresql://…（省略则用设置里的 hub）；之后是资料库文件；invite 之后是登录名",
        "folder:PATH or postgresql://… (default: hub of the settings), then stores; of invite the login",
    ),
    "command.hub.for": ("取谁的工作包", "whose packages to get"),
    "command.hub.output": ("工作包写到哪个文件夹（默认当前）", "folder for packages (default: here)"),
    "command.hub.reports": (
        "put：连同报告的读法一起送，以便单凭中转处重建资料库",
        "put: reports as they are read too, so that a store can be made anew from the hub alone",
    ),
    "command.hub.again": ("从头再来一遍，不管以前记到哪里", "from the beginning, whatever is remembered"),
    "command.hub.role": ("invite：角色（默认 member）", "invite: the role (default: member)"),
    "command.hub.reviewer": (
        "invite：审核人的名字（默认同登录名）",
        "invite: the reviewer (default: the login)",
    ),
    "command.merge.from": ("要合并进来的资料库", "stores to take in"),
    "command.journal": ("打印日志：谁在何时判定了什么", "print the journal: who decided what and when"),
    "command.journal.of": (
        "报告或数据编号（默认全部）",
        "a report or a figure's key (default: everything)",
    ),
    "command.journal.digest": (
        "只打印摘要：两个资料库的判定与读法相同，摘要就相同",
        "print one digest alone: equal where two stores hold the same rows and readings",
    ),
    "command.journal.head": (
        "打印各来源的末行：来源、行号、散列值（本库在前）",
        "print the last row of each site: site, number, hash (this store's first)",
    ),
    "command.journal.reviewer": ("只看这位审核人的", "only this reviewer's entries"),
    "command.journal.since": (
        "只看此后的，如 2026-11-20 或 2026-11-20T09:30",
        "only entries since then, such as 2026-11-20 or 2026-11-20T09:30",
    ),
    "command.doctor": (
        "检查终端、语言环境、版本、资料库、磁盘和设置",
        "check terminal, locale, versions, store, disk and settings",
    ),
    "command.verify_store.rebuild": (
        "另把各表由日志重建到这个新文件",
        "also rebuild the tables from the journal, into this new file",
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
    "command.restore": (
        "用备份替换资料库；原来的文件改名放在旁边",
        "put a backup in the store's place; what stood there is set aside by name",
    ),
    "command.restore.file": ("backup 写出的文件", "a file that backup wrote"),
    "command.restore.aside": ("原来的文件已移到 {path}", "what stood there lies in {path}"),
    "command.restore.done": ("已恢复到 {path}", "restored to {path}"),
    "command.restore.nothing": (
        "{path}：旁边没有别的资料库留下的日志，未作改动",
        "{path}: no log of another store lies beside it, nothing was changed",
    ),
    "command.verify_store.sources": (
        "报告原文所在的文件或文件夹；重建时读不出的报告从这里重读",
        "files or folders with the reports; those that cannot be read are read again from here",
    ),
    "command.backup.done": ("已复制到 {path}", "copied to {path}"),
}
