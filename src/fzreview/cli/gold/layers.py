"""``layers``: what other extractors say, kept beside the extraction that is reviewed."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fzreview.cli.arguments import words
from fzreview.cli.options.common import add_json
from fzreview.cli.output.streams import narrate, write_row
from fzreview.cli.reports.stated import filter_argument
from fzreview.config.paths import chosen_path, store_path
from fzreview.errors import UsageError
from fzreview.strings import say

if TYPE_CHECKING:
    from fzreview.domain.extracting.layers import Layer
    from fzreview.work.layers.adding import LayerSource

LIST: Final = "list"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "do", nargs="?", choices=(LIST, "add", "remove"), default=LIST, help=say("command.layers.do")
    )
    parser.add_argument("what", nargs="?", type=words, metavar="WHAT", help=say("command.layers.what"))
    parser.add_argument("--name", type=words, metavar="NAME", help=say("command.layers.name"))
    parser.add_argument("--version", type=words, metavar="V", help=say("command.layers.version"))
    parser.add_argument("--format", type=words, metavar="FORMAT", help=say("command.layers.format"))
    parser.add_argument("--extractor", type=words, metavar="NAME", help=say("command.reextract.extractor"))
    filter_argument(parser)
    parser.add_argument("--replace", action="store_true", help=say("command.layers.replace"))
    add_json(parser)


def call(options: Namespace) -> int:
    """0; of ``add`` 1 where a row was refused."""
    if options.do == "add":
        return _add(options)
    if options.do == "remove":
        return _remove(options)
    from fzreview.work.layers.reading import layers_of

    found = layers_of(store_path(options.db))
    _print(found, as_rows=options.json)
    if not found:
        narrate(say("layers.none"))
    return 0


def _remove(options: Namespace) -> int:
    from fzreview.work.layers.adding import remove_layer

    if not options.what:
        raise UsageError("wrong_arguments", message=say("cli.required") % "WHAT", command="layers")
    layer = remove_layer(store_path(options.db), options.what)
    if options.json:
        _print([layer], as_rows=True)
    narrate(say("layers.removed", layer=layer.label))
    return 0


def _add(options: Namespace) -> int:
    from fzreview.domain.reports.report_filter import ReportFilter
    from fzreview.work.layers.adding import named_layer, refuse_taken, reports_that_fit

    if bool(options.what) == (options.extractor is not None):
        raise UsageError("layer_source")
    store, wanted = store_path(options.db), ReportFilter.parsed(options.reports or "")
    with ExitStack() as stack:
        if options.extractor is not None:
            from fzreview.work.extracting.extractors import extractor_named, name_and_version
            from fzreview.work.layers.sources import as_layer_source

            source: LayerSource = as_layer_source(extractor_named(options.extractor))
            name, version = name_and_version(options.extractor)
            named, refused = None, False
        else:
            version = _model_version(options)
            source, named, refused = _predictions(options, store, stack, version)
            name = "-".join(Path(options.what).stem.split())
        version = version if options.version is None else options.version
        # Models may be called by several words, layers by one.
        layer = named_layer(options.name or name, "-".join(version.split()))
        if not options.replace:
            refuse_taken(store, layer)
        reports = reports_that_fit(store, wanted, named)
        return _keep(options, layer, source, reports) or int(refused)


def _model_version(options: Namespace) -> str:
    """The version that the file tells of its model; empty where it tells none.

    Raises UsageError where it tells several and none of them is chosen.
    """
    from fzreview.gold.formats import NATIVE
    from fzreview.work.extracting.returned_predictions import model_versions

    if options.format in (None, NATIVE):
        return ""
    versions = model_versions(options.format, chosen_path(options.what))
    if len(versions) > 1 and options.version not in versions:
        raise UsageError("layer_versions", name=options.what, known=" ".join(versions))
    return options.version if options.version in versions else "".join(versions)


def _predictions(
    options: Namespace, store: Path, stack: ExitStack, version: str
) -> tuple[LayerSource, list[str] | None, bool]:
    """A file of predictions, sha256 of the reports that it names, and whether a row of it was refused."""
    from tempfile import TemporaryDirectory

    from fzreview.gold.formats import NATIVE
    from fzreview.work.extracting.predictions import Predictions
    from fzreview.work.extracting.returned_predictions import native_predictions

    path = chosen_path(options.what)
    refused = False
    if options.format not in (None, NATIVE):
        folder = Path(stack.enter_context(TemporaryDirectory()))
        path, unreadable = native_predictions(options.format, path, folder, version or None)
        for error in unreadable:
            narrate(str(error))
        refused = bool(unreadable)
    predictions = stack.enter_context(Predictions(path, cut=refused))
    named = predictions.reports_in(store)
    for error in predictions.refused:
        narrate(str(error))
    return predictions, named, refused or bool(predictions.refused)


def _keep(options: Namespace, layer: Layer, source: LayerSource, reports: list[int]) -> int:
    """Look at the reports and store what is said of them; 1 where a row was refused."""
    from fzreview.cli.output.progress import followed
    from fzreview.work.layers.adding import LayerBuilder
    from fzreview.work.layers.reading import layers_of

    store, refused = store_path(options.db), False
    if not reports:
        narrate(say("layers.nothing"))
        return 1
    with LayerBuilder(store, source, reports) as making:
        for one in followed(making.outcomes(), len(reports), say("layers.reading")):
            if one is None:
                continue
            for error in one.refused:
                narrate(str(error))
            if one.incomplete:
                narrate(say("layers.incomplete", doc=one.doc, layer=layer.label))
                refused = True
        written = making.store_layer(layer, replace=options.replace)
    _print([one for one in layers_of(store) if one.label == layer.label], as_rows=options.json)
    narrate(say("layers.added", layer=layer.label, reports=written))
    return int(refused)


def _print(layers: list[Layer], *, as_rows: bool) -> None:
    if as_rows:
        from fzreview.work.layers.rows import layer_row

        for layer in layers:
            write_row(layer_row(layer))
        return
    from fzreview.cli.gold.layer_lines import print_layers

    print_layers(layers)
