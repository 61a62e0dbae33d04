"""The rules of metadata: which place of a report or of its page answers first."""

from __future__ import annotations

from typing import Final

from fzreview.domain.extracting.rule import Rule

_TITLE: Final = "清河县2020年法治政府建设报告\n"
_BARE: Final = "法治政府建设情况报告\n"
_TEXT: Final = "全县各级行政机关深入推进依法行政，加快建设法治政府，各项工作取得了新的成效，群众满意。"
_SIGNED: Final = "\n清河县人民政府\n2021年1月20日"
_NUMBERED: Final = "Most reports are put up as pages, without the number of the paper."

RULES: Final = (
    YEAR_OF_TITLE := Rule(
        "metadata.year-of-title",
        "The year in the title is the one reported on.",
        takes=(f"⟦清河县2020年法治政府建设报告⟧\n{_TEXT}",),
        leaves=(f"{_BARE}2020年，{_TEXT}",),
    ),
    YEAR_OF_MEETING := Rule(
        "metadata.year-of-meeting",
        "A report to a meeting is of the year in which the line below its title says that it was given.",
        takes=(f"政府工作报告\n⟦2020年1月10日在清河县第十六届人民代表大会第五次会议上⟧\n{_TEXT}",),
        leaves=(f"{_TITLE}2021年1月10日在清河县第十六届人民代表大会第五次会议上\n{_TEXT}",),
        rare="Work reports to congresses are few among the reports.",
    ),
    YEAR_OF_LEAD := Rule(
        "metadata.year-of-lead",
        "Else it is the first year that the lead tells; those of cited documents do not count.",
        takes=(f"{_BARE}根据《2019年工作要点》，2020年，{_TEXT}",),
        leaves=(f"{_TITLE}2019年，{_TEXT}",),
    ),
    ISSUER_SIGNED := Rule(
        "metadata.issuer-signed",
        "Who signs a report issued it; of several the last that is no party committee.",
        takes=(f"{_TITLE}{_TEXT}{_SIGNED}", f"{_TITLE}{_TEXT}\n中共清河县委 清河县人民政府\n2021年1月20日"),
        leaves=(f"{_TITLE}{_TEXT}",),
    ),
    ISSUER_OF_TITLE := Rule(
        "metadata.issuer-of-title",
        "An authority at the head of the title issued the report.",
        takes=(f"清河县司法局关于2020年法治政府建设情况的报告\n{_TEXT}",),
        leaves=(f"{_TITLE}{_TEXT}",),
    ),
    ISSUER_OF_PLACE := Rule(
        "metadata.issuer-of-place",
        "A title with a place alone is its government's, unless the text speaks of 我局.",
        takes=(f"{_TITLE}{_TEXT}",),
        leaves=(f"{_TITLE}我局{_TEXT}",),
    ),
    ISSUER_OF_PAGE := Rule(
        "metadata.issuer-of-page",
        "The field of the page that names an authority.",
        takes=(f"2020年法治政府建设报告\n发布机构：⟦清河县司法局⟧\n{_TEXT}",),
        leaves=(f"{_TITLE}发布机构：清河县司法局\n{_TEXT}",),
        rare="Where neither sign-off nor title tells it.",
    ),
    ISSUER_OF_SITE := Rule(
        "metadata.issuer-of-site",
        "The government whose site the page stands on.",
        takes=(f"当前位置：清河县人民政府网站 > 首页\n2020年法治政府建设报告\n{_TEXT}",),
        leaves=(f"当前位置：清河县人民政府网站 > 首页\n{_TITLE}{_TEXT}",),
        rare="Where nothing else tells it.",
    ),
    REGION_OF_ISSUER := Rule(
        "metadata.region-of-issuer",
        "The place in the issuer's name is the one reported on.",
        takes=(f"{_TITLE}{_TEXT}{_SIGNED}",),
        leaves=(f"2020年法治政府建设报告\n清河县认真推进依法行政。{_TEXT}",),
    ),
    REGION_OF_TITLE := Rule(
        "metadata.region-of-title",
        "Else the place at the head of the title or in brackets at its end.",
        takes=(f"清河县2020年法治政府建设报告\n我局{_TEXT}",),
        leaves=(f"{_TITLE}{_TEXT}{_SIGNED}",),
    ),
    REGION_OF_LEAD := Rule(
        "metadata.region-of-lead",
        "Else the place of which the lead speaks.",
        takes=(f"2020年法治政府建设报告\n2020年，清河县认真推进依法行政。{_TEXT}",),
        leaves=(f"{_TITLE}2020年，清河县认真推进依法行政。{_TEXT}",),
    ),
    PUBLISHED := Rule(
        "metadata.published",
        "A field of the page tells when it was put up.",
        takes=(f"{_TITLE}发布时间：⟦2021-01-25⟧\n{_TEXT}",),
        leaves=(f"{_TITLE}成文日期：2021-01-20\n{_TEXT}",),
    ),
    PUBLISHED_ALONE := Rule(
        "metadata.published-without-label",
        "A date that stands alone on a line of the page tells when it was put up.",
        takes=(f"{_TITLE}⟦2021-01-25 09:36⟧\n{_TEXT}",),
        leaves=(f"{_TITLE}发布时间：2021-01-25 09:36\n{_TEXT}",),
    ),
    SIGNED := Rule(
        "metadata.signed",
        "The last date of the sign-off.",
        takes=(f"{_TITLE}{_TEXT}\n清河县人民政府\n⟦2021年1月20日⟧",),
        leaves=(f"{_TITLE}成文日期：2021-01-20\n{_TEXT}",),
    ),
    SIGNED_BELOW_TITLE := Rule(
        "metadata.signed-below-title",
        "A date in brackets or in Chinese numerals below the title belongs to the paper.",
        takes=(f"{_TITLE}⟦（2021年1月20日）⟧\n{_TEXT}", f"{_TITLE}⟦二〇二一年一月二十日⟧\n{_TEXT}"),
        leaves=(f"{_TITLE}2021-01-20\n{_TEXT}",),
        rare="Resolutions and papers to meetings are dated there, reports at their end.",
    ),
    SIGNED_FIELD := Rule(
        "metadata.signed-field",
        "A field of the page tells when the paper was signed.",
        takes=(f"{_TITLE}成文日期：⟦2021-01-20⟧\n{_TEXT}",),
        leaves=(f"{_TITLE}发布日期：2021-01-20\n{_TEXT}",),
        rare="Where the copy lost the sign-off.",
    ),
    NUMBER := Rule(
        "metadata.number",
        "The paper's number in its field of the page.",
        takes=(f"{_TITLE}发文字号：⟦清政发〔2021〕3号⟧\n{_TEXT}",),
        leaves=(f"{_TITLE}按照清政发〔2021〕3号文件，{_TEXT}",),
    ),
    NUMBER_ALONE := Rule(
        "metadata.number-without-label",
        "A number before the body is the paper's own; those inside are of cited documents.",
        takes=(f"清政发〔2021〕3号\n{_TITLE}{_TEXT}",),
        leaves=(f"{_TITLE}按照清政发〔2021〕3号文件，{_TEXT}",),
        rare=_NUMBERED,
    ),
    INDEX := Rule(
        "metadata.index-number",
        "The page's number in the catalogue of open information.",
        takes=(f"索引号：⟦000014349/2021-00012⟧\n{_TITLE}{_TEXT}",),
        leaves=(f"{_TITLE}索引号制度健全。{_TEXT}",),
    ),
    SOURCE := Rule(
        "metadata.source",
        "The field of the page that says from where the text comes.",
        takes=(f"{_TITLE}来源：⟦清河县司法局⟧\n{_TEXT}",),
        leaves=(f"{_TITLE}资金来源：县级财政。{_TEXT}",),
    ),
)
