"""Look at entries before they are changed: what they have in common, what a wish would do."""

from collections.abc import Sequence

from app.domain.correction import Common, Preview, Wish
from app.ledger.common import common, preview
from app.ledger.ledger import Ledger


def look_at_entries(ledger: Ledger, ids: Sequence[int]) -> Common:
    """Read what entries have in common, and what there is to choose from."""
    with ledger.reading() as snapshot:
        return common(snapshot, ids)


def preview_correction(ledger: Ledger, ids: Sequence[int], wish: Wish) -> Preview | None:
    """Work out what a wish would do, ``None`` where they are too many for a look at each."""
    with ledger.reading() as snapshot:
        return preview(snapshot, ids, wish)
