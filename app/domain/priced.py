"""What billed units cost: a sum for each currency, because currencies are never added up."""

from collections.abc import Mapping

from app.domain.money import Money


def sums_of(billed: int, nano: Mapping[str, int]) -> tuple[Money, ...]:
    """Return the price of billed units by currency, in its order; nothing where none were billed.

    ``nano``: billionths by currency. A currency that came to nothing is told only where it is the
    only thing known.
    """
    if not billed:
        return ()
    charged = {currency: amount for currency, amount in nano.items() if amount} or nano
    return tuple(Money.from_nano(amount, currency) for currency, amount in sorted(charged.items()))
