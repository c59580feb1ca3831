"""Banners put to sleep: kept in the settings, woken by time or by a worse level."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.instant import Instant
from app.domain.meter import BannerKind, Status


@dataclass(frozen=True, slots=True)
class Snoozes:
    """Until when a kind of banner over a meter is quiet.

    Only the near-limit banner can be put to sleep; a worse level has a banner of another kind.
    """

    until: Mapping[tuple[str, str], int]

    def with_one(self, kind: str, meter: str, until: int) -> "Snoozes":
        """Return these with one more."""
        return Snoozes({**self.until, (kind, meter): until})

    def quiet(self, status: Status, now: Instant) -> Status:
        """Return a status without the banners that sleep."""
        awake = tuple(
            banner
            for banner in status.banners
            if banner.kind is not BannerKind.NEAR
            or self.until.get((banner.kind.value, status.key(banner.meter)), 0) <= now
        )
        return replace(status, banners=awake)

    def written(self) -> list[list[object]]:
        """Write them as plain data for the settings."""
        return [[kind, meter, until] for (kind, meter), until in sorted(self.until.items())]


def snoozes_of(written: object) -> Snoozes:
    """Read them back; what is not understood is left out."""
    rows = written if isinstance(written, Iterable) and not isinstance(written, str) else ()
    return Snoozes(
        {
            (row[0], row[1]): row[2]
            for row in rows
            if isinstance(row, list) and [type(part) for part in row] == [str, str, int]
        }
    )
