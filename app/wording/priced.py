"""Who said a price: a person in a price sheet, or the provider's own list on some day."""

from app.domain.price import PriceRow
from app.wording import dates
from app.wording.words import Words


def price_source(words: Words, row: PriceRow) -> str:
    """Write "Twilio's price, fetched 22 Nov 2026", or that the person's own sheet says it."""
    day = words.full_day(dates.local(row.valid_from, "UTC").date())
    if row.fetched:
        return words.say("Twilio's price, fetched {day}", day=day)
    return words.say("your price sheet, valid from {day}", day=day)
