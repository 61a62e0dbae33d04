# ruff: noqa: E501 - markup stands in one piece, as pages have it
"""Web pages of real shape made of a report's text, with all that stands round it on a government site."""

from __future__ import annotations

from html import escape
from typing import Final

_MENU: Final = "".join(
    f'<li class="nav-item nav-{number}"><a href="/zwgk/col{number}/index.html" title="栏目{number}" target="_blank">'
    f"<span>政务公开栏目{number}</span></a></li>\n"
    for number in range(60)
)
_RELATED: Final = "".join(
    f'<li><span class="date">2022-03-{number % 28 + 1:02d}</span><a href="/art/2022/3/{number}/art_{number}.html">'
    f"关于印发第{number}号文件的通知</a></li>\n"
    for number in range(20)
)
_STYLE: Final = (
    "text-indent: 32pt; line-height: 30pt; font-family: 仿宋_GB2312; font-size: 16pt; margin: 0cm 0cm 0pt"
)


def page_of(text: str) -> bytes:
    """A web page as content systems of government sites make them."""
    paragraphs = "\n".join(
        f'<p class="MsoNormal" style="{_STYLE}"><span style="{_STYLE}"><font face="仿宋">{escape(line.strip())}'
        "</font></span><span lang=EN-US><o:p></o:p></span></p>"
        for line in text.splitlines()
        if line.strip()
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="ArticleTitle" content="法治政府建设年度报告">\n<meta name="PubDate" content="2022-01-18 09:30">\n'
        '<meta name="ContentSource" content="司法局">\n<title>法治政府建设年度报告 - 某县人民政府</title>\n'
        '<link rel="stylesheet" href="/css/site.css">\n<style>body { margin: 0 } .nav li { float: left }</style>\n'
        "<script>var _hmt = _hmt || []; (function() { var hm = document.createElement('script'); })();</script>\n"
        f'</head>\n<body>\n<div class="header"><ul class="nav">\n{_MENU}</ul></div>\n'
        '<div class="location">您的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a></div>\n'
        '<table width="100%" border="0"><tr><td>索引号</td><td>000014349/2022-00012</td><td>发布日期</td>'
        '<td>2022-01-18</td></tr></table>\n<div id="zoom"><!--ZOOM-->\n'
        f"{paragraphs}\n<!--/ZOOM--></div>\n"
        f'<div class="related"><h3>相关阅读</h3><ul>\n{_RELATED}</ul></div>\n'
        '<div class="footer">主办：某县人民政府办公室&nbsp;&nbsp;备案号：京ICP备00000000号</div>\n'
        '<script src="/js/share.js"></script>\n</body>\n</html>\n'
    ).encode()
