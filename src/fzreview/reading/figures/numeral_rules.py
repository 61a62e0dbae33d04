"""The rules that tell figures from other numerals."""

from __future__ import annotations

from typing import Final

from fzreview.domain.extracting.rule import Rule

RULES: Final = (
    MARK := Rule(
        "numeral.outline-mark",
        "A numeral with 、, ． or brackets where a line or an item begins numbers the item.",
        zh="行首或条目开头带顿号、点或括号的是提纲序号",
        takes=("⟦一⟧、主要工作", "（⟦十三⟧）加强学习。", "任务如下：⟦1⟧.调解纠纷12件。"),
        leaves=("受理案件⟦3⟧、结案2件", "增长⟦3.1%⟧"),
    ),
    TOO_LONG := Rule(
        "numeral.too-long",
        "Nobody writes a quantity with that many digits: it is a code or damage.",
        zh="位数太多，不是数量，是编码或错码",
        takes=("编号⟦1234567890123456789012345678901234⟧。",),
        leaves=("总额⟦12345678901元⟧。",),
        rare="A guard against damaged and hostile texts.",
    ),
    ADDRESS := Rule(
        "numeral.address",
        "Digits in the address of a page or of mail count nothing, whatever stands behind it.",
        zh="网址、邮箱里的数字",
        takes=(
            "见http://qinghe.cn/%E6%B3%95%⟦20⟧件",
            "邮箱abc@⟦163⟧个",
            "网址www.qinghe.cn/art_⟦30⟧件",
            "地址https://a.cn/x?id=⟦12⟧人",
        ),
        leaves=("增长5%⟦20件⟧", "PM2.5平均浓度⟦35微克⟧", "网站a.cn访问⟦30次⟧"),
        rare="A guard: pages seldom show addresses, and a figure out of one would be silently wrong.",
    ),
    RANK := Rule(
        "numeral.rank",
        "第 or 前 before a numeral is a standing where its clause compares.",
        zh="“第”“前”后面的数字在作比较的分句里是位次",
        takes=("综合排名全省第⟦3位⟧", "进入全国前⟦10名⟧", "增速居全市第⟦一⟧"),
        leaves=("召开第⟦3次⟧会议", "第⟦一⟧季度"),
    ),
    ORDINAL := Rule(
        "numeral.ordinal",
        "第 before a numeral names one of a row and counts nothing.",
        zh="“第”后面的数字是序数，不计数",
        takes=("召开第⟦3⟧次会议", "第⟦十三⟧届", "第⟦5⟧条"),
        leaves=("排名第⟦5位⟧", "共⟦5条⟧"),
    ),
    ENUMERATION := Rule(
        "numeral.enumeration",
        "一是, 二是 … number the items of a sentence.",
        zh="“一是”“二是”给句中各项编号",
        takes=("⟦十一⟧是加强领导。", "⟦十二⟧是强化培训。"),
        leaves=("共有⟦二十件⟧。",),
        rare="Most rows end before 十一是; those up to 十是 are single numerals.",
    ),
    NO_NUMBER := Rule(
        "numeral.no-number",
        "The characters are those of numerals but write no single number.",
        zh="用的是数字的字，却写不成一个数",
        takes=("⟦百千万⟧工程",),
        leaves=("共⟦三百万元⟧",),
    ),
    SET_PHRASE := Rule(
        "numeral.set-phrase",
        "A fixed name or slogan says the numeral, nobody counted.",
        zh="固定名称或提法里的数字，没有人数过",
        takes=("坚持⟦四项基本原则⟧", "⟦三支一扶⟧人员"),
        leaves=("建成⟦四个⟧中心",),
    ),
    FURNITURE := Rule(
        "numeral.page-furniture",
        "Counters of views and the time of putting up belong to the page, not to the report.",
        zh="浏览次数、发布时间是网页上的，不是报告里的",
        takes=("来源：清河县司法局 点击数：⟦1207⟧",),
        leaves=("网站点击量⟦1207次⟧。",),
    ),
    NAME := Rule(
        "numeral.name",
        "The numeral is part of a name, a code, a title or a quoted slogan.",
        zh="名称、编号、书名或引号内提法的一部分",
        takes=(
            "推行“⟦3⟧+5+N”模式",
            "增强⟦四⟧个意识",
            "⟦12345⟧热线",
            "推行“⟦三个⟧办法”",
            "落实《⟦12⟧条措施》",
        ),
        leaves=("热线接听⟦12345件⟧", "发文⟦5份⟧"),
    ),
    TORN := Rule(
        "numeral.torn",
        "Digits behind other digits and a blank may be the rest of them: a reviewer looks.",
        zh="前面隔着空格还有数字，可能本是一个数，要看原文",
        takes=("接听电话3 ⟦15⟧件", "满意度98.7 ⟦6⟧%"),
        leaves=("接听电话⟦315件⟧",),
        rare="Says that the reading is unsure where a guess would be silently wrong.",
    ),
    ONE_TIME := Rule(
        "numeral.one-time",
        "一倍 and, where a word bounds it, 一成 tell an amount.",
        zh="“一倍”，以及带界限词的“一成”，是数量",
        takes=("增长⟦一倍⟧", "近⟦一成⟧"),
        leaves=("⟦一个⟧单位",),
    ),
    ARTICLE := Rule(
        "numeral.article",
        "一 with a measure word is an article unless it stands in a row of counts.",
        zh="“一”加量词是泛指，不计数，除非与别的计数并列",
        takes=("成立⟦一个⟧小组", "建成⟦一批⟧站点"),
        leaves=("建成两个中心、⟦一个⟧平台", "成立⟦1个⟧小组", "查获近⟦一吨⟧"),
    ),
    PERIOD := Rule(
        "numeral.period",
        "A length of time is mostly the window in which something happened.",
        zh="一段时间，多半是事情发生的期间",
        takes=("近⟦10年⟧来", "⟦三年⟧行动", "⟦5年⟧累计办理"),
        leaves=("连续⟦两年⟧", "限制贷款资格⟦3年⟧", "压缩至⟦15天⟧", "公示⟦7天⟧无异议"),
    ),
    CLASS := Rule(
        "numeral.class",
        "A threshold, a specification or a denominator says which things are meant.",
        zh="门槛、规格或分母，说的是哪一类事物",
        takes=(
            "⟦500万元⟧以上项目",
            "⟦200米⟧范围内",
            "⟦300万吨⟧级",
            "满⟦5年⟧的教师",
            "⟦300户⟧以上大型社区15个",
            "差错率超过⟦10%⟧的9家企业",
        ),
        leaves=(
            "办结率超过⟦95%⟧的目标",
            "投入⟦500万元⟧以上",
            "建成⟦20家⟧以上",
            "服务期满⟦3年⟧。",
            "带动⟦300户⟧以上农户增收",
        ),
    ),
    ROUND := Rule(
        "numeral.round",
        "百, 千, 万 or 亿 without a digit before it says «many».",
        zh="百、千、万、亿前面没有数字，泛指很多",
        takes=("⟦千⟧人签名", "⟦百⟧村"),
        leaves=("近⟦千人⟧", "⟦一千人⟧"),
    ),
    BARE := Rule(
        "numeral.bare-amount",
        "A number without a unit is an amount where its size, its noun or its place says so.",
        zh="没有单位，但大小、名词或位置说明它是数量",
        takes=("总人口⟦1.2亿⟧。", "性别比⟦115.6⟧。", "覆盖⟦500⟧企业"),
        leaves=("总人口⟦1.2亿人⟧。", "型号⟦500⟧"),
    ),
    UNCOUNTED := Rule(
        "numeral.uncounted",
        "A number without a unit, a noun or a telling place counts nothing for certain.",
        zh="没有单位，也没有名词或位置说明它数的是什么",
        takes=("方案⟦3⟧实行", "坚持⟦三十⟧如故", "尾号是⟦3385⟧。"),
        leaves=("⟦3件⟧", "⟦三十件⟧"),
    ),
    UNIT := Rule(
        "numeral.unit",
        "A number with a unit counts or measures, unless something else takes it.",
        zh="有单位的数字是数量，除非另有规则说明",
        takes=("受理案件⟦195件⟧", "办结率⟦98%⟧", "投入⟦3万元⟧"),
        leaves=("召开第⟦3次⟧会议", "⟦2023年⟧"),
    ),
    SINGLE := Rule(
        "numeral.word",
        "A single Chinese numeral without a measure word is part of a word.",
        zh="单个中文数字，没有量词，是词的一部分",
        takes=("⟦一⟧般", "⟦三⟧农", "统⟦一⟧领导", "⟦一⟧是加强领导。"),
        leaves=("⟦三件⟧", "第⟦三⟧"),
    ),
)
"""In the order in which they are asked."""
