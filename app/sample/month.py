"""A sample month: everything that happened, for a scenario, up to now."""

from dataclasses import dataclass

from app.domain.instant import Instant
from app.sample.aims import Aims, Scenario, aims_of
from app.sample.call import SampleCall
from app.sample.calls import calls_of
from app.sample.texts import SampleText, texts_of

#: Any number would do; this one gives a month that looks well in pictures.
SEED = 7


@dataclass(frozen=True, slots=True)
class Month:
    """The calls and texts of a team, the oldest first, in the zone of their account."""

    aims: Aims
    zone: str
    seed: int
    calls: tuple[SampleCall, ...]
    texts: tuple[SampleText, ...]


def month_of(scenario: Scenario, now: Instant, zone: str, seed: int = SEED) -> Month:
    """Invent a month that ends now; the same arguments always give the same month."""
    aims = aims_of(scenario, now, zone, seed)
    calls, texts = calls_of(aims, now, zone, seed), texts_of(aims, now, zone, seed)
    return Month(aims, zone, seed, tuple(calls), tuple(texts))
