"""Commands that tell how sure one may be, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
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
}
