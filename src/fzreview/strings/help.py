"""Words of help, key lines, command palette and tour, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    # Parts of the desk
    "help.part.text": ("正文", "Text"),
    "help.part.outline": ("提纲", "Outline"),
    "help.part.list": ("数据列表", "List of figures"),
    "help.part.correction": ("更正", "Correction"),
    "help.part.marking": ("标出漏提的数据", "Marking a missed figure"),
    "help.part.subject": ("选主题", "Picking the subject"),
    "help.part.classes": ("剔除的类别", "Class of a rejection"),
    "help.part.layers": ("采用图层", "Taking a layer"),
    "help.part.comment": ("批注", "Comment"),
    "help.part.ruling": ("团队裁定", "The team's ruling"),
    "help.part.about": ("报告信息", "The report"),
    "help.part.heading": ("标题", "Heading"),
    "help.part.bulk": ("一并核实", "Verifying all of a tie"),
    "help.part.alike": ("同类", "Look-alikes"),
    "help.part.across": ("其他报告", "Other reports"),
    "help.part.panel": ("面板", "Panel"),
    "help.part.filter": ("筛选", "Filter"),
    "help.part.search": ("搜索", "Search"),
    "help.part.library": ("报告库", "Library"),
    "help.part.regions": ("选地区", "Choosing a region"),
    "help.part.load": ("载入", "Loading"),
    "help.part.adjudication": ("裁定", "Settling"),
    "help.part.palette": ("命令面板", "Command palette"),
    "help.part.guide": ("标注指南", "Annotation guide"),
    "help.part.help": ("帮助", "Help"),
    "help.part.tour": ("导览", "Tour"),
    # What a part is for
    "help.about.text": (
        "读原句，看高亮的当前数据，一键判定，自动到下一条。",
        "Read the sentence, look at the current figure, decide by one key; the next one comes by itself.",
    ),
    "help.about.outline": (
        "在章节间移动，正文跟着走；判定键在这里同样有效。点 ▾ 或按 ←→ 折叠，折叠处合计以下各节。",
        "Move between sections and the text follows; verdict keys work here too. ▾ or ←→ fold.",
    ),
    "help.about.list": (
        "在数据间移动，正文跟着走；判定键在这里同样有效。",
        "Move between figures and the text follows; the keys of verdicts work here too.",
    ),
    "help.about.correction": (
        "数值可写成 269.95亿、二十三、1/4、八成、3-5，右边马上显示读作多少；原句里实时显示范围。",
        "Values such as 269.95亿, 二十三, 1/4 or 3-5 are read at once; the span is seen in the sentence.",
    ),
    "help.about.marking": (
        "用键在正文里标出一段，各字段随后都会先填好。",
        "Mark a span of the text by keys; all fields are proposed for it.",
    ),
    "help.about.subject": (
        "句子切成词，每词一个字母：按一个字母改开头，再按一个定末尾；再按两个选第二段。数字直接采用所列的提法。",
        "Each word of the sentence has a letter: one moves where the subject begins, the next where it ends,"
        " two more pick a second run. A digit takes a proposal as it stands.",
    ),
    "help.about.layers": (
        "几个图层对这条数据各有说法：按数字采用其中一层。",
        "Several layers have this figure otherwise: a digit takes one of them.",
    ),
    "help.about.classes": (
        "刚剔除的是哪一类；可以不选。字母或数字都行，输入法开着也能选。",
        "Which class of no figure it was, by letter or digit; it may be left open.",
    ),
    "help.about.comment": (
        "写给自己和别人看的话，导出时一并带上；留空即删除。",
        "A word to yourself and others that is exported too; an empty one is deleted.",
    ),
    "help.about.ruling": (
        "指南没有说到的情形：原句、怎样判、为什么。只增不改，全队在 {keys.guide} 里都看得到，"
        "随工作包和合并走。",
        "What the guide leaves open: sentence, decision, why. It is never changed; everybody reads it in"
        " {keys.guide}.",
    ),
    "help.about.about": (
        "报告的标题、年份、地区、单位、日期、文号应当是什么；标签；要不要排除。每一处改动都可以撤销。",
        "What title, year, region, issuer, dates and number of the report should be; its tags; whether it is"
        " excluded. Each change can be undone.",
    ),
    "help.about.heading": (
        "这个标题应当是第几级，或者它不是标题。通读过的章节如果范围变了，要重新通读。",
        "Which level this heading should have, or that it is none. A section that was signed off and gets"
        " other bounds is to be read again.",
    ),
    "help.about.bulk": (
        "列出的就是将要核实的，多一条不动；已判定的保持原样；记为一步，一次撤销。",
        "What is listed is what will be verified, nothing else; it is one step, undone at once.",
    ),
    "help.about.alike": (
        "全库里读法与刚才那条同样有误的未判定数据；只改列出而且显示过的，记为一步，一次撤销。",
        "Undecided figures of the whole store with the same slip; only what was listed and shown is changed,"
        " as one step.",
    ),
    "help.about.across": (
        "同一主题、单位和类别在其他年份、其他地方的数值；! 表示相差约十倍或一万倍。",
        "The same subject in other years and places; ! tells of a jump of about 10 or 10,000 times.",
    ),
    "help.about.panel": (
        "同一指标按地方和年份排成表：数前是判定，数后 ! 跳变、/ 翻倍或减半、& 不止一条，- 该年没有；"
        "上面是这一格的原句。不同的提法各自一段，不合并。",
        "One indicator as a table, place by year: before a value its state, behind it ! a jump, / doubled or"
        " halved, & several, - none that year; above the sentence of the cell. Wordings stay apart.",
    ),
    "help.about.filter": (
        "只走访合乎条件的数据；全选“全部”就不再筛选。",
        "Only the figures that fit are visited; choose «all» everywhere to visit every one.",
    ),
    "help.about.search": (
        "在本报告和全部报告中找文字；两个字的词也找得到，简繁互通。",
        "Finds words in this report and in all of them, in simplified and traditional characters alike.",
    ),
    "help.about.library": (
        "全部报告及其进度；可按文字、进度、地区筛选，换次序，下次打开时照旧。",
        "Every report with its progress; what is listed and in which order is remembered.",
    ),
    "help.about.adjudication": (
        "逐处裁定分歧：上面是原文，下面是各方的说法，不同之处有 ≠；不显示是谁说的。按一键即记录并到下一处。",
        "Disputes one after the other: the text above, what each side says below, ≠ where they differ, no"
        " names. One key settles, records and goes on.",
    ),
    "help.about.regions": (
        "输入地区名或拼音首字母；每个地区前面是报告份数。",
        "Type a region or its pinyin initials; the number is that of its reports.",
    ),
    "help.about.load": (
        "文件、文件夹、压缩包或抓取结果；载入另开进程，关掉这里也继续；已载入的不会重复。",
        "Files, folders, archives or crawls; it goes on while you review, and loads nothing twice.",
    ),
    "help.about.palette": (
        "按中文、拼音首字母或全拼（cx、chexiao → 撤销）、键名找命令，也找配色和报告标题。",
        "Finds commands by words, keys or pinyin initials, and themes and reports by title too.",
    ),
    "help.about.guide": (
        "从与当前数据有关的那条规则打开；输入几个字，只留下含有它们的规则。",
        "Opened at the rule that matters for the current figure; typed words leave the rules that hold them.",
    ),
    "help.about.help": (
        "先是所在之处的键，再是审核台和其他各处的键。",
        "The keys of where one is first, then those of the desk and of all other parts.",
    ),
    "help.about.tour": (
        "一分钟看完一条数据怎么判定；其间什么也不判定。",
        "One minute; it decides nothing.",
    ),
    # What the keys of parts do, short enough for a key line
    "help.do.scroll": ("滚动", "scroll"),
    "help.do.page": ("翻页、到头、到尾", "page, first, last"),
    "help.do.turn_page": ("翻页", "page"),
    "help.do.section": ("选章节", "choose a section"),
    "help.do.fold": ("折叠", "fold"),
    "help.do.figure": ("选数据", "choose a figure"),
    "help.do.to_text": ("回正文", "to the text"),
    "help.do.next_pane": ("换窗格", "next pane"),
    "help.do.adjudicate": ("裁定", "settle"),
    "help.do.take_a": ("取 A", "A holds"),
    "help.do.take_b": ("取 B", "B holds"),
    "help.do.take_further": ("取 C、D ……（各方多于两方时）", "a third side (C), a fourth (D) … holds"),
    "help.do.neither": ("都不对", "neither"),
    "help.do.no_figure": ("不是数据", "no figure"),
    "help.do.later": ("以后", "later"),
    "help.do.gap": ("指南缺口", "guide gap"),
    "help.do.take_back": ("收回", "take back"),
    "help.do.leave": ("离开", "leave"),
    "help.do.save": ("保存", "save"),
    "help.do.give_up": ("放弃", "give up"),
    "help.do.next_field": ("下一项", "next field"),
    "help.do.option": ("选一个", "choose one"),
    "help.do.move_end": ("移动末尾", "move the end"),
    "help.do.move_start": ("移动开头", "move the start"),
    "help.do.kind_key": (
        "在数值栏一键改类别并保存：计数 金额 百分比 倍比 位次 得分 时长 度量",
        "in the value's field: kind and save; count money percent ratio rank score duration measure",
    ),
    "help.do.bound_key": (
        "在数值栏一键改界限并保存：等于 约 多于 不少于 不到 不超过",
        "in the value's field: bound and save; exact, about, more than, at least, less than, at most",
    ),
    "help.do.unit_key": ("在数值栏一键改单位并保存", "in the value's field: unit and save"),
    "help.do.move_mark": ("移动标记", "move the mark"),
    "help.do.name_word": ("选词", "words"),
    "help.do.proposal": ("采用", "take one"),
    "help.do.second_run": ("另选一段", "another run"),
    "help.do.drop_run": ("去掉后一段", "drop the last run"),
    "help.do.skip_run": ("整段移动", "move the whole run"),
    "help.do.by_word": ("按词移", "by word"),
    "help.do.pick_subject": ("选主题", "pick the subject"),
    "help.do.take_layer": ("采用", "take it"),
    "help.do.take_class": ("选类别", "choose the class"),
    "help.do.take": ("就标这段", "take it"),
    "help.do.verify_all": ("全部核实", "verify all"),
    "help.do.decide_alike": ("照此判定", "decide them"),
    "help.do.take_out": ("去掉、放回", "out or in"),
    "help.do.judge": ("判这一格", "judge the cell"),
    "help.do.next_wording": ("换提法", "next wording"),
    "help.do.next_in_cell": ("格内下一条", "next in the cell"),
    "help.do.cell": ("移动", "move"),
    "help.do.undo": ("撤销", "undo"),
    "help.do.next_tie": ("换一个勾稽", "another tie"),
    "help.do.apply": ("应用", "apply"),
    "help.do.choose": ("选择", "choose"),
    "help.do.go": ("去那里", "go there"),
    "help.do.open": ("打开", "open"),
    "help.do.narrow": ("找", "find"),
    "help.do.state": ("进度", "state"),
    "help.do.region": ("地区", "region"),
    "help.do.sort": ("次序", "order"),
    "help.do.all": ("全部", "all"),
    "help.do.leave_load": ("关闭，载入继续", "close, the load goes on"),
    "help.do.stop_load": ("停止载入", "stop the load"),
    "help.do.load": ("载入", "load"),
    "help.do.back": ("返回", "back"),
    "help.do.begin_load": ("载入", "load"),
    "help.do.complete": ("补全路径", "complete the path"),
    "help.do.run": ("执行", "run"),
    "help.do.next_step": ("下一步", "next"),
    "help.do.previous_step": ("上一步", "back"),
    "help.do.skip": ("结束", "end"),
    "help.do.help": ("帮助", "help"),
    # Command palette
    "help.palette.typed": ("命令、拼音首字母、配色或报告标题", "a command, a theme or a title of a report"),
    "help.palette.theme": ("配色：{name}", "Theme: {name}"),
    "help.palette.report": ("报告：{title}", "Report: {title}"),
    "help.palette.tour": ("一分钟导览", "Tour of a minute"),
    "help.palette.none": ("没有匹配", "nothing fits"),
    "help.palette.themed": ("配色：{name}", "theme: {name}"),
    "help.palette.no_themes": ("NO_COLOR 下只用终端自己的颜色", "under NO_COLOR there are no themes"),
    # Tour
    "help.tour.head": ("一分钟导览 {step}/{steps}", "Tour of a minute {step}/{steps}"),
    "help.tour.not_kept": (
        "没能记下导览已看过，下次还会出现：{reason}",
        "it could not be kept that the tour was seen; it comes again: {reason}",
    ),
    "help.tour.try": ("试按 {shown}", "try {shown}"),
    "help.tour.tried": (
        "就是这个键！导览中什么也不判定。",
        "that is it! The tour decides nothing.",
    ),
    "help.tour.verify": (
        "高亮的是当前数据。读原句，没错就按这个键：立即存盘，自动到下一条。",
        "The marked number is the current figure. If it is right, this key saves that and moves on.",
    ),
    "help.tour.wrong": (
        "有误也只按一键，先不改：它排着队，有空时再用更正键改。",
        "Wrong costs one key too: the figure waits in a queue and you correct it when you like.",
    ),
    "help.tour.reject": (
        "日期、序数、口号这类“不是数据”的，用这个键剔除。",
        "Dates, ordinals, slogans: what is no figure at all is rejected by this key.",
    ),
    "help.tour.undo": (
        "按错了就撤销：次数不限，换了报告、重启以后也能一步步退回。",
        "Undo has no end: it goes back step by step, across reports and restarts.",
    ),
    "help.tour.ties": (
        "报告自己能核对自己：卡片列出勾稽，✓ 相符、✗ 不符；用这个键依次看相关的数据，再回来。",
        "The report checks itself: the card shows ties, ✓ or ✗; this key steps through them and back.",
    ),
    "help.tour.next_undecided": (
        "到下一条未判定；本报告判完了，就去下一份有活的报告。",
        "Goes to the next undecided figure, and to the next report when this one is done.",
    ),
    "help.tour.pane": (
        "在正文、提纲、数据列表之间换；屏幕最下一行总是此处可用的键。",
        "Turns from text to outline to list; the bottom line always shows the keys that work.",
    ),
    "help.tour.palette": (
        "忘了键，就在这里用中文或拼音首字母找命令，或按 {keys.help} 看帮助。",
        "Forgot a key? Find any command here by its words, or press {keys.help} for help.",
    ),
}
