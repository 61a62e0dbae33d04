"""Words about what is stored: another extraction, the journal, sections, key → (zh, en)."""

WORDS: dict[str, tuple[str, str]] = {
    "store.aside.copy": ("副本", "copy"),
    "store.aside.not_a_report": ("不是报告", "no report"),
    "store.aside.duplicate": ("重复", "duplicate"),
    "store.aside.other": ("其他原因排除", "excluded"),
    "store.not_signed_off": ("未通读", "not read completely"),
    "store.no_heading": ("不是标题", "no heading"),
    "store.said_none": ("空", "none"),
    "store.copy_of": ("与 {doc} 相同", "same as {doc}"),
    "store.fate.kept": ("不变", "kept"),
    "store.fate.changed": ("有变", "changed"),
    "store.fate.gone": ("删去", "gone"),
    "store.fate.vanished": ("不再提取", "vanished"),
    "store.fate.new": ("新增", "new"),
    "store.fate.met": ("与补充相合", "met"),
    "store.ceasing": ("待重审判定", "to decide anew"),
    "store.lost": ("通读失效", "to read again"),
    "store.all": ("合计（{reports} 份报告）", "all {reports} reports"),
    "store.lost_section": (
        "章节“{section}”的范围变了，{reviewers} 的通读不再有效",
        "the section «{section}» is cut otherwise; it was read completely by {reviewers}",
    ),
    "store.reading": ("重新提取", "extracting"),
    "store.ask": ("写入以上变化？(y/N)", "take these changes over? (y/N)"),
    "store.left_over_refused": (
        "{doc}：有行未采用，整份报告保持原样；若其余各行可用，加 --partial 只采用它们，且不删去任何数据",
        "{doc}: rows were left out, so the report stays as it is;"
        " --partial takes the right ones, if any, and removes nothing",
    ),
    "store.removes_much": (
        "{doc}：原有 {found} 条数据，其中 {removed} 条（{share}%）将不再提取",
        "{doc}: {removed} of {found} figures ({share} %) would no longer be found",
    ),
    "store.ask_removals": (
        "删去这么多也要写入吗？(y/N)",
        "take these over as well, although so much goes? (y/N)",
    ),
    "store.left_over_removals": (
        "这 {reports} 份报告保持原样；确认无误请加 --allow-removals N%（--yes 不够）",
        "these {reports} reports stay as they are;"
        " where it is right, say --allow-removals N% (--yes is not enough)",
    ),
    "store.taken_over": (
        "已更新 {reports} 份报告；判定的变化都记在日志里",
        "{reports} reports brought up to date; what changed of decisions is in the journal",
    ),
    "store.not_taken_over": ("未作改动；加 --yes 才会写入", "nothing was changed; --yes takes it over"),
    "store.nothing_new": ("提取结果没有变化", "the extraction is the same"),
    "store.former": (
        "此前（{until}，{extractor}）{reviewer} 判为 {verdict}：{figure}",
        "before {until} ({extractor}) {reviewer} held {verdict}: {figure}",
    ),
    "store.vanished": ("{extractor} 不再提取这条数据", "{extractor} no longer finds it"),
    "store.same": ("判定未变", "nothing changed"),
    "store.bulk": ("批量", "bulk"),
    "store.hasty": ("过快", "hasty"),
    "store.no_entries": ("日志里没有这样的记录", "the journal holds no such entries"),
    "store.signed": ("已通读：{section}", "read completely: {section}"),
    "store.reopened": ("已取消通读：{section}", "no longer read completely: {section}"),
    "store.signed_before": ("判定未变：{section}", "nothing changed: {section}"),
    "store.section_left": (
        "本节还有 {undecided} 条未判定，{unaccounted} 个数字未交代",
        "{undecided} figures of it are undecided, {unaccounted} numerals unaccounted for",
    ),
    "store.saved": (
        "日志 {entries} 条生效，{waiting} 条暂存（所判定的数据或章节不在库中）",
        "{entries} entries of the journal have their effect, {waiting} wait (what they decide on is gone)",
    ),
    "store.impossible_times": (
        "日志里有 {entries} 条的时间不可能（时钟错了）；次序不看时间，判定不受影响",
        "{entries} entries claim times that cannot be (a wrong clock); no decision hangs on them",
    ),
    "store.waiting": (
        "日志里有 {entries} 条暂存，所判定的报告或数据不在库中；用 --rebuild 和 --sources 可使其生效",
        "{entries} entries wait: what they decide on is not in the store; --rebuild with --sources helps",
    ),
    "store.rows_lost": ("{table}：{rows} 行读不出", "{table}: {rows} rows could not be read"),
    "store.read_again": ("重新读取：{doc}", "read again: {doc}"),
    "store.report_lost": (
        "报告不在：{doc}；请用 --sources 指明它的文件再重建一次",
        "not there: {doc}; name its file with --sources and rebuild once more",
    ),
    "store.rebuilt": (
        "已由日志重建到 {path}；核对后请用它替换原资料库",
        "rebuilt from the journal in {path}; check it and put it in the store's place",
    ),
}
