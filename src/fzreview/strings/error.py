"""Words of the area «error», key → (zh, en).

A refused input gets one line: which, why, and what to do.
"""

WORDS: dict[str, tuple[str, str]] = {
    # Bytes that are no report
    "error.empty": (
        "{name}：文件是空的；请重新获取后再载入",
        "{name}: the file is empty; get it again and load it then",
    ),
    "error.blank": (
        "{name}：只有空白，没有正文；请检查来源",
        "{name}: nothing but blanks; check where it came from",
    ),
    "error.binary": (
        "{name}：不是文本文件；请先转换为 .docx、.pdf 或 .txt",
        "{name}: not a text file; convert it to .docx, .pdf or .txt first",
    ),
    "error.foreign_format": (
        "{name}：是 {format} 格式，这里不读；请先转换为 .docx、.pdf 或 .txt",
        "{name}: this is {format}, which is not read here; convert it to .docx, .pdf or .txt first",
    ),
    "error.html": (
        "{name}：是网页（HTML）源码；请先提取正文，存为纯文本（.txt）",
        "{name}: this is HTML source; extract its text and save it as plain text (.txt) first",
    ),
    "error.invalid_bytes": (
        "{name}：按 {encoding} 解码，第 {position} 字节处损坏；请重新获取，或修复后再载入",
        "{name}: broken {encoding} text at byte {position}; get it again, or repair it and load it then",
    ),
    "error.unknown_encoding": (
        "{name}：无法识别编码（支持 UTF-8、UTF-16、GB18030/GBK、Big5）；请转存为 UTF-8",
        "{name}: unknown encoding (UTF-8, UTF-16, GB18030/GBK and Big5 are read); save it as UTF-8",
    ),
    "error.reading_failed": (
        "{name}：读取时程序出错（{reason}）；这是程序缺陷，请附上文件报告给开发者",
        "{name}: the program failed while reading it ({reason}); this is a defect, please report it",
    ),
    # Files, folders, archives, crawls
    "error.not_found": (
        "{name}：找不到；请检查路径",
        "{name}: not found; check the path",
    ),
    "error.denied": (
        "{name}：没有读取权限；请修改权限或换一个位置",
        "{name}: permission denied; change its permissions or copy it elsewhere",
    ),
    "error.unreadable": (
        "{name}：无法读取（{reason}）；请检查权限和磁盘",
        "{name}: cannot be read ({reason}); check permissions and disk",
    ),
    "error.special_file": (
        "{name}：不是普通文件；请指定文件、文件夹或压缩包",
        "{name}: not a regular file; name a file, a folder or an archive",
    ),
    "error.too_large": (
        "{name}：超过 {limit}；请拆分后再载入，或用环境变量 FZREVIEW_MAX_MIB 提高上限",
        "{name}: larger than {limit}; split it, or raise the limit with FZREVIEW_MAX_MIB",
    ),
    "error.no_reports": (
        "{name}：里面没有可载入的报告（文本、网页、PDF、Word、表格、JSONL 或压缩包）；请换一个文件夹",
        "{name}: holds no reports (text, pages, PDF, Word, tables, JSONL, archives); name another folder",
    ),
    "error.archive_empty": (
        "{name}：压缩包里没有可载入的报告；请检查压缩包",
        "{name}: the archive holds no reports; check the archive",
    ),
    "error.archive_broken": (
        "{name}：压缩包已损坏或格式不符（{reason}）；请重新获取",
        "{name}: the archive is broken or of another format ({reason}); get it again",
    ),
    "error.archive_crowded": (
        "{name}：压缩包的成员目录异常庞大；请拆分或解压后再载入",
        "{name}: the archive lists more members than can be held; split or unpack it first",
    ),
    "error.member_method": (
        "{name}：压缩方法（{method}）不支持；请解压，或重新打包为普通 zip",
        "{name}: packed by a method that is not read ({method}); unpack it, or pack it as an ordinary zip",
    ),
    "error.archive_nested": (
        "{name}：压缩包套了不止一层，不会展开；请先解压再载入",
        "{name}: an archive in an archive in an archive is not opened; unpack it and load the result",
    ),
    "error.member_encrypted": (
        "{name}：已加密；请先解密再载入",
        "{name}: encrypted; decrypt it first",
    ),
    "error.member_climbs": (
        "{name}：路径越出压缩包；不予载入，请核对压缩包来源",
        "{name}: its path climbs out of the archive; not loaded, check where the archive came from",
    ),
    "error.member_link": (
        "{name}：是链接或设备，不是文件；不予载入，请改为普通文件",
        "{name}: a link or a device, not a file; not loaded, put the file itself into the archive",
    ),
    "error.member_bomb": (
        "{name}：解压后异常庞大（超过 {ratio} 倍）；不予载入，请核对压缩包来源",
        "{name}: unpacks to more than {ratio} times its size; not loaded, check where the archive came from",
    ),
    "error.json_broken": (
        "{name}：第 {line} 行不是有效的 JSON（{reason}）；请修复这一行",
        "{name}: line {line} is not valid JSON ({reason}); repair this line",
    ),
    "error.json_no_text": (
        "{name}：第 {line} 行没有 text、content、正文之类的文本字段（有：{columns}）；"
        "请用 --columns 指定，或删除这一行",
        "{name}: line {line} has no text or content field (there are: {columns}); name it with --columns,"
        " or drop the line",
    ),
    "error.json_no_lines": (
        "{name}：没有任何 JSON 行；请检查文件",
        "{name}: no JSON lines in it; check the file",
    ),
    "error.bad_limit": (
        "环境变量 {variable} 应为正整数（MiB），现为「{value}」",
        "{variable} must be a whole number of MiB, it is {value!r}",
    ),
    "error.stdin_closed": (
        "{name}：标准输入没有内容；请用管道送入文本",
        "{name}: nothing on standard input; pipe a text into it",
    ),
    # Documents and tables
    "error.html_frames": (
        "{name}：网页只有框架，正文在另一个地址；请保存框架里的那一页",
        "{name}: the page is a frame, its text lies at another address; save the page inside the frame",
    ),
    "error.html_empty": (
        "{name}：网页里没有文字，正文由脚本载入；请在浏览器中打开后另存为",
        "{name}: the page holds no text, a script brings it; open it in a browser and save it from there",
    ),
    "error.mhtml_empty": (
        "{name}：文件里没有网页；请在浏览器中重新另存为",
        "{name}: no page in it; save it from the browser again",
    ),
    "error.mhtml_cut": (
        "{name}：文件不完整，网页只存了一部分；请在浏览器中重新另存为",
        "{name}: cut off, only a part of the page is in it; save it from the browser again",
    ),
    "error.document_broken": (
        "{name}：文件已损坏（{reason}）；请重新获取，或另存一份后再载入",
        "{name}: the file is broken ({reason}); get it again, or save it anew from its program",
    ),
    "error.document_other": (
        "{name}：内容不是 {format} 文档；请核对后缀，压缩包请改为 .zip",
        "{name}: what it holds is no {format} document; check its ending, an archive should be called .zip",
    ),
    "error.document_encrypted": (
        "{name}：已加密；请去掉密码后再载入",
        "{name}: encrypted; take off its password first",
    ),
    "error.document_empty": (
        "{name}：里面没有文字，可能全是图片；请先做文字识别（OCR）",
        "{name}: no text in it, maybe pictures alone; recognise its text (OCR) first",
    ),
    "error.pdf_encrypted": (
        "{name}：PDF 有打开密码；请去掉密码后再载入",
        "{name}: the PDF needs a password; take it off first",
    ),
    "error.pdf_scan": (
        "{name}：PDF 是扫描件，{pages} 页都没有文字层；请先做文字识别（OCR）",
        "{name}: a scanned PDF, its {pages} pages have no text layer; recognise its text (OCR) first",
    ),
    "error.pdf_pages": (
        "{name}：PDF 有 {pages} 页，超过 {limit} 页；请拆分后再载入",
        "{name}: the PDF has {pages} pages, more than {limit}; split it",
    ),
    "error.converter_missing": (
        "{name}：读取 {format} 需要 {package}；请运行 {command}",
        "{name}: {package} is needed to read {format}; run {command}",
    ),
    "error.converter_failed": (
        "{name}：转换（{converter}）出错（{reason}）；请重新获取，或转存为 .txt",
        "{name}: its conversion ({converter}) failed ({reason}); get it again, or save it as .txt",
    ),
    "error.converter_died": (
        "{name}：转换进程意外结束，可能是文件异常或内存不足；请转存为 .txt 后再载入",
        "{name}: the process that converted it ended, over an odd file or for want of memory;"
        " save it as .txt",
    ),
    "error.conversion_too_slow": (
        "{name}：转换超过 {seconds} 秒；请拆分，或转存为 .txt",
        "{name}: its conversion took more than {seconds} s; split it, or save it as .txt",
    ),
    "error.conversion_too_big": (
        "{name}：转换所需内存超过 {limit}；请拆分，或转存为 .txt",
        "{name}: its conversion needs more memory than {limit}; split it, or save it as .txt",
    ),
    "error.office_missing": (
        "{name}：旧版文档（.doc、.wps）要由 LibreOffice 转换；请安装 LibreOffice，或另存为 .docx",
        "{name}: an old document (.doc, .wps) that LibreOffice converts; install LibreOffice,"
        " or save it as .docx",
    ),
    "error.office_failed": (
        "{name}：LibreOffice 没有转换成功（{reason}）；请另存为 .docx",
        "{name}: LibreOffice did not convert it ({reason}); save it as .docx",
    ),
    "error.column_missing": (
        "{name}：没有“{column}”这一列（有：{columns}）；请改正 --columns",
        "{name}: no column {column} (there are: {columns}); correct --columns",
    ),
    "error.columns_unclear": (
        "{name}：不能确定哪一列是正文（有：{columns}）；请用 --columns text=列名 指定",
        "{name}: unclear which column is the text (there are: {columns}); name it with --columns text=NAME",
    ),
    "error.row_without_text": (
        "{name}：第 {row} 行的“{column}”是空的；请补上正文或删除这一行",
        "{name}: row {row} has nothing in {column}; add the text or drop the row",
    ),
    "error.row_uneven": (
        "{name}：第 {row} 行有 {cells} 格，表头只有 {columns} 格；请检查引号和分隔符",
        "{name}: row {row} has {cells} cells, the head {columns}; check its quotation marks and separators",
    ),
    "error.quote_open": (
        "{name}：第 {row} 行的引号没有闭合，从这一行起都读不出；请补上引号再载入",
        "{name}: a quotation mark in row {row} is never closed, no row from there on can be read; close it",
    ),
    "error.table_empty": (
        "{name}：表格是空的；请检查文件",
        "{name}: the table is empty; check the file",
    ),
    "error.table_of_figures": (
        "{name}：“{column}”列里没有成句的正文，像是数据表；若是报告请用 --columns text=列名 指定",
        "{name}: no sentence in the column {column}, a table of figures rather than reports; if not,"
        " use --columns text=NAME",
    ),
    "error.table_broken": (
        "{name}：表格在第 {row} 行损坏（{reason}）；请修复或另存一份",
        "{name}: the table is broken at row {row} ({reason}); repair it or save it anew",
    ),
    "error.archive_foreign": (
        "{name}：{format} 压缩包要先解压；解压后载入文件夹",
        "{name}: unpack the {format} archive first and load the folder",
    ),
    "error.skipped_sheet": (
        "{name}：工作表“{sheet}”没有正文列，跳过",
        "{name}: the sheet {sheet} has no column of text, passed over",
    ),
    "error.bad_columns": (
        "--columns 里的“{value}”不对；写成 text=正文,title=标题，可用 {known}",
        "{value!r} in --columns is wrong; write text=NAME,title=NAME with {known}",
    ),
    "error.columns_without_text": (
        "--columns 没有指明正文列（{value}）；请加上 text=列名",
        "--columns names no column for the text ({value}); add text=NAME",
    ),
    "error.report_unwritable": (
        "{path}：载入报告无法写入（{reason}）；请检查路径和磁盘空间",
        "{path}: the loading report cannot be written ({reason}); check path and disk space",
    ),
    "error.bad_report_file": (
        "{path}：载入报告只写 .csv 或 .jsonl；请改后缀",
        "{path}: a loading report is .csv or .jsonl; change the ending",
    ),
    # Passed over
    "error.skipped_hidden": (
        "{name}：是隐藏文件，跳过",
        "{name}: hidden, passed over",
    ),
    "error.skipped_link": (
        "{name}：是指向文件夹的链接，跳过；需要时请直接指定那个文件夹",
        "{name}: a link to a folder, passed over; name that folder to load it",
    ),
    "error.skipped_image": (
        "{name}：是图片，跳过",
        "{name}: an image, passed over",
    ),
    "error.skipped_media": (
        "{name}：是音频或视频，跳过",
        "{name}: sound or film, passed over",
    ),
    "error.skipped_script": (
        "{name}：是脚本或样式，跳过",
        "{name}: a script or a style sheet, passed over",
    ),
    "error.skipped_program": (
        "{name}：是程序或系统文件，跳过",
        "{name}: a program or a file of the system, passed over",
    ),
    "error.skipped_font": (
        "{name}：是字体，跳过",
        "{name}: a font, passed over",
    ),
    "error.skipped_working": (
        "{name}：是日志或临时文件，跳过",
        "{name}: a log or a temporary file, passed over",
    ),
    "error.skipped_kind": (
        "{name}：后缀不识别，跳过；若是报告请单独指定这个文件，或改为 .txt",
        "{name}: unknown ending, passed over; if it is a report, name the file itself or call it .txt",
    ),
    # The store
    "error.store_too_new": (
        "{path}：这个资料库由更新版本的程序建立（版本 {version}，本程序只认到 {known}）；"
        "请升级 fzreview，资料库未作改动",
        "{path}: a newer program made this store (version {version}, this program knows {known});"
        " upgrade fzreview, nothing was changed",
    ),
    "error.store_too_old": (
        "{path}：这个资料库出自发布以前的开发版本（{version}），未作改动；"
        "请先用当时的 fzreview 导出金标，再导入新的资料库",
        "{path}: a development version before any release made this store ({version}), nothing was changed;"
        " export its gold with the fzreview of that time and import it into a new store",
    ),
    "error.store_foreign": (
        "{path}：不是 fzreview 的资料库，未作改动；请用 --db 指定别的文件",
        "{path}: not a store of fzreview, nothing was changed; name another file with --db",
    ),
    "error.store_unwritable": (
        "{path}：资料库无法打开或写入（{reason}）；请检查磁盘空间和权限",
        "{path}: the store cannot be opened or written ({reason}); check disk space and permissions",
    ),
    "error.store_damaged": (
        "{path}：资料库文件已损坏（{reason}），未作改动；"
        "请用 fzreview verify-store --rebuild 新文件 抢救日志，或用 fzreview restore 备份 恢复",
        "{path}: the store's file is damaged ({reason}), nothing was written; save the journal with"
        " fzreview verify-store --rebuild NEW, or put a backup in its place with fzreview restore BACKUP",
    ),
    "error.store_foreign_log": (
        "{path}：旁边的 {log} 是另一个状态的资料库留下的（多半是审核台被强行结束后拷入了备份），未作改动；"
        "请用 fzreview restore {path} 把它移到一旁，或用 fzreview restore 备份 重新恢复",
        "{path}: {log} beside it was left by another state of a store (probably a backup was copied over one"
        " whose desk was killed), nothing was changed; set it aside with fzreview restore {path}, or put the"
        " backup in place with fzreview restore BACKUP",
    ),
    "error.store_in_use": (
        "{path}：有别的程序正打开着这个资料库；请先关闭审核台再恢复",
        "{path}: another program has the store open; close the desk, then restore",
    ),
    "error.backup_damaged": (
        "{path}：这个文件已损坏（{reason}），没有用它替换资料库；请换一份备份，或用"
        " fzreview --db {path} verify-store --rebuild 新文件 抢救",
        "{path}: this file is damaged ({reason}), the store was left as it is; take another backup, or save"
        " what can be read with fzreview --db {path} verify-store --rebuild NEW",
    ),
    "error.store_busy": (
        "{path}：资料库正被另一程序占用；请稍后再试",
        "{path}: another program holds the store; try again in a moment",
    ),
    "error.store_lost_entries": (
        "{path}：日志少了记录（应有 {expected} 条，现有 {found} 条），已停止写入；"
        "请用 fzreview verify-store 核对，并从 backup 的副本恢复",
        "{path}: the journal lost entries (there were {expected}, there are {found}), writing has stopped;"
        " check with fzreview verify-store and restore a copy made by backup",
    ),
    "error.store_lost_decisions": (
        "{path}：判定在没有撤销的情况下变了数目（按日志应有 {expected} 条，现有 {found} 条），已停止写入；"
        "请先 backup，再用 fzreview verify-store --rebuild 由日志重建",
        "{path}: decisions came or went without the journal ({expected} by the journal, {found} found),"
        " writing has stopped; make a backup, then rebuild it with fzreview verify-store --rebuild",
    ),
    "error.store_lost_counts": (
        "{path}：报告的进度与数据的状态不符（应为 {expected}，现为 {found}），已停止写入；"
        "请先 backup，再用 fzreview verify-store --rebuild 由日志重建",
        "{path}: the progress of reports and the status of figures disagree ({expected} and {found}),"
        " writing has stopped; make a backup, then rebuild it with fzreview verify-store --rebuild",
    ),
    "error.source_changed": (
        "{doc}：库中的原文在提取期间变了；未作改动，请再试一次",
        "{doc}: its text in the store changed while it was read; nothing was written, try again",
    ),
    "error.unknown_extractor": (
        "没有名为 {extractor} 的提取器（可用：{known}）；请安装提供它的软件包",
        "there is no extractor {extractor} (there are: {known}); install the package that offers it",
    ),
    "error.extractor_unloadable": (
        "提取器 {extractor} 无法加载（{reason}）；请检查提供它的软件包",
        "the extractor {extractor} cannot be loaded ({reason}); check the package that offers it",
    ),
    "error.extractor_failed": (
        "{name}：提取器 {extractor} 出错（{reason}）；跳过这份报告，请把错误报告给提取器的作者",
        "{name}: the extractor {extractor} failed ({reason}); the report is passed over, tell its author",
    ),
    "error.no_predictions": (
        "{name}：没有一行写明 doc 或 sha256；请检查文件",
        "{name}: no row names a doc or sha256; check the file",
    ),
    "error.prediction_row": (
        "{name}：不是带有 start、end 和报告名的数据；未采用，请检查这一行",
        "{name}: no figure with start, end and a report; left out, check that row",
    ),
    "error.prediction_no_number": (
        "{name}：没有 value，而“{surface}”里也读不出数；未采用，请给出 value 或改正位置",
        "{name}: no value, and no number can be read in «{surface}»; left out, give a value or another span",
    ),
    "error.prediction_span": (
        "{name}：位置 {span} 超出原文（共 {chars} 字）；未采用，位置应按码点计",
        "{name}: the span {span} lies outside the text of {chars} characters; left out, count code points",
    ),
    "error.prediction_surface": (
        "{name}：原文此处是“{found}”而不是“{told}”；未采用，位置应按码点计",
        "{name}: the text there is «{found}», not «{told}»; left out, offsets are code points",
    ),
    "error.prediction_field": (
        "{name}：{field} 不能是“{value}”；未采用，见 docs/annotation.md",
        "{name}: {field} cannot be «{value}»; left out, see docs/annotation.md",
    ),
    "error.prediction_overlap": (
        "{name}：{span} 与 {other} 重叠；未采用，每处只能有一条数据",
        "{name}: {span} overlaps {other}; left out, one place holds one figure",
    ),
    "error.prediction_ambiguous": (
        "{name}：{report} 对应多份报告；请在行中写 sha256",
        "{name}: more than one report is called {report}; give sha256 in the rows",
    ),
    "error.prediction_unknown": (
        "{name}：没有名为 {report} 的报告；请先用 fzreview load 载入",
        "{name}: no report is called {report}; load it with fzreview load first",
    ),
    "error.report_missing": (
        "没有名为 {report} 的报告；用 fzreview list 查看",
        "no report is called {report}; see fzreview list",
    ),
    "error.reviewer_unknown": (
        "{reviewer} 在此资料库中没有判定过任何数据；判定过的有：{known}",
        "{reviewer} has decided nothing in this store; who has: {known}",
    ),
    "error.audit_nothing": (
        "没有可供 {auditor} 抽查的（其已判定过 {left_out} 项）；请先审核，或由他人抽查",
        "there is nothing that {auditor} could audit ({left_out} they have decided about themselves);"
        " review first, or let somebody else audit",
    ),
    "error.package_of_another": (
        "这是 {owner} 的工作包，{reviewer} 不能在里面判定；请 {owner} 自己来做，或用 --reviewer {owner}",
        "this package is {owner}'s, and {reviewer} cannot decide in it; let {owner} do it, or say"
        " --reviewer {owner}",
    ),
    "error.blind_value": (
        "{figure} 的数值没有给出，要照原文键入：judge {figure} wrong --value 数值 --unit 单位",
        "the value of {figure} is not shown and is to be keyed from the text:"
        " judge {figure} wrong --value VALUE --unit UNIT",
    ),
    "error.contest_reason": ("请用 --because 写明理由", "say why by --because"),
    "error.contest_nothing": (
        "{figure} 没有不采纳你的裁定，不必提异议；用 fzreview feedback 查看",
        "nothing was ruled against you about {figure}; fzreview feedback lists what was",
    ),
    "error.in_package": (
        "{path} 是 {owner} 的工作包，不能在里面 {command}；请用 --db 指定项目的资料库，或由负责人来做",
        "{path} is {owner}'s package, and {command} is not for a package; name the project's store with --db,"
        " or leave it to whoever leads",
    ),
    "error.pack_handed_on": (
        "{name} 名下已没有报告：分过的都转给别人了；要再分，请 fzreview assign --to {name}",
        "{name} has no reports any more: all of them were handed on; to give some again: fzreview assign"
        " --to {name}",
    ),
    "error.pack_nothing": (
        "没有分给 {name} 的报告；请先 fzreview assign --to {name}",
        "nothing is assigned to {name}; first: fzreview assign --to {name}",
    ),
    "error.pack_nothing_again": (
        "{name} 没有早于 {days} 天的判定可以再做一遍；用 --older-than 改天数，或先收回上一包",
        "{name} has no decisions older than {days} days to make again; give another age by --older-than, or"
        " merge the last package first",
    ),
    "error.pack_nothing_audit": (
        "没有为 {name} 抽过样；请先 fzreview audit draw --reviewer {name}",
        "nothing was drawn for {name}; first: fzreview audit draw --reviewer {name}",
    ),
    "error.pack_nothing_adjudicate": (
        "没有可由 {name} 裁定的分歧（本人参与的不算）；用 fzreview conflicts 查看",
        "there is no case for {name} to settle (their own apart); fzreview conflicts lists what there is",
    ),
    "error.pack_nothing_feedback": (
        "{name} 的判定都没有被推翻，也没有放过埋设的错误",
        "no decision of {name}'s was overruled, and no seeded error passed",
    ),
    "error.pack_review_only": (
        "--seed-errors 和 --blind 只用于 --purpose review，不用于 {purpose}",
        "--seed-errors and --blind are for --purpose review, not for {purpose}",
    ),
    "error.reveal_unsealed": (
        "{path} 没有封记：不是给人审核的工作包，或出自旧版本",
        "{path} has no seal: it is no package to review, or an older version made it",
    ),
    "error.reveal_unknown": (
        "{path} 不是这个项目打的包，或打包时还没有封记；用 --db 指定那个项目的资料库，或用 --told",
        "{path} is no package of this project, or went out before there were seals; name the project's"
        " store by --db, or use --told",
    ),
    "error.reveal_untold": ("--told 的文件没有说到 {path}", "the file of --told tells nothing of {path}"),
    "error.audit_strata": (
        "--n {wanted} 不够每层一条（--by {by}：{strata}）",
        "--n {wanted} is less than one of each stratum (--by {by}: {strata})",
    ),
    "error.audit_strata_of_figures": (
        "--by 用于抽数据，不用于 --sections",
        "--by is for figures, not for --sections",
    ),
    "error.pack_audit_whole": (
        "抽查包装的是抽到的全部，不能再用 --reports 挑选",
        "a package of an audit holds all that was drawn; --reports cannot choose among it",
    ),
    "error.bad_sharing_reports": (
        "报告名、--reports、--suggested 只能用一样",
        "name reports, or give --reports, or --suggested: one of them",
    ),
    "error.assign_no_report": ("没有符合 {expression} 的报告", "no report fits {expression}"),
    "error.pack_taken": (
        "{path} 已经有了，而且不是 {owner} 的这个工作包；没有改动，请换一个 -o 文件夹",
        "{path} is there already and is not this package of {owner}'s; it was left as it is,"
        " give another folder by -o",
    ),
    "error.pack_unwritable": (
        "写不了 {path}：{reason}；请换一个 -o 文件夹",
        "{path} cannot be written: {reason}; give another folder by -o",
    ),
    "error.settle_undisputed": (
        "{figure} 没有分歧，不需要裁定；用 fzreview conflicts 查看",
        "nobody differs about {figure}, there is nothing to settle; fzreview conflicts lists what there is",
    ),
    "error.settle_no_word": (
        "{reviewer} 没有判定过 {figure}；请写有判定的人",
        "{reviewer} has no verdict on {figure}; name somebody who has",
    ),
    "error.settle_nothing": (
        "{reviewer} 没有裁定过 {figure}，无可收回",
        "{reviewer} has not settled {figure}: there is nothing to take back",
    ),
    "error.settle_whom": (
        "take 后面要写以谁的判定为准，别的裁定后面不写人名",
        "take needs the name of whose word holds, the others take no name",
    ),
    "error.bad_sharing": (
        "无法这样分：--to {people}，--overlap {overlap}；"
        "请写互不相同的姓名（用逗号隔开），两人重叠至少要两个人",
        "it cannot be shared out so: --to {people}, --overlap {overlap}; write different names with commas"
        " between them, two or more where reports overlap",
    ),
    "error.bad_share": (
        "{option} 不能是 {value}；请写 0% 到 100%，如 20%",
        "{option} cannot be {value}; write 0% to 100%, such as 20%",
    ),
    "error.bad_days": (
        "{option} 不能是 {value}；请写天数，如 7d",
        "{option} cannot be {value}; write a number of days, such as 7d",
    ),
    "error.assign_nobody": (
        "{name} 没有分到报告；用 fzreview assign 查看安排",
        "{name} has no reports; fzreview assign shows who has",
    ),
    "error.assign_not_idle": (
        "{name} 最近还在判定（{last}），没有收回；确要收回请去掉 --idle",
        "{name} was at work lately ({last}), nothing was taken back; leave --idle out to do it all the same",
    ),
    "error.assign_nobody_else": (
        "没有别人可以接手 {name} 的报告；请用 --to 指定",
        "there is nobody else to take what {name} has; name somebody with --to",
    ),
    "error.bad_count": (
        "{option} 不能是 {value}；请写正整数",
        "{option} cannot be {value}; write 1 or more",
    ),
    "error.nothing_to_certify": (
        "没有符合条件的报告；用 fzreview list 查看",
        "no report is meant by that; see fzreview list",
    ),
    "error.bad_requirement": (
        "--require 不能是 {value}；请写 wrong<=1%,missed<=2%",
        "--require cannot be {value}; write wrong<=1%,missed<=2%",
    ),
    "error.two_reviewers": (
        "请写两位不同审核人的名字，或一个也不写",
        "name two different reviewers, or none",
    ),
    "error.bad_layer_name": (
        "图层不能叫“{name}”；名称和版本不含空白和 @，至多 60 字，也不能是 base",
        "a layer cannot be called «{name}»; no blanks, no @, at most 60 characters each, not base",
    ),
    "error.layer_source": (
        "请给出一个文件，或用 --extractor 指定提取器（两者只取其一）",
        "name a file, or an extractor by --extractor, one of the two",
    ),
    "error.layer_versions": (
        "{name} 里有几个版本的模型的预测（{known}）；请用 --version 选一个",
        "{name} has predictions of several versions of a model ({known}); choose one by --version",
    ),
    "error.layer_there": (
        "已有图层 {layer}；换一个 --name 或 --version，或用 --replace 取而代之",
        "there is a layer {layer}; choose another --name or --version, or --replace it",
    ),
    "error.layer_missing": (
        "没有名为 {layer} 的图层（现有：{known}）；fzreview layers 列出全部",
        "no layer is called {layer} (there are: {known}); fzreview layers lists them",
    ),
    "error.layer_incomplete": (
        "{doc}：图层 {layer} 中这份报告有行未采用，不参加评测；请改正后用 layers add --replace 重新加入",
        "{doc}: not scored: rows of it were refused in layer {layer}; mend them, then layers add --replace",
    ),
    "error.layer_without_report": (
        "{doc}：图层 {layer} 没有看过这份报告，不参加评测",
        "{doc}: not scored: layer {layer} never looked at it",
    ),
    "error.too_many_predictions": (
        "--layer 至多两次，且不与预测文件、--against、--by rule 同用",
        "--layer stands at most twice, and not beside a file of predictions, --against or --by rule",
    ),
    "error.layer_ambiguous": (
        "名为 {layer} 的图层不止一个（现有：{known}）；请写明版本：名称@版本",
        "more than one layer is called {layer} (there are: {known}); tell the version: NAME@VERSION",
    ),
    "error.report_ambiguous": (
        "{report} 对应多份报告；请写得更长一些",
        "more than one report is called {report}; write more of its name",
    ),
    "error.report_decided": (
        "{doc} 已有判定，没有删除；确实要删请加 --with-decisions（日志中保留判定）",
        "{doc} has decisions and stays; to remove it all the same add --with-decisions"
        " (the journal keeps them)",
    ),
    "error.no_report_named": (
        "没有指明报告：写出名称，或用 --reports 写条件",
        "no report is named: give names, or --reports with an expression",
    ),
    "error.bad_report_filter": (
        "看不懂条件“{word}”；可用 {known} 或标题中的字",
        "the condition «{word}» means nothing; there are {known} and words of a title",
    ),
    "error.bad_tag": (
        "“{tag}”不能作标签：一个词，不超过 40 个字",
        "«{tag}» cannot be a tag: one word of 40 characters at most",
    ),
    "error.bad_report_field": (
        "“{given}”不是 字段=值；字段有 {known}",
        "«{given}» is no FIELD=VALUE; the fields are {known}",
    ),
    "error.no_report_field": (
        "没有写出要更正的字段；见 fzreview describe --help",
        "no field is named; see fzreview describe --help",
    ),
    "error.bad_level": (
        "标题级别只能是 1 到 {deepest}，不能是 {level}",
        "a heading's level is 1 to {deepest}, not {level}",
    ),
    "error.heading_missing": (
        "原文中没有一处、且只有一处“{heading}”（在同一行内）；请写 起-止",
        "the source does not have «{heading}» just once on one line; give START-END",
    ),
    "error.no_heading_named": (
        "没有指明标题；见 fzreview outline --help",
        "no heading is named; see fzreview outline --help",
    ),
    "error.no_outline_wish": (
        "请写 --level N、--missed、--wrong 或 --undo",
        "give --level N, --missed, --wrong or --undo",
    ),
    "error.figure_missing": (
        "没有 {figure} 这条数据；用 fzreview figures 查看",
        "there is no figure {figure}; see fzreview figures",
    ),
    "error.no_terminal": (
        "审核台需要终端；不用界面时请用 fzreview figures、judge、export",
        "the desk needs a terminal; without one use fzreview figures, judge and export",
    ),
    "error.not_utf8": (
        "终端编码是 {encoding}，审核台需要 UTF-8；请设置 LANG=zh_CN.UTF-8（或 C.UTF-8）后再打开",
        "the terminal's encoding is {encoding}, the desk needs UTF-8; set LANG=C.UTF-8 and open it again",
    ),
    "error.shard_without_name": (
        "{name}：标准输入没有名字，不能用 -o 写成文件；请先存为文件",
        "{name}: standard input has no name to be written under with -o; save it as a file first",
    ),
    "error.shards_share_name": (
        "{name}：另一个输入也叫这个名字，写出的文件会相同；请改名，或分两次写到不同的文件夹",
        "{name}: another input has this name and both would be one file; rename it, or use two folders",
    ),
    "error.bulk_needs_output": (
        "--jobs 和 --format 要与 -o 文件夹一起用",
        "--jobs and --format go with -o DIR",
    ),
    "error.no_readings": (
        "{path}：文件夹里没有读取结果（*.readings.jsonl）；请先运行 fzreview read … -o {path}",
        "{path}: the folder holds no readings (*.readings.jsonl); run fzreview read … -o {path} first",
    ),
    "error.not_a_reading": (
        "{name}：不是读取结果（{reason}）；跳过这一行，请重新运行 fzreview read -o",
        "{name}: no reading ({reason}); the line is passed over, run fzreview read -o again",
    ),
    "error.nothing_to_load": (
        "请给出要载入的报告，或 --readings 文件夹",
        "name the reports to be loaded, or --readings DIR",
    ),
    "error.readings_and_paths": (
        "--readings 与报告路径不能一起用，也不能与 --columns、--extractor 一起用",
        "--readings goes without paths of reports, --columns and --extractor",
    ),
    "error.bad_jobs": ("--jobs 至少为 1，不能是 {value}", "--jobs must be at least 1, not {value}"),
    "error.format_needs_extra": (
        "{format} 需要另外的库，未写出；请先运行 {command}",
        "{format} needs another library and was not written; run {command}",
    ),
    # Gold read back
    "error.import_format": (
        "不能读回格式 {format}；可读回：{known}",
        "the format {format} cannot be read back; these can: {known}",
    ),
    "error.bad_reviewers": (
        "--reviewers 应写成 3=li,5=zhang，不能是 {value}",
        "--reviewers takes pairs like 3=li,5=zhang, not {value}",
    ),
    "error.import_nothing": (
        "{path}：没有可读回的文件（{pattern}）；请检查路径和格式",
        "{path}: nothing to read back ({pattern}); check path and format",
    ),
    "error.import_unreadable": (
        "{path}：无法读取（{reason}）；请检查权限和磁盘",
        "{path}: cannot be read ({reason}); check permissions and disk",
    ),
    "error.import_no_text": (
        "{name}：无法读取原文（{reason}）；请把它放回标注文件旁边",
        "{name}: the text cannot be read ({reason}); put it back beside its annotations",
    ),
    "error.import_not_utf8": (
        "{name}：第 {position} 字节处不是 UTF-8；请转存为 UTF-8 后再导入",
        "{name}: no UTF-8 at byte {position}; save it as UTF-8 and import it then",
    ),
    "error.import_not_xmi": (
        "{name}：读不成 UIMA CAS XMI（{reason}）；请从 INCEpTION 重新导出（UIMA CAS XMI）",
        "{name}: cannot be read as UIMA CAS XMI ({reason}); export it anew from INCEpTION",
    ),
    "error.import_not_json": (
        "{name}：不是所需的 JSON（{reason}）；请修复后再导入",
        "{name}: not the JSON that is needed ({reason}); repair it and import it again",
    ),
    "error.import_token": (
        "{name}：无法理解“{line}”；请修复后再导入",
        "{name}: «{line}» is not understood; repair it and import it again",
    ),
    "error.import_field": (
        "{name}：字段 {field} 不能是 {value}；请修正后再导入（见 docs/gold.md）",
        "{name}: the field {field} cannot be {value}; correct it and import it again (see docs/gold.md)",
    ),
    "error.import_result_type": (
        "{name}：不读取 {type} 类型的结果（控件 {control}）；只读标签和导出配置里的字段，请改填到那里",
        "{name}: results of the type {type} (control {control}) are not read; only labels and the fields of"
        " the exported configuration are, say it there",
    ),
    "error.import_cut": (
        "{name}：{start}–{end}“{surface}”截断了数字或带进了标点；这里整个是“{whole}”（读作 {read}）；"
        "未导入，请核对 --units 或改正位置",
        "{name}: {start}–{end} «{surface}» cuts a numeral or takes in a mark; the whole there is «{whole}»,"
        " read as {read}; not imported, check --units or mend the span",
    ),
    "error.import_prediction_ids": (
        "{name}：预测只写了编号，Label Studio 的普通导出就是这样；请改为导出带 predictions 的快照",
        "{name}: the predictions are numbers only, as in Label Studio's plain export; export a snapshot that"
        " includes predictions",
    ),
    "error.import_json_min": (
        "{name}：这是 JSON_MIN，其中没有区域编号，读不回各字段；请在 Label Studio 里导出 JSON",
        "{name}: this is JSON_MIN, which has no ids of regions, so that fields cannot be read back;"
        " export JSON from Label Studio",
    ),
    "error.import_label": (
        "{name}：没有“{label}”这个标签；可用：{known}",
        "{name}: there is no label «{label}»; known: {known}",
    ),
    "error.import_report": (
        "{name}：资料库里没有这份报告（{report}）；请先用 fzreview load 载入",
        "{name}: the store does not hold this report ({report}); load it with fzreview load first",
    ),
    "error.import_text": (
        "{name}：原文与资料库中的 {report} 不同，位置对不上；请导入由这份原文导出的文件",
        "{name}: its text is not that of {report} in the store, so places do not fit;"
        " import what was exported from that text",
    ),
    "error.import_span": (
        "{name}：{start}-{end} 处应为“{surface}”，实为“{found}”；请核对后再导入",
        "{name}: «{surface}» should stand at {start}-{end}, where «{found}» does; check it and import again",
    ),
    "error.import_discontinuous": (
        "{name}：一条数据不能分成几段；请合并或分成几条后再导入",
        "{name}: a figure cannot be in several pieces; join them or make several figures of them",
    ),
    "error.import_no_number": (
        "{name}：“{surface}”里没有能得出数值的数字；请把数字标全",
        "{name}: «{surface}» holds no number that gives a value; mark the whole number",
    ),
    "error.import_no_figure": (
        "{name}：{start}-{end} 处没有数据可判为非数据；请检查提取程序的版本",
        "{name}: no figure stands at {start}-{end} that could be rejected; check the extractor's version",
    ),
    "error.import_no_place": (
        "{name}：{start}-{end} 处没有这条数据或候选数字；请检查提取程序的版本",
        "{name}: no figure and no candidate stands at {start}-{end}; check the extractor's version",
    ),
    "error.import_no_section": (
        "{name}：{start}-{end} 处没有标题；请检查提取程序的版本",
        "{name}: no heading stands at {start}-{end}; check the extractor's version",
    ),
    "error.import_conflict": (
        "{name}：资料库中 {reviewer} 对 {figure} 的判定不同，未改动；要以文件为准，请加 --replace",
        "{name}: {reviewer} holds another decision on {figure} in the store, which was kept;"
        " to take that of the file use --replace",
    ),
    "error.import_statement_conflict": (
        "{name}：资料库中 {reviewer} 对《{report}》的 {field} 另有说法，未改动；要以文件为准，请加 --replace",
        "{name}: {reviewer} says otherwise of {field} of {report} in the store, which was kept; to take what"
        " the file says use --replace",
    ),
    "error.import_meanwhile": (
        "{name}：导入时 {reviewer} 在别处改判，未导入；请再导入一次",
        "{name}: {reviewer} decided elsewhere meanwhile and this was not imported; import it once more",
    ),
    "error.check_no_manifest": (
        "{path}：没有 manifest.json；请指定 fzreview export 写出的文件夹",
        "{path}: there is no manifest.json; name a folder that fzreview export wrote",
    ),
    "error.unknown_format": (
        "没有 {format} 这种格式；可用：{known}",
        "there is no format {format}; known: {known}",
    ),
    "error.format_needs_folder": (
        "{format} 不能写到标准输出；请用 -o 指定文件夹",
        "{format} cannot be written to standard output; name a folder with -o",
    ),
    "error.machine_format": (
        "--as machine 不读 {format} 格式的预测；可读：{known}",
        "--as machine reads no predictions in {format}; these it does: {known}",
    ),
    "error.bad_removals": (
        "--allow-removals {value}：应为 0% 到 100%，如 --allow-removals 40%",
        "--allow-removals {value}: say 0% to 100%, as --allow-removals 40%",
    ),
    "error.bad_splits": (
        "--splits {splits}：应为 名称=比例，以逗号分隔，如 train=80,dev=10,test=10（最多 15 份）",
        "--splits {splits}: say NAME=SHARE with commas between, as train=80,dev=10,test=10 (at most 15)",
    ),
    "error.unwritable": (
        "{path}：无法写入（{reason}）；请换一个文件夹或检查权限",
        "{path}: cannot be written ({reason}); name another folder or check permissions",
    ),
    "error.no_figure_row": (
        "{name}：第 {line} 行不是 JSON 对象；请检查这一行，它未计入",
        "{name}: line {line} is no JSON object; check that line, it was left out",
    ),
    "error.figure_field": (
        "{name}：第 {line} 行的 {field} 缺失或不对；每行要有 start、end（整数，end 更大）和 value，"
        "这一行未计入",
        "{name}: line {line} lacks a right {field}; a row has start, end (whole numbers, end the larger) and"
        " value; it was left out",
    ),
    "error.gold_field": (
        "{name}：第 {line} 行的 {field} 缺失或不对；请对照金标格式检查，这一行未计入",
        "{name}: line {line} lacks a right {field}; check it against the gold format, it was left out",
    ),
    "error.surface_differs": (
        "{name}：第 {line} 行写的是“{surface}”，原文此处是“{found}”；请核对原文版本和偏移单位（码点），"
        "这一行未计入",
        "{name}: line {line} says «{surface}», its source reads «{found}» there; check the version of the"
        " source and the unit of the offsets (code points); the line was left out",
    ),
    "error.other_reports": (
        "{name}：没有一条预测属于金标里的报告（预测里有“{doc}”，金标里有“{gold}”）；请核对 doc 或 sha256",
        "{name}: no prediction is of a report of the gold (it names «{doc}», the gold «{gold}»);"
        " check doc or sha256",
    ),
    "error.bad_minimum": (
        "--min-f1 不能是“{value}”；写 0 到 1 的数，或 名称=数，名称可用：{known}",
        "--min-f1 cannot be «{value}»; write a number from 0 to 1, or NAME=NUMBER with one of: {known}",
    ),
    "error.bad_choice": (
        "{option} 不能是“{value}”；可用：{known}",
        "{option} cannot be «{value}»; use: {known}",
    ),
    "error.bad_number": (
        "{option} 不能是 {value}；请写 0 或正整数",
        "{option} cannot be {value}; write 0 or more",
    ),
    "error.input_twice": (
        "标准输入只能用一次；请把其中一份预测写成文件",
        "standard input can be read once; put one of the predictions into a file",
    ),
    "error.rules_of_others": (
        "--by rule 只能用于内置提取器；请去掉预测文件",
        "--by rule tells of the built-in extractor's rules; leave the predictions out",
    ),
    "error.source_missing": (
        "{doc}：找不到原文，这份报告未计入；请用 --sources 指定所在文件夹",
        "{doc}: its source text was not found, the report was left out; name its folder with --sources",
    ),
    "error.settings_unreadable": (
        "{path}：设置文件无法读取（{reason}）；请改正或删除它",
        "{path}: the settings cannot be read ({reason}); mend or remove the file",
    ),
    "error.setting_unknown": (
        "{path}：没有 {name} 这项设置；可用：{known}",
        "{path}: there is no setting {name}; known: {known}",
    ),
    "error.setting_wrong": (
        "{path}：设置 {name} 不能是 {value}；见 README",
        "{path}: the setting {name} cannot be {value}; see the README",
    ),
    "error.keymap_unknown": (
        "{path}：keymap 里没有 {name} 这个命令；见 docs/keys.md",
        "{path}: the keymap names an unknown command {name}; see docs/keys.md",
    ),
    "error.keymap_clash": (
        "{path}：按键 {key} 同时属于 {one} 和 {other}；请改其中一个",
        "{path}: the key {key} belongs to {one} and to {other}; change one of them",
    ),
    "error.merge_missing": (
        "{path}：没有这个文件，没有合并它；请检查路径",
        "{path}: there is no such file, it was not merged; check the path",
    ),
    "error.merge_damaged": (
        "{path}：文件不完整或已损坏（{reason}），没有合并它；请交来的人重新发一次",
        "{path}: the file is cut off or damaged ({reason}) and was not merged; ask whoever sent it to send it"
        " again",
    ),
    "error.merge_no_store": (
        "{path}：不是 fzreview 的工作包，没有合并它；请检查路径，或请交来的人重新发一次",
        "{path}: this is no package of fzreview and was not merged; check the path, or ask for it again",
    ),
    "error.merge_itself": (
        "{path}：就是要合并到的资料库本身，没有合并它",
        "{path}: this is the very store that is merged into; it was left out",
    ),
    "error.merge_other_project": (
        "{path}：是另一个项目的工作包，没有合并它；请用 --db 指定它的项目资料库",
        "{path}: this package is of another project and was not merged; name that project's store with --db",
    ),
    # Hubs
    "error.hub_address": (
        "「{address}」不是中转处的地址；请用 folder:路径 或 postgresql://…，也可以写进设置的 hub",
        "{address!r} is no address of a hub; use folder:PATH or postgresql://…, or set hub in the settings",
    ),
    "error.hub_unreached": (
        "{place}：连不上中转处（{reason}）；本地的判定都在，稍后再试",
        "{place}: the hub cannot be reached ({reason}); everything is safe here, try again later",
    ),
    "error.hub_unwritable": (
        "{place}：中转处写不进去（{reason}）；请检查权限和空间，再 put 一次就会接着送",
        "{place}: the hub cannot be written ({reason}); check permissions and space, the next put goes on",
    ),
    "error.hub_link": (
        "{path}：不是普通文件（链接或设备），没有读；请让管理文件夹的人检查",
        "{path}: is no ordinary file (a link or a device) and was not read; have the folder looked at",
    ),
    "error.hub_too_large": (
        "{path}：超过 {most} MiB，没有读；请让管理文件夹的人检查",
        "{path}: is larger than {most} MiB and was not read; have the folder looked at",
    ),
    "error.hub_strange": (
        "{path}：不是这个程序写的文件名，没有理会；可以删去",
        "{path}: this program does not write such names, so it was passed over; it may be deleted",
    ),
    "error.hub_newer": (
        "{place}：由更新版本的程序写成，没有读；请升级本程序再取",
        "{place}: a newer program wrote it, so it was not read; update this one and get it again",
    ),
    "error.hub_piece_waits": (
        "{place}：还没有传完，等下次再取",
        "{place}: is still on its way, the next get takes it",
    ),
    "error.hub_piece_altered": (
        "{place}：内容不是当初写下的（{reason}），没有采用；请让交来的人用 hub put --again 重新送",
        "{place}: is not what was written ({reason}), so nothing of it was taken; have its sender run"
        " hub put --again",
    ),
    "error.hub_package_waits": (
        "{place}：工作包还没有传完，等下次再取",
        "{place}: the package is still on its way, the next get takes it",
    ),
    "error.hub_package_altered": (
        "{place}：工作包 {name} 不是当初放上去的那个（{reason}），没有采用；请告诉负责人",
        "{place}: package {name} is not the one that was laid there ({reason}), so it was not taken;"
        " tell the coordinator",
    ),
    "error.hub_other_project": (
        "{place}：属于另一个项目，什么都没有交换；请检查地址和 --db",
        "{place}: belongs to another project, nothing was exchanged; check the address and --db",
    ),
    "error.hub_not_begun": (
        "{place}：中转处还没有项目；请负责人先 hub put 一次",
        "{place}: the hub has no project yet; the coordinator must hub put first",
    ),
    "error.hub_not_yours": (
        "{path}：这是 {owner} 的工作包，登录的是 {reviewer}；请用 {owner} 的登录",
        "{path}: this package is {owner}'s, the login is {reviewer}'s; use the login of {owner}",
    ),
    "error.hub_shortened": (
        "{place}：只到第 {now} 行，以前见过第 {seen} 行：可能由旧备份恢复；"
        "已从头重取，缺的行由各人下次 put 补上",
        "{place}: ends at row {now}, and row {seen} was seen there: restored from an older copy perhaps;"
        " all was read again, and what is missing comes back with everybody's next put",
    ),
    "error.hub_rewritten": (
        "{place}：第 {seen} 行与以前见过的不同（由旧备份恢复，或被人改写）；已从头重取，请管理员说明原因",
        "{place}: row {seen} is not what was seen there (restored from an older copy, or rewritten);"
        " all was read again, ask the administrator why",
    ),
    "error.hub_broken_chain": (
        "{place}：第 {row} 行与链不符，有人改过中转处的数据；从这里起什么都没有采用",
        "{place}: row {row} does not fit the chain, the hub was changed; nothing from there on was taken",
    ),
    "error.hub_refused": (
        "{place}：中转处拒绝了（{reason}）",
        "{place}: the hub refused ({reason})",
    ),
    "error.hub_missing": (
        "{place}：这个数据库里没有中转处（或版本不对）；请管理员运行 fzreview hub sql 打印的脚本",
        "{place}: no hub in this database, or another version; have the administrator run what"
        " fzreview hub sql prints",
    ),
    "error.hub_stranger": (
        "{place}：这个登录不在项目里；请管理员用 fzreview hub invite",
        "{place}: this login is nobody of the project; have the administrator use fzreview hub invite",
    ),
    "error.hub_library_missing": (
        "PostgreSQL 中转处需要 psycopg；请运行：{command}",
        "a hub on PostgreSQL needs psycopg; run: {command}",
    ),
    "error.hub_password": (
        "地址里不能写密码；请写进 ~/.pgpass（或 PGPASSFILE、pg_service.conf）",
        "an address must not hold a password; put it into ~/.pgpass (or PGPASSFILE, pg_service.conf)",
    ),
    "error.hub_insecure": (
        "{host}：sslmode={mode} 不够安全；不在本机的服务器只能用 sslmode=verify-full",
        "{host}: sslmode={mode} is not enough; a server on another machine needs sslmode=verify-full",
    ),
    "error.hub_invite": (
        "hub invite 后面写一个登录名",
        "hub invite takes the name of one login",
    ),
    "error.hub_login_name": (
        "「{name}」不能做登录名或审核人的名字；请去掉控制字符，最长 63 字节",
        "{name!r} cannot name a login or a reviewer; use no control characters, at most 63 bytes",
    ),
    "error.merge_foreign_reviewer": (
        "{path}：这是 {owner} 的工作包，里面却有 {reviewer} 的判定，没有合并它；"
        "请让 {owner} 重新做这个工作包",
        "{path}: this package is {owner}'s, but {reviewer} decided in it; it was not merged;"
        " have {owner} do the package anew",
    ),
    "error.merge_altered": (
        "{path}：以下日志行在记录之后被改动过（altered），没有合并其中任何内容：{rows}；请向交来的人要原来的文件",
        "{path}: these rows were altered after they were recorded, so nothing of it was merged: {rows};"
        " ask whoever sent it for the file as it was",
    ),
    "error.store_missing": (
        "{path}：还没有资料库；请先用 fzreview load 载入报告",
        "{path}: there is no store yet; load reports with fzreview load first",
    ),
    "error.backup_exists": (
        "{path}：文件已存在，未覆盖；请换一个名字",
        "{path}: the file exists and was not overwritten; choose another name",
    ),
    "error.theme_unknown": (
        "设置里的主题 {name} 不存在；可用：{known}",
        "the settings name an unknown theme {name}; known: {known}",
    ),
    "error.bad_key": (
        "{key} 不是数据编号；编号形如 4f1d0c2ab93e:614-620，见 fzreview figures",
        "{key} is no figure key; a key looks like 4f1d0c2ab93e:614-620, see fzreview figures",
    ),
    "error.bad_field": (
        "{field} 不能是“{value}”；见 fzreview judge --help",
        "{field} cannot be «{value}»; see fzreview judge --help",
    ),
    "error.fields_need_wrong": (
        "原因、类别和更正字段只能与 wrong 同用",
        "reason, class and fields of a correction go with wrong only",
    ),
    "error.nothing_to_undo": (
        "{figure}：{reviewer} 没有可撤销的判定",
        "{figure}: {reviewer} has no decision to undo",
    ),
    "error.entry_missing": ("日志中没有 {entry}", "the journal holds no entry {entry}"),
    "error.conflict": (
        "{figure}：{reviewer} 已在别处改判；未覆盖，请重新查看后再判",
        "{figure}: {reviewer} decided it elsewhere meanwhile; nothing was overwritten, look again first",
    ),
    "error.conflict_unseen": (
        "{figure}：{reviewer} 其间已作判定；未记录，请重新查看后再判",
        "{figure}: {reviewer} decided it meanwhile; nothing was recorded, look again first",
    ),
    "error.conflict_words": (
        "{figure}：其间有人改变了判定；裁定未记录，请重新查看后再裁定",
        "{figure}: a word about it has changed meanwhile; the ruling was not recorded, look again first",
    ),
    "error.conflict_extraction": (
        "{figure}：这份报告刚由 {extractor} 重新提取；未记录，请重新查看后再判",
        "{figure}: its report was extracted anew by {extractor} meanwhile; nothing was recorded, look again",
    ),
    "error.bad_span": (
        "{report} 没有 {start}-{end} 这一处（原文共 {chars} 字，起点须小于终点）",
        "{report} has no span {start}-{end}: its text has {chars} characters, start lies before end",
    ),
    "error.no_numeral": (
        "“{surface}”里没有数字；请用 --value 写明数值",
        "«{surface}» holds no numeral; give --value",
    ),
    "error.figure_exists": (
        "{figure} 已有这条数据；请用 fzreview judge 判定或更正",
        "there is a figure {figure} already; decide on it with fzreview judge",
    ),
    "error.section_missing": (
        "{report} 没有“{section}”这个章节；用 fzreview outline 查看提纲",
        "{report} has no section «{section}»; see fzreview outline",
    ),
    "error.section_ambiguous": (
        "“{section}”对应多个章节（{known}）；请写 起-止",
        "«{section}» means more than one section ({known}); give START-END",
    ),
    "error.bad_years": (
        "“{value}”不是年份；请写成 2021 或 2019-2023",
        "«{value}» are no years; write 2021 or 2019-2023",
    ),
    "error.bad_date": (
        "“{value}”不是日期；请写成 2026-11-20 或 2026-11-20T09:30",
        "«{value}» is no date; write 2026-11-20 or 2026-11-20T09:30",
    ),
    "error.class_needs_rejection": (
        "--class 只能与 --reason not_a_figure 同用",
        "--class goes with --reason not_a_figure only",
    ),
    "error.rejection_has_no_fields": (
        "不是数据时没有可更正的字段",
        "what is not a figure has no fields to correct",
    ),
    "error.reader_died": (
        "{name}：读取进程被中止，可能内存不足；请减小 --jobs 后再载入这份",
        "{name}: the process that read it was ended, memory may be short; load it again with fewer --jobs",
    ),
    "error.loader_failed": ("载入程序中断：{reason}", "the loader stopped: {reason}"),
    "error.unexpected": (
        "程序出错（{reason}）；已写入的数据不受影响，请把以上信息报告给维护者",
        "the program broke ({reason}); what was written is safe, please report the lines above",
    ),
    "error.system": (
        "系统错误（{reason}）；请检查磁盘空间、路径和权限",
        "the system refused ({reason}); check disk space, paths and permissions",
    ),
    # Wrong usage
    "error.bad_language": (
        "不支持的语言「{value}」，可用 zh 或 en",
        "unknown language {value!r}, use zh or en",
    ),
    "error.option_needs_value": ("选项 {option} 需要一个值", "{option} needs a value"),
    "error.unknown_option": (
        "无法识别的选项 {option}；用 fzreview --help 查看用法",
        "unknown option {option}; see fzreview --help",
    ),
    "error.unknown_command": (
        "没有「{command}」这个命令（可用：{known}）；用 fzreview --help 查看用法",
        "no command {command!r} (there are: {known}); see fzreview --help",
    ),
    "error.wrong_arguments": (
        "{message}；用 fzreview {command} --help 查看用法",
        "{message}; see fzreview {command} --help",
    ),
    # What a package is found to have
    "error.found_file_missing": (
        "{name}：清单里有，文件夹里没有或无法读取",
        "{name}: in the manifest, but missing or unreadable",
    ),
    "error.found_file_changed": (
        "{name}：写出之后被改过（sha256 不符）",
        "{name}: was changed since it was written (another sha256)",
    ),
    "error.found_span": (
        "{name}：句中应为“{surface}”，实为“{found}”",
        "{name}: its sentence should say «{surface}» and says «{found}»",
    ),
    "error.found_duplicate": (
        "{name}：{reviewer} 对同一条数据有两行",
        "{name}: {reviewer} has two rows for one figure",
    ),
    "error.found_contradiction": (
        "{name}：{reviewer} 与 {other} 对“{surface}”（{span}）的判定互相矛盾",
        "{name}: {reviewer} and {other} contradict each other on «{surface}» ({span})",
    ),
    "error.found_count": (
        "{name}：有 {found} 行，清单说 {records} 行",
        "{name}: holds {found} rows, the manifest says {records}",
    ),
    "error.found_leak": (
        "“{sentence}”出现在不止一份里（{places}）",
        "«{sentence}» stands in more than one split ({places})",
    ),
}
