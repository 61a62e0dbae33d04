"""What belongs to the page and not to the report: navigation, labels, counters, footers."""

from __future__ import annotations

import re
from typing import Final

from fzreview.text.sentences.marks import FULL_WIDTH_ENDS

LABELS: Final = (
    # when
    "发布时间|发布日期|发文日期|发文时间|成文日期|成文时间|生成日期|生成时间|公开日期|公开时间|更新时间|更新日期|印发日期|"
    "签发时间|签署日期|落款日期|报告日期|印发时间|编稿时间|发稿时间|编辑时间|创建时间|上网时间|上网日期|制发日期|签发日期|公布日期|公布时间|录入日期|添加日期|信息日期|"
    "录入时间|添加时间|上传时间|信息时间|时间|日期|生效日期|失效日期|实施日期|废止日期|"
    # who
    "信息来源|文章来源|稿件来源|来源|出处|作者|撰稿人?|供稿人?|投稿|发布机构|发布机关|发布单位|发布人|发布者|发文机关|发文机构|"
    "发文单位|制发机关|公开责任部门|责任部门|责任单位|信息提供|信息员|公开单位|公开主体|拟稿人?|"
    # what number
    "索引号|信息索引号|文号|发文字号|发文号|文件编号|统一登记号|登记号|统一编号|序号|流水号|文件号|公文号|"
    # what kind
    "主题分类|信息分类|组配分类|体裁分类|服务对象分类|公开分类|栏目分类|分类|所属分类|类别|信息类别|公开类别|主题词?|体裁|"
    "公开方式|公开形式|公开范围|公开属性|公开程序|公开期限|公开时限|公开格式|获取方式|有效性|效力状态|文件状态|"
    "是否有效|信息状态|文件类型|信息名称|文件名称|名称|标题|关键词|关键字|内容概述|信息概述|内容概况|所属栏目|栏目|"
    # counters and widgets
    "浏览次数|浏览量|浏览|点击次数|点击量|点击数|点击率?|点击|访问次数|访问量|阅读次数|阅读量|阅读数|阅读|人气|热度|查看次数|"
    "字号|字体|字体大小|文字大小|大小|视力保护色|保护视力色|背景颜色|背景色|页面颜色|打印|收藏|分享到|分享至|分享|"
    # footer
    "责任编辑|编辑|审核人?|审稿人?|校对|初审|复审|终审|核发|主办单位|主办|承办单位|承办|协办|主管单位|技术支持|联系电话|"
    "联系地址|联系方式|联系人|电话|传真|邮编|邮政编码|邮箱|电子邮箱|地址|网站标识码|网站支持IPv6|版权所有|备案号|上一篇|下一篇|"
    "上一条|下一条|上一页|下一页|相关链接|相关附件|相关阅读|相关信息|相关文章|相关文档|附件下载|扫一扫|友情链接"
)
"""Labels of page fields, as an alternation for regular expressions, blanks inside them already gone."""

