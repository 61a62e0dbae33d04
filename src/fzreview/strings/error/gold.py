"""Gold that is written, read back, checked and scored."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "error.format_needs_extra": (
        "{format} 需要另外的库，未写出；请先运行 {command}",
        "{format} needs another library and was not written; run {command}",
    ),
    "error.import_format": (
        "不能读回格式 {format}；可读回：{known}",
        "the format {format} cannot be read back; these can: {known}",
    ),
    "error.bad_reviewers": (
        "--reviewers 应写成 3=li,5=zhang，不能是 {value}",
        "--reviewers takes pairs like 3=li,5=zhang, not {value}",
    ),
    "error.import_nothing": (
        "{path}：没有可读回的文件（{pattern}）；请检查路径和格式",
        "{path}: nothing to read back ({pattern}); check path and format",
    ),
    "error.import_unreadable": (
        "{path}：无法读取（{reason}）；请检查权限和磁盘",
        "{path}: cannot be read ({reason}); check permissions and disk",
    ),
    "error.import_no_text": (
        "{name}：无法读取原文（{reason}）；请把它放回标注文件旁边",
        "{name}: the text cannot be read ({reason}); put it back beside its annotations",
    ),
    "error.import_not_utf8": (
        "{name}：第 {position} 字节处不是 UTF-8；请转存为 UTF-8 后再导入",
        "{name}: no UTF-8 at byte {position}; save it as UTF-8 and import it then",
    ),
    "error.import_not_xmi": (
        "{name}：读不成 UIMA CAS XMI（{reason}）；请从 INCEpTION 重新导出（UIMA CAS XMI）",
        "{name}: cannot be read as UIMA CAS XMI ({reason}); export it anew from INCEpTION",
    ),
    "error.import_not_json": (
        "{name}：不是所需的 JSON（{reason}）；请修复后再导入",
        "{name}: not the JSON that is needed ({reason}); repair it and import it again",
    ),
    "error.import_token": (
        "{name}：无法理解“{line}”；请修复后再导入",
        "{name}: «{line}» is not understood; repair it and import it again",
    ),
    "error.import_field": (
        "{name}：字段 {field} 不能是 {value}；请修正后再导入（见 docs/gold.md）",
        "{name}: the field {field} cannot be {value}; correct it and import it again (see docs/gold.md)",
    ),
    "error.import_result_type": (
        "{name}：不读取 {type} 类型的结果（控件 {control}）；只读标签和导出配置里的字段，请改填到那里",
        "{name}: results of the type {type} (control {control}) are not read; only labels and the fields of"
        " the exported configuration are, say it there",
    ),
    "error.import_cut": (
        "{name}：{start}–{end}“{surface}”截断了数字或带进了标点；这里整个是“{whole}”（读作 {read}）；"
        "未导入，请核对 --units 或改正位置",
        "{name}: {start}–{end} «{surface}» cuts a numeral or takes in a mark; the whole there is «{whole}»,"
        " read as {read}; not imported, check --units or mend the span",
    ),
    "error.import_prediction_ids": (
        "{name}：预测只写了编号，Label Studio 的普通导出就是这样；请改为导出带 predictions 的快照",
        "{name}: the predictions are numbers only, as in Label Studio's plain export; export a snapshot that"
        " includes predictions",
    ),
    "error.import_json_min": (
        "{name}：这是 JSON_MIN，其中没有区域编号，读不回各字段；请在 Label Studio 里导出 JSON",
        "{name}: this is JSON_MIN, which has no ids of regions, so that fields cannot be read back;"
        " export JSON from Label Studio",
    ),
    "error.import_label": (
        "{name}：没有“{label}”这个标签；可用：{known}",
        "{name}: there is no label «{label}»; known: {known}",
    ),
    "error.import_report": (
        "{name}：资料库里没有这份报告（{report}）；请先用 fzreview load 载入",
        "{name}: the store does not hold this report ({report}); load it with fzreview load first",
    ),
    "error.import_text": (
        "{name}：原文与资料库中的 {report} 不同，位置对不上；请导入由这份原文导出的文件",
        "{name}: its text is not that of {report} in the store, so places do not fit;"
        " import what was exported from that text",
    ),
    "error.import_span": (
        "{name}：{start}-{end} 处应为“{surface}”，实为“{found}”；请核对后再导入",
        "{name}: «{surface}» should stand at {start}-{end}, where «{found}» does; check it and import again",
    ),
    "error.import_discontinuous": (
        "{name}：一条数据不能分成几段；请合并或分成几条后再导入",
        "{name}: a figure cannot be in several pieces; join them or make several figures of them",
    ),
    "error.import_no_number": (
        "{name}：“{surface}”里没有能得出数值的数字；请把数字标全",
        "{name}: «{surface}» holds no number that gives a value; mark the whole number",
    ),
    "error.import_no_figure": (
        "{name}：{start}-{end} 处没有数据可判为非数据；请检查提取程序的版本",
        "{name}: no figure stands at {start}-{end} that could be rejected; check the extractor's version",
    ),
    "error.import_no_place": (
        "{name}：{start}-{end} 处没有这条数据或候选数字；请检查提取程序的版本",
        "{name}: no figure and no candidate stands at {start}-{end}; check the extractor's version",
    ),
    "error.import_no_section": (
        "{name}：{start}-{end} 处没有标题；请检查提取程序的版本",
        "{name}: no heading stands at {start}-{end}; check the extractor's version",
    ),
    "error.import_conflict": (
        "{name}：资料库中 {reviewer} 对 {figure} 的判定不同，未改动；要以文件为准，请加 --replace",
        "{name}: {reviewer} holds another decision on {figure} in the store, which was kept;"
        " to take that of the file use --replace",
    ),
    "error.import_statement_conflict": (
        "{name}：资料库中 {reviewer} 对《{report}》的 {field} 另有说法，未改动；要以文件为准，请加 --replace",
        "{name}: {reviewer} says otherwise of {field} of {report} in the store, which was kept; to take what"
        " the file says use --replace",
    ),
    "error.import_meanwhile": (
        "{name}：导入时 {reviewer} 在别处改判，未导入；请再导入一次",
        "{name}: {reviewer} decided elsewhere meanwhile and this was not imported; import it once more",
    ),
    "error.check_no_manifest": (
        "{path}：没有 manifest.json；请指定 fzreview export 写出的文件夹",
        "{path}: there is no manifest.json; name a folder that fzreview export wrote",
    ),
    "error.unknown_format": (
        "没有 {format} 这种格式；可用：{known}",
        "there is no format {format}; known: {known}",
    ),
    "error.format_needs_folder": (
        "{format} 不能写到标准输出；请用 -o 指定文件夹",
        "{format} cannot be written to standard output; name a folder with -o",
    ),
    "error.machine_format": (
        "--as machine 不读 {format} 格式的预测；可读：{known}",
        "--as machine reads no predictions in {format}; these it does: {known}",
    ),
    "error.bad_removals": (
        "--allow-removals {value}：应为 0% 到 100%，如 --allow-removals 40%",
        "--allow-removals {value}: say 0% to 100%, as --allow-removals 40%",
    ),
    "error.bad_splits": (
        "--splits {splits}：应为 名称=比例，以逗号分隔，如 train=80,dev=10,test=10（最多 15 份）",
        "--splits {splits}: say NAME=SHARE with commas between, as train=80,dev=10,test=10 (at most 15)",
    ),
    "error.no_figure_row": (
        "{name}：第 {line} 行不是 JSON 对象；请检查这一行，它未计入",
        "{name}: line {line} is no JSON object; check that line, it was left out",
    ),
    "error.figure_field": (
        "{name}：第 {line} 行的 {field} 缺失或不对；每行要有 start、end（整数，end 更大）和 value，"
        "这一行未计入",
        "{name}: line {line} lacks a right {field}; a row has start, end (whole numbers, end the larger) and"
        " value; it was left out",
    ),
    "error.gold_field": (
        "{name}：第 {line} 行的 {field} 缺失或不对；请对照金标格式检查，这一行未计入",
        "{name}: line {line} lacks a right {field}; check it against the gold format, it was left out",
    ),
    "error.surface_differs": (
        "{name}：第 {line} 行写的是“{surface}”，原文此处是“{found}”；请核对原文版本和偏移单位（码点），"
        "这一行未计入",
        "{name}: line {line} says «{surface}», its source reads «{found}» there; check the version of the"
        " source and the unit of the offsets (code points); the line was left out",
    ),
    "error.other_reports": (
        "{name}：没有一条预测属于金标里的报告（预测里有“{doc}”，金标里有“{gold}”）；请核对 doc 或 sha256",
        "{name}: no prediction is of a report of the gold (it names «{doc}», the gold «{gold}»);"
        " check doc or sha256",
    ),
    "error.bad_minimum": (
        "--min-f1 不能是“{value}”；写 0 到 1 的数，或 名称=数，名称可用：{known}",
        "--min-f1 cannot be «{value}»; write a number from 0 to 1, or NAME=NUMBER with one of: {known}",
    ),
    "error.input_twice": (
        "标准输入只能用一次；请把其中一份预测写成文件",
        "standard input can be read once; put one of the predictions into a file",
    ),
    "error.rules_of_others": (
        "--by rule 只能用于内置提取器；请去掉预测文件",
        "--by rule tells of the built-in extractor's rules; leave the predictions out",
    ),
    "error.source_missing": (
        "{doc}：找不到原文，这份报告未计入；请用 --sources 指定所在文件夹",
        "{doc}: its source text was not found, the report was left out; name its folder with --sources",
    ),
    "error.found_file_missing": (
        "{name}：清单里有，文件夹里没有或无法读取",
        "{name}: in the manifest, but missing or unreadable",
    ),
    "error.found_file_changed": (
        "{name}：写出之后被改过（sha256 不符）",
        "{name}: was changed since it was written (another sha256)",
    ),
    "error.found_span": (
        "{name}：句中应为“{surface}”，实为“{found}”",
        "{name}: its sentence should say «{surface}» and says «{found}»",
    ),
    "error.found_duplicate": (
        "{name}：{reviewer} 对同一条数据有两行",
        "{name}: {reviewer} has two rows for one figure",
    ),
    "error.found_contradiction": (
        "{name}：{reviewer} 与 {other} 对“{surface}”（{span}）的判定互相矛盾",
        "{name}: {reviewer} and {other} contradict each other on «{surface}» ({span})",
    ),
    "error.found_count": (
        "{name}：有 {found} 行，清单说 {records} 行",
        "{name}: holds {found} rows, the manifest says {records}",
    ),
    "error.found_leak": (
        "“{sentence}”出现在不止一份里（{places}）",
        "«{sentence}» stands in more than one split ({places})",
    ),
}
