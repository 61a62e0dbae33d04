"""Characters that fill Chinese prose, for telling a right decoding from a wrong one.

The five hundred or so most frequent characters make up two thirds of any Chinese text; read in a wrong
encoding, a text turns into characters that are hardly ever used.
"""

from __future__ import annotations

from typing import Final

_SIMPLIFIED: Final = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种"
    "事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第"
    "公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合"
    "回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总"
    "何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听"
    "白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带"
    "导争运府县镇乡村街法律政执审监督诉讼调解复议推深落依例责任职能服务环境营商优化改革案例宣普育培训考核评估案卷查处罚"
    "许可证照网络公示项目台帐案件办结率完善健机构组织贯彻精神习近平思想党委局厅委会议研究部署措施存足六七八九零百千亿"
)
_TRADITIONAL: Final = (
    "這個們來為國說時會對於著過發後裡種經學現當沒動還進樣開從實軍無與長機業將兩間問應戰頭體見產話給門兒東聲員論處義"
    "幾認條係氣題爾別變總電數報結務場計資許統區隊決馬書則聽達強難權設記類據邊張該規萬領確傳師觀讓識帶導爭運縣鎮鄉執"
    "審監訴訟調解復議環營優革責職執評罰證網絡項檔辦結構組織貫徹習黨廳委員會研署廣眾鄰賬億關舉"
)
_PUNCTUATION: Final = "，。、；：？！（）《》“”‘’「」『』【】〔〕—…·％　"
_PINYIN: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńň"

COMMON: Final = frozenset(_SIMPLIFIED + _TRADITIONAL + _PUNCTUATION + _PINYIN)
"""Frequent characters of simplified and traditional prose, its punctuation, and the letters of glosses."""
