"""Words about work of several people: merging, disputes, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "team.merged": (
        "{source}：日志行 {new} 新 · {known} 已有 · 0 未采用；判定 {holding} 生效 · {waiting} 等待报告；"
        "有分歧的数据 {opened} 新 · {closed} 已消",
        "{source}: rows {new} new · {known} known · 0 refused;"
        " decisions {holding} holding · {waiting} waiting; disputes {opened} new · {closed} closed",
    ),
    "team.merged_reports": (
        "  报告 {reports} 份新 · 读法采用对方较新的 {readings} 份",
        "  reports {reports} new · {readings} read as the other store does, which read them later",
    ),
    "team.merged_rulings": ("  裁定 {rulings} 条新", "  rulings {rulings} new"),
    "team.former": (
        "  针对先前读法的话 {count} 条，没有生效（批注仍在），请看过再判：",
        "  words on a former reading {count}: they do not hold (comments stay), decide anew:",
    ),
    "team.former_more": ("    另有 {count} 条；--json 列出全部", "    {count} more; --json lists all"),
    "team.former.verdict": ("    {key}  {reviewer} 的判定", "    {key}  verdict of {reviewer}"),
    "team.former.correction": ("    {key}  {reviewer} 的更正", "    {key}  correction of {reviewer}"),
    "team.former.comment": ("    {key}  {reviewer} 的批注", "    {key}  comment of {reviewer}"),
    "team.former.ruling": ("    {key}  {reviewer} 的裁定", "    {key}  ruling of {reviewer}"),
    "team.former.sign_off": ("    {key}  {reviewer} 通读过", "    {key}  read completely by {reviewer}"),
    "team.forked": (
        "  来源 {site} 分叉（forked）：这个资料库被复制后在两处使用过；两边的判定都已保留",
        "  site {site} forked: its file was copied and used in two places; the decisions of both are kept",
    ),
}
