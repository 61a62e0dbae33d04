"""The rules of ties: why the language puts figures together like that, and lines that show it."""

from __future__ import annotations

from typing import Final

from fzreview.domain.extracting.rule import Rule

RULES: Final = (
    Rule(
        "tie.among",
        "其中, 含 and a bracket behind a number put what follows under it.",
        (
            "办理案件126件,其中涉及县级的38件、涉及部门的88件。",
            "全县33个乡镇中28个建成示范所。",
            "专职、兼职调解员26名,其中专职9名、兼职15名。",
        ),
        ("办理案件126件,发放资料80份。",),
    ),
    Rule(
        "tie.outcome",
        "What came of cases, or was found at what was checked, are some of them.",
        ("受理投诉186件。截至年底,已办结173件。", "对320家企业开展检查,发现41家存在问题。"),
        ("检查企业300家,培训学校200所。",),
    ),
    Rule(
        "tie.sum",
        "A total stands right before its parts or, with 共 or 合计, behind them.",
        (
            "发出提示函19份、督办函27份,共计46份。",
            "推动“跨省通办”事项74项、“省内通办”事项126项,两类事项达到200项。",
        ),
        ("发出提示函19份、督办函27份,开展约谈46次。",),
    ),
    Rule(
        "tie.complement",
        "What was done and what was not make all there was; spending and what is left make the income.",
        ("收到复议申请19件,受理16件,不予受理3件。", "督察发现问题42个,已整改39个,尚有3个正在整改。"),
        ("收到复议申请19件,受理16件,发出文书3份。",),
    ),
    Rule(
        "tie.rate",
        "A rate or a share is made of a part and a base, in whatever clause they stand.",
        (
            "回应率达到95%,共收到诉求620件,回应589件。",
            "申请480件,其中网上申请432件,占90%。",
            "办理事项48250件,网上办理41206件,网办率由79.6%提高到85.4%。",
            "接到举报2650件。食品1890件,药品760件。办结2597件,办结率98%。",
            "抽检食品21.5万批次,不合格4300批次,合格率98%。",
            "办理建议64件、提案96件,代表委员满意的158件,满意率98.8%。",
            "案卷200卷,优秀60卷,良好110卷,合格30卷,优良率85%。",
            "司法所98个,一人所43个,占53.9%。",
        ),
        ("全县有律师80名,公证员20名,群众满意率99%。",),
    ),
    Rule(
        "tie.quotient",
        "占…的, 完成…的 and 比 stand right behind the two numbers that they divide.",
        (
            "城镇新增就业1256万人,完成目标1200万人的104.7%。",
            "城镇月均3120元,农村月均2400元,城乡之比为1.3:1。",
        ),
        ("城镇月均3120元,农村月均2400元,增长5.6%。",),
    ),
    Rule(
        "tie.respective",
        "分别 shares a list of percentages out over a list of amounts.",
        ("发生事故27起、伤19人,比上年的32起、25人分别下降15.6%和24%。",),
        ("发生事故27起、伤19人,分别下降15.6%和24%。",),
    ),
    Rule(
        "tie.change",
        "由…减至, 较…的 and their like set two values of one thing against each other.",
        ("内设机构由45个精简为38个。", "受理信访7340件,比上年的7686件下降4.5%。"),
        ("设内设机构45个,另有38个派出机构。",),
    ),
    Rule(
        "tie.rise",
        "An amount with what it rose by, or a plan with what was done, tells the value it started from.",
        ("地方财政收入35.28亿元,净增6.12亿元,增长21.0%。",),
        ("地方财政收入35.28亿元,投入6.12亿元,增长21.0%。",),
    ),
    Rule(
        "tie.list",
        "A count beside a list counts what is listed.",
        ("东湖镇、西山镇2个镇获评。", "确定3个试点(城关镇、河口镇、大坪镇)。"),
        ("东湖镇等12个镇获评。",),
    ),
    Rule(
        "tie.repeat",
        "The same number of the same things in two places is one fact.",
        ("选聘网格员220名。\n上述220名网格员均已上岗。", "全年开展普法活动238场。\n共开展普法活动283场。"),
        ("选聘网格员220名。\n走访企业家220名。",),
    ),
    Rule(
        "tie.scope",
        "The whole of a place holds what its offices hold; a stock holds what was added to it.",
        ("累计建成站点320个,新增45个。",),
        ("累计建成站点320个,检查商户45户。",),
    ),
    Rule(
        "tie.share",
        "Shares of one whole make a hundred percent.",
        ("城市占52.3%,县域占30.2%,乡村占17.5%。",),
        ("按时办结率98%,群众满意率97%。",),
    ),
    Rule(
        "tie.average",
        "平均 and 均 divide a total by a count beside it.",
        (
            "召开座谈会24场。收集意见1320条,平均每场55条。",
            "6个司法所共调解纠纷480件,所均80件。",
            "全镇15个行政村建成阵地。“法律明白人”75名,平均每村5名。",
        ),
        ("召开座谈会24场。收集意见1320条,平均每场60条。",),
    ),
    Rule(
        "tie.table-sum",
        "A row or a column that is headed 合计 sums up its cells.",
        ("见表。\n| 单位 | 受理 |\n| 甲局 | 118件 |\n| 乙局 | 85件 |\n| 合计 | 203件 |\n二、其他",),
        ("见表。\n| 单位 | 受理 |\n| 甲局 | 118件 |\n| 乙局 | 85件 |\n| 丙局 | 203件 |\n二、其他",),
    ),
    Rule(
        "tie.distant-sum",
        "A total may stand sentences before its parts, or 合计 sentences behind them.",
        (
            "机关宣讲31场。乡镇宣讲28场。学校宣讲25场。上述宣讲总计84场。",
            "全县共办理案件237件。城区98件。东片76件。西片63件。",
            "收到复议申请83件。受理76件,不予受理7件。",
            "城管立案120起,结案98起;交通立案80起,结案76起。两个领域共立案200起。",
        ),
        ("机关宣讲31场。乡镇宣讲28场。学校宣讲25场。上述宣讲覆盖84个村。",),
    ),
    Rule(
        "tie.compared",
        "Growth is told of two values beside it in any order, the earlier one marked by its time.",
        (
            "受理复议126件,同比增长20%(上年为105件)。",
            "受理复议126件,同比增长30%(上年为105件)。",
            "今年举办24场,去年举办18场,多6场。",
            "满意率88.3%,超过85%的目标。",
            "办理公证3420件,比2020年多380件。2020年办理公证3040件。",
        ),
        ("受理复议126件,办结105件,增长20%。",),
    ),
    Rule(
        "tie.table-row",
        "A column of rates, averages or growth is worked out of its row, or of the row of the year before.",
        (
            "见表。\n| 单位 | 受理 | 办结 | 办结率 |\n| 甲局 | 200件 | 196件 | 98% |\n二、其他",
            "见表。\n| 单位 | 受理 | 办结 | 办结率 |\n| 甲局 | 200件 | 196件 | 98% |"
            "\n| 乙局 | 50件 | 48件 | 96% |\n| 丙局 | 80件 | 72件 | 95% |\n二、其他",
            "见表。\n| 村 | 讲座 | 人数 | 场均 |\n| 甲村 | 12场 | 720人 | 60人 |\n二、其他",
            "见表。\n| 年度 | 收案 | 同比增长 |\n| 2021年 | 50件 | 4% |\n| 2022年 | 60件 | 20% |\n二、其他",
        ),
        ("见表。\n| 单位 | 受理 | 办结 | 满意率 |\n| 甲局 | 200件 | 196件 | 92% |\n二、其他",),
    ),
    Rule(
        "tie.table-and-text",
        "The text beside a table tells one of its cells again.",
        (
            "见表。\n| 单位 | 受理 |\n| 甲局 | 118件 |\n| 合计 | 203件 |\n两个局全年共受理203件。",
            "| 年份 | 受理 |\n| 2021年 | 920件 |\n| 2022年 | 750件 |\n2022年受理750件，较上年下降18.5%。",
        ),
        ("见表。\n| 单位 | 受理 |\n| 甲局 | 118件 |\n| 合计 | 203件 |\n另发放资料203份。",),
    ),
    Rule(
        "tie.interval",
        "最多 and 最少, 最长 and 最短 tell the ends of a range once more.",
        ("办理用时在12天至45天之间，最长的45天，最短的12天。",),
        ("办理用时在12天至45天之间，平均45天。",),
    ),
    Rule(
        "tie.unnamed-part",
        "投诉内容中 and its like, or a part of the year before the whole, divide a number without 其中.",
        (
            "接到投诉2460件。\n投诉内容中，噪声1130件，异味760件，水体340件。",
            "宣传月期间举办活动6场；全年累计举办活动15场。",
        ),
        ("接到投诉2460件。\n工作推进中，走访1130件，宣传760件。",),
        rare="Most parts are told with 其中; reports that leave it out are those with marked ties.",
    ),
)
