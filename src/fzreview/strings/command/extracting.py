"""Commands that read reports, by the program's extractor and by others, key → (zh, en)."""

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
}
