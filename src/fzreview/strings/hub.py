"""Words about hubs, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "hub.put": (
        "{store}：送出日志行 {new} 新 · {known} 已有；工作包 {packages} 个，报告 {reports} 份",
        "{store}: rows {new} new · {known} known; packages {packages}, reports {reports}",
    ),
    "hub.left": (
        "{store}：有 {rows} 行没有送出：里面也有别人的判定，请由负责人送",
        "{store}: {rows} rows were not sent: others decided in this store too, a coordinator must put them",
    ),
    "hub.got": (
        "{store}：取得日志行 {new} 新 · {known} 已有；判定 {holding} 生效 · {waiting} 等待报告；"
        "工作包 {packages} 个；有分歧的数据 {opened} 新 · {closed} 已消",
        "{store}: rows {new} new · {known} known; decisions {holding} holding · {waiting} waiting;"
        " packages {packages}; disputes {opened} new · {closed} closed",
    ),
    "hub.fetched": (
        "{path}：{owner} 的工作包，用 fzreview {path} 打开",
        "{path}: a package for {owner}; open it by fzreview {path}",
    ),
    "hub.fetched_before": (
        "{path}：已经有了，没有改动",
        "{path}: is there already and was left as it is",
    ),
    "hub.attempt": ("{act}：{verdict}（{reason}）", "{act}: {verdict} ({reason})"),
    "hub.refused": ("已拒绝", "refused"),
    "hub.not_refused": ("没有拒绝！", "NOT refused!"),
    "hub.checked": (
        "试了 {acts} 件不许做的事，拒绝了 {refused} 件",
        "{acts} forbidden acts tried, {refused} refused",
    ),
    "hub.act.world": ("任何人都能写这个文件夹", "anybody may write to the folder"),
    "hub.act.piece": ("改动日志行的文件", "a file of rows that was altered"),
    "hub.act.package": ("改动工作包", "a package that was altered"),
}
