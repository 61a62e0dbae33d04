"""Commands for gold data and scores, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
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
}
