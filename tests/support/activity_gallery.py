"""The Activity page in its states for pictures: all, narrowed, empty, several chosen, a receipt."""

from itertools import cycle, islice

from app.domain.event import Method
from app.domain.filters import Choices, Filters
from app.domain.plan import Line
from app.domain.problem import Problem
from app.wording.words import Words
from tests.support import states
from ui.activity.columns import ColumnChoice
from ui.activity.model import PAGE
from ui.activity.rows import Here, activity_rows
from ui.activity.state import Found, Place, activity_state
from ui.activity.summary import Sums, summary_state
from ui.receipt.state import receipt_state
from ui.window.window import MainWindow

_TOTAL = 1_204_118
_CHOICES = Choices(agents=("Jana", "me"), sources=("aircall", "hubspot"), tags=("key account",))
_NARROW = Filters(words="brandt", line=Line.CALLS, method=Method.PHONE, agent="Jana")
_SUMS = Sums(4, minutes=38, segments=2, costs=(states.RATE * 12,))
_USUAL = Found(count=_TOTAL, total=_TOTAL, choices=_CHOICES)
_FOUND = {
    "activity": _USUAL,
    "activity_narrowed": Found(_NARROW, count=3_412, total=_TOTAL, choices=_CHOICES),
    "activity_nothing": Found(_NARROW, count=0, total=_TOTAL, choices=_CHOICES),
    "activity_empty": Found(count=0),
    "activity_slow": Found(_NARROW, count=_TOTAL, total=_TOTAL, choices=_CHOICES, slow=True),
    "activity_failed": Found(problem=Problem("The ledger cannot be read.")),
    "activity_several": _USUAL,
    "activity_receipt": _USUAL,
}
NAMES = tuple(_FOUND)


def show(window: MainWindow, words: Words, name: str) -> None:
    """Bring the page to the front in a state."""
    found, page = _FOUND[name], window.activity()
    several = name == "activity_several"
    sums = _SUMS if several else None
    page.show_state(activity_state(words, found, ColumnChoice(), sums))
    receipts = islice(cycle(states.entries()), PAGE)
    rows = tuple(activity_rows(words, receipts, Here("Europe/Berlin", 2026)))
    page.table.lines.expect(0, rows)
    spans = ((1, _SUMS.entries),) if several else ((1, 1),)
    page.table.start(found.count or 0, Place(spans, 1))
    window.go_to("activity")
    if several and window.is_beside:
        window.show_receipt(summary_state(words, _SUMS, 10_000), focus=False)
    if name == "activity_receipt":
        window.show_receipt(receipt_state(words, states.entries()[1]))
