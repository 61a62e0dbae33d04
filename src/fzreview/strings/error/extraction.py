"""Extractors, predictions, layers and readings in bulk."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "error.unknown_extractor": (
        "没有名为 {extractor} 的提取器（可用：{known}）；请安装提供它的软件包",
        "there is no extractor {extractor} (there are: {known}); install the package that offers it",
    ),
    "error.extractor_unloadable": (
        "提取器 {extractor} 无法加载（{reason}）；请检查提供它的软件包",
        "the extractor {extractor} cannot be loaded ({reason}); check the package that offers it",
    ),
    "error.extractor_failed": (
        "{name}：提取器 {extractor} 出错（{reason}）；跳过这份报告，请把错误报告给提取器的作者",
        "{name}: the extractor {extractor} failed ({reason}); the report is passed over, tell its author",
    ),
    "error.no_predictions": (
        "{name}：没有一行写明 doc 或 sha256；请检查文件",
        "{name}: no row names a doc or sha256; check the file",
    ),
    "error.prediction_row": (
        "{name}：不是带有 start、end 和报告名的数据；未采用，请检查这一行",
        "{name}: no figure with start, end and a report; left out, check that row",
    ),
    "error.prediction_no_number": (
        "{name}：没有 value，而“{surface}”里也读不出数；未采用，请给出 value 或改正位置",
        "{name}: no value, and no number can be read in «{surface}»; left out, give a value or another span",
    ),
    "error.prediction_span": (
        "{name}：位置 {span} 超出原文（共 {chars} 字）；未采用，位置应按码点计",
        "{name}: the span {span} lies outside the text of {chars} characters; left out, count code points",
    ),
    "error.prediction_surface": (
        "{name}：原文此处是“{found}”而不是“{told}”；未采用，位置应按码点计",
        "{name}: the text there is «{found}», not «{told}»; left out, offsets are code points",
    ),
    "error.prediction_field": (
        "{name}：{field} 不能是“{value}”；未采用，见 docs/annotation.md",
        "{name}: {field} cannot be «{value}»; left out, see docs/annotation.md",
    ),
    "error.prediction_overlap": (
        "{name}：{span} 与 {other} 重叠；未采用，每处只能有一条数据",
        "{name}: {span} overlaps {other}; left out, one place holds one figure",
    ),
    "error.prediction_ambiguous": (
        "{name}：{report} 对应多份报告；请在行中写 sha256",
        "{name}: more than one report is called {report}; give sha256 in the rows",
    ),
    "error.prediction_unknown": (
        "{name}：没有名为 {report} 的报告；请先用 fzreview load 载入",
        "{name}: no report is called {report}; load it with fzreview load first",
    ),
    "error.bad_layer_name": (
        "图层不能叫“{name}”；名称和版本不含空白和 @，至多 60 字，也不能是 base",
        "a layer cannot be called «{name}»; no blanks, no @, at most 60 characters each, not base",
    ),
    "error.layer_source": (
        "请给出一个文件，或用 --extractor 指定提取器（两者只取其一）",
        "name a file, or an extractor by --extractor, one of the two",
    ),
    "error.layer_versions": (
        "{name} 里有几个版本的模型的预测（{known}）；请用 --version 选一个",
        "{name} has predictions of several versions of a model ({known}); choose one by --version",
    ),
    "error.layer_there": (
        "已有图层 {layer}；换一个 --name 或 --version，或用 --replace 取而代之",
        "there is a layer {layer}; choose another --name or --version, or --replace it",
    ),
    "error.layer_missing": (
        "没有名为 {layer} 的图层（现有：{known}）；fzreview layers 列出全部",
        "no layer is called {layer} (there are: {known}); fzreview layers lists them",
    ),
    "error.layer_incomplete": (
        "{doc}：图层 {layer} 中这份报告有行未采用，不参加评测；请改正后用 layers add --replace 重新加入",
        "{doc}: not scored: rows of it were refused in layer {layer}; mend them, then layers add --replace",
    ),
    "error.layer_without_report": (
        "{doc}：图层 {layer} 没有看过这份报告，不参加评测",
        "{doc}: not scored: layer {layer} never looked at it",
    ),
    "error.too_many_predictions": (
        "--layer 至多两次，且不与预测文件、--against、--by rule 同用",
        "--layer stands at most twice, and not beside a file of predictions, --against or --by rule",
    ),
    "error.layer_ambiguous": (
        "名为 {layer} 的图层不止一个（现有：{known}）；请写明版本：名称@版本",
        "more than one layer is called {layer} (there are: {known}); tell the version: NAME@VERSION",
    ),
    "error.shard_without_name": (
        "{name}：标准输入没有名字，不能用 -o 写成文件；请先存为文件",
        "{name}: standard input has no name to be written under with -o; save it as a file first",
    ),
    "error.shards_share_name": (
        "{name}：另一个输入也叫这个名字，写出的文件会相同；请改名，或分两次写到不同的文件夹",
        "{name}: another input has this name and both would be one file; rename it, or use two folders",
    ),
    "error.bulk_needs_output": (
        "--jobs 和 --format 要与 -o 文件夹一起用",
        "--jobs and --format go with -o DIR",
    ),
    "error.no_readings": (
        "{path}：文件夹里没有读取结果（*.readings.jsonl）；请先运行 fzreview read … -o {path}",
        "{path}: the folder holds no readings (*.readings.jsonl); run fzreview read … -o {path} first",
    ),
    "error.not_a_reading": (
        "{name}：不是读取结果（{reason}）；跳过这一行，请重新运行 fzreview read -o",
        "{name}: no reading ({reason}); the line is passed over, run fzreview read -o again",
    ),
    "error.nothing_to_load": (
        "请给出要载入的报告，或 --readings 文件夹",
        "name the reports to be loaded, or --readings DIR",
    ),
    "error.readings_and_paths": (
        "--readings 与报告路径不能一起用，也不能与 --columns、--extractor 一起用",
        "--readings goes without paths of reports, --columns and --extractor",
    ),
    "error.bad_jobs": ("--jobs 至少为 1，不能是 {value}", "--jobs must be at least 1, not {value}"),
}
