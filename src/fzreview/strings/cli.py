"""Words of the command line's frame, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "cli.about": (
        "fzreview：法治政府建设年度报告数据审核台",
        "fzreview: review desk for the figures of Chinese rule-of-law government reports",
    ),
    "cli.usage": ("用法：", "usage: "),
    "cli.group.desks": ("审核台：", "the review desk:"),
    "cli.group.reports": ("报告：", "reports:"),
    "cli.group.figures": ("数据：", "figures:"),
    "cli.group.team": ("多人协作：", "work of several people:"),
    "cli.group.gold": ("金标数据：", "gold data:"),
    "cli.group.store": ("库与环境：", "the store and its surroundings:"),
    "cli.options": ("通用选项（可放在任何位置）：", "options (anywhere on the line):"),
    "cli.help_of_command": (
        "各命令的参数：fzreview COMMAND --help",
        "arguments of a command: fzreview COMMAND --help",
    ),
    "cli.option.db": (
        "资料库文件（默认在用户数据目录，也可用环境变量 FZREVIEW_DB 指定）",
        "the store (default: in the user's data folder, or FZREVIEW_DB)",
    ),
    "cli.option.lang": (
        "界面语言（默认随系统，也可用环境变量 FZREVIEW_LANG 指定）",
        "language (default: the system's, or FZREVIEW_LANG)",
    ),
    "cli.option.version": ("显示版本", "show the version"),
    "cli.option.help": ("显示帮助", "show this help"),
    "cli.error": ("fzreview：{message}", "fzreview: {message}"),
    # The words of argparse; their places are those of argparse.
    "cli.arguments": ("参数", "arguments"),
    "cli.options_of_command": ("选项", "options"),
    "cli.of_argument": ("参数 %(argument_name)s：%(message)s", "argument %(argument_name)s: %(message)s"),
    "cli.required": ("缺少参数：%s", "missing: %s"),
    "cli.unrecognized": ("无法识别的参数：%s", "unknown arguments: %s"),
    "cli.not_with": ("不能与 %s 同时使用", "not allowed together with %s"),
    "cli.one_required": ("需要下列参数之一：%s", "one of these is required: %s"),
    "cli.one_value": ("需要一个值", "one value is required"),
    "cli.at_most_one_value": ("最多一个值", "at most one value"),
    "cli.at_least_one_value": ("至少需要一个值", "at least one value is required"),
    "cli.so_many_values": ("需要 %s 个值", "%s values are required"),
    "cli.no_value": ("不接受值 %r", "takes no value, got %r"),
    "cli.bad_value": ("值 %(value)r 无效（应为 %(type)s）", "%(value)r is no valid %(type)s"),
    "cli.bad_choice": ("值 %(value)r 无效（可选：%(choices)s）", "%(value)r is none of %(choices)s"),
}
