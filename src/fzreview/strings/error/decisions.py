"""Reports, figures and headings as they are named and decided on."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "error.report_missing": (
        "没有名为 {report} 的报告；用 fzreview list 查看",
        "no report is called {report}; see fzreview list",
    ),
    "error.report_missing_near": (
        "没有名为 {report} 的报告；相近的有 {near}",
        "no report is called {report}; alike are {near}",
    ),
    "error.report_ambiguous": (
        "{report} 对应多份报告；请写得更长一些",
        "more than one report is called {report}; write more of its name",
    ),
    "error.report_decided": (
        "{doc} 已有判定，没有删除；确实要删请加 --with-decisions（日志中保留判定）",
        "{doc} has decisions and stays; to remove it all the same add --with-decisions"
        " (the journal keeps them)",
    ),
    "error.no_report_named": (
        "没有指明报告：写出名称，或用 --reports 写条件",
        "no report is named: give names, or --reports with an expression",
    ),
    "error.bad_report_filter": (
        "看不懂条件“{word}”；可用 {known} 或标题中的字",
        "the condition «{word}» means nothing; there are {known} and words of a title",
    ),
    "error.bad_tag": (
        "“{tag}”不能作标签：一个词，不超过 40 个字",
        "«{tag}» cannot be a tag: one word of 40 characters at most",
    ),
    "error.bad_report_field": (
        "“{given}”不是 字段=值；字段有 {known}",
        "«{given}» is no FIELD=VALUE; the fields are {known}",
    ),
    "error.no_report_field": (
        "没有写出要更正的字段；见 fzreview describe --help",
        "no field is named; see fzreview describe --help",
    ),
    "error.bad_level": (
        "标题级别只能是 1 到 {deepest}，不能是 {level}",
        "a heading's level is 1 to {deepest}, not {level}",
    ),
    "error.heading_missing": (
        "原文中没有一处、且只有一处“{heading}”（在同一行内）；请写 起-止",
        "the source does not have «{heading}» just once on one line; give START-END",
    ),
    "error.no_heading_named": (
        "没有指明标题；见 fzreview outline --help",
        "no heading is named; see fzreview outline --help",
    ),
    "error.no_outline_wish": (
        "请写 --level N、--missed、--wrong 或 --undo",
        "give --level N, --missed, --wrong or --undo",
    ),
    "error.figure_missing": (
        "没有 {figure} 这条数据；用 fzreview figures 查看",
        "there is no figure {figure}; see fzreview figures",
    ),
    "error.bad_key": (
        "{key} 不是数据编号；编号形如 4f1d0c2ab93e:614-620，见 fzreview figures",
        "{key} is no figure key; a key looks like 4f1d0c2ab93e:614-620, see fzreview figures",
    ),
    "error.bad_field": (
        "{field} 不能是“{value}”；写法见命令的 --help",
        "{field} cannot be «{value}»; the command's --help tells what may stand there",
    ),
    "error.fields_need_wrong": (
        "原因、类别和更正字段只能与 wrong 同用",
        "reason, class and fields of a correction go with wrong only",
    ),
    "error.nothing_to_undo": (
        "{figure}：{reviewer} 没有可撤销的判定",
        "{figure}: {reviewer} has no decision to undo",
    ),
    "error.entry_missing": ("日志中没有 {entry}", "the journal holds no entry {entry}"),
    "error.conflict": (
        "{figure}：{reviewer} 已在别处改判；未覆盖，请重新查看后再判",
        "{figure}: {reviewer} decided it elsewhere meanwhile; nothing was overwritten, look again first",
    ),
    "error.conflict_unseen": (
        "{figure}：{reviewer} 其间已作判定；未记录，请重新查看后再判",
        "{figure}: {reviewer} decided it meanwhile; nothing was recorded, look again first",
    ),
    "error.conflict_words": (
        "{figure}：其间有人改变了判定；裁定未记录，请重新查看后再裁定",
        "{figure}: a word about it has changed meanwhile; the ruling was not recorded, look again first",
    ),
    "error.conflict_extraction": (
        "{figure}：这份报告刚由 {extractor} 重新提取；未记录，请重新查看后再判",
        "{figure}: its report was extracted anew by {extractor} meanwhile; nothing was recorded, look again",
    ),
    "error.bad_span": (
        "{report} 没有 {start}-{end} 这一处（原文共 {chars} 字，起点须小于终点）",
        "{report} has no span {start}-{end}: its text has {chars} characters, start lies before end",
    ),
    "error.no_numeral": (
        "“{surface}”里没有数字；请用 --value 写明数值",
        "«{surface}» holds no numeral; give --value",
    ),
    "error.figure_exists": (
        "{figure} 已有这条数据；请用 fzreview judge 判定或更正",
        "there is a figure {figure} already; decide on it with fzreview judge",
    ),
    "error.section_missing": (
        "{report} 没有“{section}”这个章节；用 fzreview outline 查看提纲",
        "{report} has no section «{section}»; see fzreview outline",
    ),
    "error.section_ambiguous": (
        "“{section}”对应多个章节（{known}）；请写 起-止",
        "«{section}» means more than one section ({known}); give START-END",
    ),
    "error.bad_years": (
        "“{value}”不是年份；请写成 2021 或 2019-2023",
        "«{value}» are no years; write 2021 or 2019-2023",
    ),
    "error.bad_date": (
        "“{value}”不是日期；请写成 2026-11-20 或 2026-11-20T09:30",
        "«{value}» is no date; write 2026-11-20 or 2026-11-20T09:30",
    ),
    "error.class_needs_rejection": (
        "--class 只能与 --reason not_a_figure 同用",
        "--class goes with --reason not_a_figure only",
    ),
    "error.rejection_has_no_fields": (
        "不是数据时没有可更正的字段",
        "what is not a figure has no fields to correct",
    ),
}
