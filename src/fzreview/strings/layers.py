"""Words about layers: what other extractors say beside the extraction that is reviewed."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "layers.line": (
        "{layer}  报告 {reports}（不完整 {incomplete}） · 数据 {figures} · 未采用的行 {refused}"
        " · 有置信度 {confident}",
        "{layer}  reports {reports} ({incomplete} incomplete) · figures {figures} · rows refused {refused}"
        " · with confidence {confident}",
    ),
    "layers.told": ("自己给出：{fields}", "tells itself: {fields}"),
    "layers.only_spans": ("只给出位置", "tells spans only"),
    "layers.none": (
        "还没有图层；fzreview layers add 文件 可加入另一个提取器的结果",
        "there is no layer yet; fzreview layers add FILE takes the results of another extractor",
    ),
    "layers.reading": ("读取图层", "looking at the reports"),
    "layers.added": ("已加入图层 {layer}：{reports} 份报告", "layer {layer} added: {reports} reports"),
    "layers.incomplete": (
        "{doc}：有行未采用，在图层 {layer} 中记为不完整，不参加比较和评测",
        "{doc}: rows were refused: incomplete in layer {layer}, left out of comparisons and scores",
    ),
    "layers.removed": ("已移除图层 {layer}", "layer {layer} removed"),
    "layers.nothing": ("没有一份报告可加入图层", "there is no report to put into the layer"),
    "layers.all": (
        "{first} 与 {second}：{reports} 份报告 · 相同 {same} · 不同 {differs} · 只在前者 {only_first}"
        " · 只在后者 {only_second}",
        "{first} and {second}: {reports} reports · same {same} · differ {differs} · only the first"
        " {only_first} · only the second {only_second}",
    ),
    "layers.by_field": ("不同之处：{fields}", "what differs: {fields}"),
    "layers.left_incomplete": (
        "{reports} 份报告至少在一层中不完整，未参加比较",
        "{reports} reports are incomplete in one of them and left out",
    ),
    "layers.left_apart": (
        "{reports} 份报告只有其中一层看过，未参加比较",
        "{reports} reports were looked at by one of them only and left out",
    ),
    "layers.outcome.only_first": ("只有 {first}", "only {first}"),
    "layers.outcome.only_second": ("只有 {second}", "only {second}"),
}
