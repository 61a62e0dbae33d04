from fzreview.domain.extraction import Document as Document
from fzreview.domain.extraction import Extractor as Extractor
from fzreview.domain.figure import Figure as Figure
from fzreview.domain.gold import GoldRecord as GoldRecord
from fzreview.domain.layers import Layer as Layer
from fzreview.domain.report import Reading as Reading
from fzreview.domain.stored import ReportSummary as ReportSummary
from fzreview.domain.verdict import Decision as Decision
from fzreview.domain.verdict import JournalEntry as JournalEntry
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
