from fzreview.domain.decisions.verdict import Decision as Decision
from fzreview.domain.decisions.verdict import JournalEntry as JournalEntry
from fzreview.domain.extracting.extraction import Document as Document
from fzreview.domain.extracting.extraction import Extractor as Extractor
from fzreview.domain.extracting.layers import Layer as Layer
from fzreview.domain.figures.figure import Figure as Figure
from fzreview.domain.gold.records import GoldRecord as GoldRecord
from fzreview.domain.reports.report import Reading as Reading
from fzreview.domain.reports.stored import ReportSummary as ReportSummary
from fzreview.errors import FzError as FzError
from fzreview.library.rows import rows as rows
from fzreview.library.scores import evaluate as evaluate
from fzreview.library.stores import LayerRow as LayerRow
from fzreview.library.stores import Store as Store
from fzreview.library.stores import StoredRow as StoredRow
from fzreview.library.stores import open_store as open_store
from fzreview.library.texts import convert as convert
from fzreview.library.texts import read as read
from fzreview.work.scoring.evaluating import Evaluation as Evaluation

__version__: str
