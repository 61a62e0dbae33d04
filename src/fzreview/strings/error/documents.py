"""Documents and tables that cannot be turned into text."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
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
}