_DAY: Final = r"(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}"
PARTED_BY_BLANK: Final = (
    r"(?<!\S)(?P<parted>(?:索引号|信息索引号)(?=\s[A-Za-z0-9]\S{5})"
    rf"|\S{{2}}(?:日期|时间)(?=\s{_DAY})"
    r"|(?:发文字号|文号)(?=\s[\u4e00-\u9fff]{1,12}[〔\[【（(]\d{4})"
    r"|(?:发布|发文|制发|公开)(?:机构|机关|单位|主体)(?=\s[\u4e00-\u9fff]{2}))\s"
)
"""A label that only a blank parts from its value; the value's form tells it."""
_LABEL: Final = re.compile(
    rf"(?:[-*|｜>■▪◆·•]\s?)*(?:[【\[（(<]\s?(?:{LABELS})\s?[\])）】>]|[【\[（(<]?(?:{LABELS})\s?[\])）】]?\s?[:：])"
)
_BARE_LABEL: Final = re.compile(rf"[【\[]?\s?(?:{LABELS})\s?[】\]]?")
_LONGEST_LABEL: Final = 20
_PARTED: Final = re.compile(PARTED_BY_BLANK)
_CELL_LABEL: Final = re.compile(rf"[|｜]?\s?[【\[（(]?\s?(?:{LABELS})\s?[】\]）)]?\s?[:：]?\s?[|｜]")
_BREADCRUMB: Final = re.compile(
    r"(?:您?(?:当前|现在|所在|目前)?的?(?:所在)?的?位置|当前页|所在栏目|您在)(?:是|为)?\s?[:：]"
    r"|(?:网站)?(?:首页|主页)\s?(?:>|»|›|/|\\|→|-|－|—|·|\||>>|＞)"
    r"|(?:>|»|›|＞).*(?:>|»|›|＞)"
)
_RULE: Final = re.compile(r"[-—=_*|+:\s·•.。~]{3,}")
_WIDGET: Final = re.compile(
    r"打印本页|关闭本页|关闭窗口|返回顶部|返回列表|打印此页|打印文章|打印正文|复制链接|无障碍阅读|无障碍|适老化|长者模式|关怀版|语音播报|开始朗读|新浪微博|"
    r"腾讯微博|人人网|QQ空间|微信|微博|上一篇|下一篇|联系我们|关于我们|网站地图|网站声明|隐私声明|站点地图|手机版|电脑版|全文下载|附件下载|打印|关闭|返回|"
    r"字体|字号|大中小|默认|超大|收藏|分享|繁體|简体|繁体|纠错|朗读|推荐|下载|PDF|Word|点赞|首页|登录|注册|保存|正文|更多|[大中小TA+＋－-]"
)
_BETWEEN: Final = " |·、/>[]【】（）():：\t"
_WIDGET_PHRASE: Final = re.compile(
    r"双击滚屏|自动滚屏|扫描?二维码|扫一扫|微信扫|手机扫|手机查看|手机版?访问|分享到|分享至|关闭本页|关闭窗口|"
    r"打印本页|打印此页|返回顶部|ICP备|ICP证|公网安备|网安备|网站标识码|版权所有|"
    r"Copyright|COPYRIGHT|©|All Rights? Reserved|技术支持|网站地图|联系我们|关于我们|"
    r"建议使用|分辨率|浏览器|未经许可|不得转载|未经授权|转载请注明|我要纠错|政府网站找错|违法和不良信息|主办[:：]|承办[:：]|"
    r"主办单位|承办单位|无障碍|适老化|访问统计|您是第\S{0,9}位|党政机关\S{0,4}标识|政府网站年度报表|"
    r"文件下载|附件下载|相关附件|政策解读|原文链接|阅读原文|字体[:：]|视力保护|保护视力|浏览次数|点击数|访问量|阅读次数|滚动新闻|责任编辑|"
    "点击上方|蓝字关注|关注我们|收录于|发表于\\S{2,4}$|以下文章来源于|轻点两下|喜欢此内容|阅读全文|听全文|热门搜索|请输入关键字|^今天是"
)
_FOOTER_START: Final = re.compile(
    r"扫描?二维码|扫一扫|打印本页|关闭本页|关闭窗口|返回顶部|分享到|联系我们|主办单位|主办[:：]|承办[:：]|版权所有|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁"
    r"豫鄂湘粤桂琼川蜀贵黔云滇渝藏陕秦甘陇青宁新]ICP备|ICP备|公网安备|网站标识码|上一篇|下一篇|相关链接|相关附件|相关文章|责任编辑|网站地图|Copyright|©|"
    r"技术支持[:：]|附件下载|【打印|\[打印|【关闭|\[关闭|我要纠错"
)
_STAMP: Final = re.compile(
    r"[（(\[【]?(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)(?:[\sT]*\d{1,2}:\d{2}(?::\d{2})?)?[）)\]】]?(?!\d)"
)
_CLOCK: Final = re.compile(r"(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\sT]+\d{1,2}:\d{2}")
_STAMPED: Final = 60
_ANY_LABEL: Final = re.compile(rf"(?:{LABELS})[\])）】]?\s?[:：]")
_SENTENCE: Final = re.compile(f"[{FULL_WIDTH_ENDS}]")


def is_breadcrumb(line: str) -> bool:
    return len(line) <= 120 and _BREADCRUMB.search(line) is not None and "。" not in line


def is_label_line(line: str) -> bool:
    """``发布时间: …``, ``文号 | 无 |`` and the rule under the head of a flattened table."""
    return (
        _LABEL.match(line) is not None
        or (line.count("|") + line.count("｜") >= 2 and _CELL_LABEL.match(line) is not None)
        or _PARTED.match(line) is not None
        or _RULE.fullmatch(line) is not None
    ) and len(line) <= 300


def is_bare_label(line: str) -> bool:
    """A label alone on its line, as in a table with one cell a line: its value is the next line."""
    return len(line) <= _LONGEST_LABEL and _BARE_LABEL.fullmatch(line.replace(" ", "")) is not None


def is_widget(line: str) -> bool:
    """Page controls and footer phrases; a sentence of prose that names a browser is none."""
    if len(line) > 200:
        return False
    if len(line) <= 60 and not _WIDGET.sub("", line).strip(_BETWEEN):
        return True
    return _WIDGET_PHRASE.search(line) is not None and (len(line) <= 60 or not _SENTENCE.search(line))


def is_page_info(line: str) -> bool:
    """A short line of date and labels in any order: ``2018年1月30日 08:25:30 来源:…``."""
    if len(line) > 120 or _SENTENCE.search(line):
        return False
    if _STAMP.match(line):
        return len(line) <= 24 or _ANY_LABEL.search(line) is not None
    if len(line) <= _STAMPED and _CLOCK.search(line):
        return True
    return len(_ANY_LABEL.findall(line)) >= 2


def is_furniture(line: str) -> bool:
    return is_breadcrumb(line) or is_label_line(line) or is_widget(line) or is_page_info(line)


def footer_offset(line: str) -> int | None:
    """Where a footer begins that is glued to the last sentence of a report, else None."""
    last = max(line.rfind("。"), line.rfind("！"), line.rfind("!"))
    match = _FOOTER_START.search(line, last + 1) if last >= 0 else None
    return match.start() if match else None
