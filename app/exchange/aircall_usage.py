"""Aircall's usage report, which owners find under billing: texts by segment, calls by minute.

It names the far country in words ("Outbound SMS - United States") and never the far number. Calls
are there in whole billed minutes, which are taken for their talk time.
"""

from app.domain.durations import duration
from app.domain.event import Call, Direction, Fact, Text
from app.domain.instant import MINUTE
from app.domain.problem import Problem, mark
from app.domain.record_values import count, source
from app.domain.unreadable import UnreadableRecord
from app.exchange.columns import Cells, column
from app.exchange.countries import region_of
from app.exchange.format import Convert, Format, Setup, Shape

COLUMNS = (
    column("Id", "call id", "message id", "event id"),
    column("Type", "usage type", required=True),
    column("Description", required=True),
    column("Segment count", "segments", required=True),
    column("From number", "from", "aircall number", "number", required=True),
    column("To number", "to", "customer number"),
    column("Billed Duration in Mins", "billed duration", "billed minutes"),
    column("User", "user name", "agent"),
    column(
        *("Date", "datetime", "datetime (utc)", "date (utc)", "date time", "timestamp"),
        *("created at", "usage date", "start time", "started at", "time", "day"),
        date=True,
    ),
)
_NO_DATE = mark(
    "This Aircall usage report has no date column, so its lines belong to no month. Export it with "
    "dates, or name the column in a mapping."
)
_NEITHER = mark("“{value}” is neither a call nor a text")


def _prepare(setup: Setup) -> Convert:
    if COLUMNS[-1].names[0] not in setup.present:
        raise Problem(_NO_DATE)
    when, origin = setup.when(), source("aircall", setup.account)

    def convert(cells: Cells) -> Fact:
        number, kind, description, segments, own, far, minutes, user, date, _ = cells
        words = f"{kind} {description}".lower()
        way = Direction.INBOUND if "inbound" in words else Direction.OUTBOUND
        who, ends = user.strip(), (own.strip(), far.strip())
        if "mms" in words or "sms" in words:
            return Text(
                *(origin, number.strip(), when(date), way, *ends, who),
                reported=count(segments) or None,
                media=int("mms" in words),
                far_region=region_of(description),
            )
        if "call" in words or "voice" in words:
            talked = duration(minutes, MINUTE)
            return Call(origin, number.strip(), when(date), talked, way, *ends, agent=who)
        raise UnreadableRecord(_NEITHER, kind or description)

    return convert


USAGE = Format("aircall-usage", Shape.TABLE, COLUMNS, _prepare)
