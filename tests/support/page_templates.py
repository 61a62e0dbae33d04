# ruff: noqa: E501 - markup stands in one piece, as pages have it
"""Pieces of pages as the templates of government sites make them, with the lines that a visitor sees."""

from __future__ import annotations

from typing import Final

P = "全县共办理行政复议案件48件，审结45件。"
"""A sentence of a report."""
Q = "行政机关负责人出庭应诉率达到98.5%。"

Template = tuple[str, list[str]]

TEMPLATES: Final[dict[str, Template]] = {
    "menu as a list": (
        f'<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul><p>{P}</p>',
        ["首页", "政务公开", P],
    ),
    "menu in one line": (
        f'<div class="top"><a>首页</a> | <a>政务公开</a> | <a>办事服务</a></div><p>{P}</p>',
        ["首页 | 政务公开 | 办事服务", P],
    ),
    "where one stands": (
        f'<div class="bread">您的位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <span>正文</span></div><p>{P}</p>',
        ["您的位置：首页 > 政务公开 > 正文", P],
    ),
    "font size tools": (
        f'<div>字号：【<a onclick="f(18)">大</a> <a onclick="f(16)">中</a> <a>小</a>】</div><p>{P}</p>',
        ["字号：【大 中 小】", P],
    ),
    "share bar of icons": (
        f'<div class="bdsharebuttonbox"><a class="bds_more" data-cmd="more"></a><a class="bds_weixin"></a></div><p>{P}</p>',
        [P],
    ),
    "share bar of words": (
        f'<div>分享到：<a title="微博"><i class="icon"></i></a><a>微信</a></div><p>{P}</p>',
        ["分享到：微信", P],
    ),
    "dates and source above": (
        f"<h1>某县2021年法治政府建设年度报告</h1><p>发布时间：2022-01-18&nbsp;&nbsp;&nbsp;来源：县司法局&nbsp;&nbsp;浏览："
        f'<span id="hits"><script>hits(12)</script></span>次</p><p>{P}</p>',
        ["某县2021年法治政府建设年度报告", "发布时间：2022-01-18 来源：县司法局 浏览：次", P],
    ),
    "title in two lines": (
        f'<div class="title">某县人民政府<br/>关于2021年法治政府建设情况的报告</div><p>{P}</p>',
        ["某县人民政府", "关于2021年法治政府建设情况的报告", P],
    ),
    "related reading": (
        f"<p>{P}</p><div><h3>相关阅读</h3><ul><li><a>某县2020年报告</a></li><li><a>某县2019年报告</a></li></ul></div>",
        [P, "相关阅读", "某县2020年报告", "某县2019年报告"],
    ),
    "attachments": (
        f'<p>{P}</p><p>附件：<a href="a.docx"><img src="doc.gif">1.任务清单.docx</a></p>',
        [P, "附件：1.任务清单.docx"],
    ),
    "paragraphs by br": (
        f"<div id='zoom'>&nbsp;&nbsp;&nbsp;&nbsp;{P}<br><br>　　{Q}<br>\n</div>",
        [P, Q],
    ),
    "paragraphs that are not closed": (
        f"<td><p>　　{P}<p>　　{Q}<p align=right>某县人民政府",
        [P, Q, "某县人民政府"],
    ),
    "no closing tags at all": (
        f"<html><body><div><center><h2>年度报告</center><font size=3>{P}<li>{Q}",
        ["年度报告", P, Q],
    ),
    "indents by nbsp": (
        f'<p style="text-indent:2em">&nbsp;&nbsp; {P}</p><p>&emsp;&emsp;{Q}</p><p>&#12288;&#12288;三、下一步</p>',
        [P, Q, "三、下一步"],
    ),
    "Word's paragraphs": (
        '<p class="MsoNormal" style="text-indent:32pt"><span lang="EN-US" style="font-family:仿宋"><o:p></o:p></span>'
        '<span>全县共办理行政复议案件</span><span lang="EN-US">48</span><span>件，审结</span><span lang="EN-US">45</span>'
        "<span>件。</span></p>",
        [P],
    ),
    "lines of the file are no lines": (
        f"<p>\n\t全县共办理行政复议\n\t案件48件，\n审结45件。\n</p>\n\n<p>{Q}</p>",
        [P, Q],
    ),
    "words of Latin keep their blank": ("<p>按照 Internet\nPlus 的要求</p>", ["按照 Internet Plus 的要求"]),
    "bold, colour, links inside": (
        '<p>全县共<b>办理</b>行政<a href="#">复议案件</a><font color="red">48</font>件，审结<u>45</u>件。</p>',
        [P],
    ),
    "section headings": (
        f"<h2>一、主要做法</h2><p><strong>（一）依法决策。</strong>{P}</p><h2>二、存在问题</h2>",
        ["一、主要做法", f"（一）依法决策。{P}", "二、存在问题"],
    ),
    "an ordered list": (
        "<ol><li>完善制度</li><li>强化监督</li></ol>",
        ["1. 完善制度", "2. 强化监督"],
    ),
    "a list with numbers of its own": (
        "<ol style='list-style:none'><li>1.完善制度</li></ol><ol><li>（一）强化监督</li></ol>",
        ["1.完善制度", "（一）强化监督"],
    ),
    "a table of figures": (
        "<table border=1><thead><tr><th>类别</th><th>受理（件）</th><th>审结（件）</th></tr></thead>"
        "<tbody><tr><td>行政复议</td><td>48</td><td>45</td></tr><tr><td>行政诉讼</td><td>20</td><td></td></tr></table>",
        ["| 类别 | 受理（件） | 审结（件） |", "| 行政复议 | 48 | 45 |", "| 行政诉讼 | 20 | |"],
    ),
    "cells that span": (
        "<table><tr><td rowspan=2>案件</td><td colspan='2'>2021年</td></tr><tr><td>受理</td><td>48</td></tr></table>",
        ["| 案件 | 2021年 | |", "| | 受理 | 48 |"],
    ),
    "cells of Word": (
        "<table><tr><td><p class=MsoNormal>行政<br>复议</p></td><td><p class=MsoNormal><span>48</span></p></td></tr></table>",
        ["| 行政复议 | 48 |"],
    ),
    "the whole page in a table": (
        f"<table width=980><tr><td><table><tr><td><a>首页</a></td></tr></table></td></tr><tr><td><p>{P}</p><p>{Q}</p>"
        f"<p>{P}</p><p>{Q}</p></td></tr><tr><td>主办：某县人民政府</td></tr></table>",
        ["首页", P, Q, P, Q, "主办：某县人民政府"],
    ),
    "a table of figures in a table of layout": (
        f"<table><tr><td><p>{P}</p><table><tr><td>受理</td><td>48</td></tr><tr><td>审结</td><td>45</td></tr></table>"
        f"<p>{Q}</p></td></tr></table>",
        [P, "| 受理 | 48 |", "| 审结 | 45 |", Q],
    ),
    "the information table": (
        "<table class='xxgk'><tr><td>索 引 号：</td><td>A001/2022-00018</td><td>发布机构：</td><td>县司法局</td></tr>"
        "<tr><td>名　　称：</td><td colspan=3>某县2021年法治政府建设年度报告</td></tr></table>",
        [
            "| 索 引 号： | A001/2022-00018 | 发布机构： | 县司法局 |",
            "| 名　　称： | 某县2021年法治政府建设年度报告 | | |",
        ],
    ),
    "the information list": (
        "<dl><dt>索引号</dt><dd>A001</dd><dt>成文日期</dt><dd>2022-01-18</dd></dl>",
        ["索引号", "A001", "成文日期", "2022-01-18"],
    ),
    "scripts, styles, comments": (
        f"<style>.a{{color:red}}</style><script>document.write('<p>48件</p>')</script><!-- <p>旧稿</p> --><p>{P}</p>"
        "<noscript>请打开脚本</noscript>",
        [P],
    ),
    "hidden blocks": (
        f'<div style="display:none">隐藏的检索词</div><span style="VISIBILITY: hidden">暗记</span><p hidden>草稿</p><p>{P}</p>',
        [P],
    ),
    "a page that shows its text later": (
        f'<div id="content" style="display:none"><p>{P}</p><p>{Q}</p><p>{P}{Q}</p><p>{P}{Q}</p><p>{P}{Q}{P}</p><p>{P}{Q}{P}</p>'
        f"<p>{P}{Q}{P}</p></div><script>$('#content').show()</script>",
        [P, Q, P + Q, P + Q, P + Q + P, P + Q + P, P + Q + P],
    ),
    "frames beside the text": (
        f'<iframe src="head.html"></iframe><p>{P}</p><iframe src="foot.html">您的浏览器不支持框架</iframe>',
        [P],
    ),
    "forms and buttons": (
        f"<form><input type=text value=关键词><select><option>全部</option></select><button>搜索</button></form><p>{P}</p>",
        [P],
    ),
    "footer": (
        f"<p>{P}</p><div class=foot><p>主办：某县人民政府办公室&nbsp; 承办：某县大数据局</p><p>网站标识码：4300000001</p>"
        "<p>湘ICP备05000618号</p></div>",
        [P, "主办：某县人民政府办公室 承办：某县大数据局", "网站标识码：4300000001", "湘ICP备05000618号"],
    ),
    "entities": (
        "<p>&ldquo;放管服&rdquo;改革&mdash;&mdash;办件&lt;100&gt;件&#65292;同比增长12&permil;</p>",
        ["“放管服”改革——办件<100>件，同比增长12‰"],
    ),
    "pinyin above characters": (
        "<p><ruby>濮<rp>(</rp><rt>pú</rt><rp>)</rp></ruby>阳市办理48件</p>",
        ["濮阳市办理48件"],
    ),
    "an article of its own": (
        f"<article><header><h1>年度报告</h1><time>2022-01-18</time></header><section><p>{P}</p></section></article>",
        ["年度报告", "2022-01-18", P],
    ),
    "elements that nobody knows": (
        f"<ucaptitle>年度报告</ucaptitle><ucapcontent><p>{P}</p></ucapcontent>",
        ["年度报告", P],
    ),
    "preformatted text": (f"<pre>　　{P}\n　　{Q}\n</pre>", [P, Q]),
    "blocks inside spans": (f"<span><div>{P}</div><div>{Q}</div></span>", [P, Q]),
    "a public account's copy": (
        f'<div id="js_content" style="visibility: visible;"><section><span>{P}</span></section><section><p><br></p>'
        f"<section><span>{Q}</span></section></section></div>",
        [P, Q],
    ),
    "an old site in capitals": (
        f"<HTML><HEAD><TITLE>报告</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><TABLE><TR><TD CLASS=f14><P>{P}</P><P>{Q}</P>"
        f"<P>{P}</P><P>{Q}</P></TD></TR></TABLE></BODY></HTML>",
        [P, Q, P, Q],
    ),
    "XHTML with a declaration": (
        f'<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{P}<br /></p></body></html>',
        [P],
    ),
}
