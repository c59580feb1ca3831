"""Writes export files as the providers make them, small for a test or large for the bench."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

ACCOUNT = "AC" + "0" * 32
OWN_NUMBER = "+14155550100"
AGENTS = ("Jana", "Omar", "Mei", "Luca")
FIRST = datetime(2026, 11, 1, 8, tzinfo=UTC)


def _names(header: str) -> list[str]:
    return header.split(",")


TWILIO_CALLS = _names(
    "Account SID,Call SID,Parent Call SID,From,To,Status,Direction,Start Time,End Time,"
    "Duration,Price,Price Unit"
)
TWILIO_MESSAGES = _names(
    "From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,"
    "Price,PriceUnit,NumMedia"
)
AIRCALL_CALLS = _names(
    "line,datetime (tz offset incl.),number timezone,datetime (utc),country_code,direction,"
    "from,to,answered,missed_call_reason,user,duration (total),duration (in call),voicemail,"
    "recording,comments,tags,call quality,team,call direction - type,call start time,"
    "call end time,aircall number,customer number,in-call duration,call id,call type,"
    "waiting time,time to answer,time in ivr,call id (internal),disconnected by,ivr branch,"
    "ivr widget,call timeline,callback details,callback failure,"
    "automatic callback pending time,time with ai voice agent,entry number,"
    "ai voice agent transfer branch"
)
HUBSPOT_CALLS = _names(
    "Record ID,Activity date,Call direction,Call duration,From number,To number,Call status,"
    "Activity assigned to"
)

Row = Sequence[str | int]


def twilio_calls_csv(
    path: Path, rows: int, *, first: datetime = FIRST, seconds: int = 0, numbers: int = 20_000
) -> Path:
    """Write outbound calls a minute apart, each its own leg; ``seconds`` 0 means mixed lengths."""
    return _write(path, TWILIO_CALLS, _twilio_calls(rows, first, seconds, numbers))


def twilio_messages_csv(
    path: Path, rows: int, *, first: datetime = FIRST, body: str = "Hello", numbers: int = 20_000
) -> Path:
    """Write outbound texts a minute apart, with a body and the provider's count of segments."""
    return _write(path, TWILIO_MESSAGES, _twilio_messages(rows, first, body, numbers))


def aircall_calls_csv(
    path: Path, rows: int, *, first: datetime = FIRST, seconds: int = 0, numbers: int = 20_000
) -> Path:
    """Write outbound calls a minute apart with all 41 columns, their users taking turns."""
    return _write(path, AIRCALL_CALLS, _aircall_calls(rows, first, seconds, numbers))


def hubspot_calls_csv(
    path: Path, rows: int, *, first: datetime = FIRST, seconds: int = 0, numbers: int = 20_000
) -> Path:
    """Write outbound calls a minute apart as an English view exports them, durations as h:mm:ss."""
    return _write(path, HUBSPOT_CALLS, _hubspot_calls(rows, first, seconds, numbers))


def far_number(index: int, numbers: int) -> str:
    """One of so many invented numbers, a different one for each index until they run out."""
    return f"+1{212 + index % numbers // 10_000 % 700}{5_550_000 + index % numbers % 10_000}"


def _write(path: Path, header: Sequence[str], rows: Iterable[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def _length(index: int, seconds: int) -> int:
    return seconds or index * 37 % 420 + 1


def _twilio_calls(rows: int, first: datetime, seconds: int, numbers: int) -> Iterator[Row]:
    for index in range(rows):
        start, length = first + timedelta(minutes=index), _length(index, seconds)
        end, price = start + timedelta(seconds=length), f"-{0.014 * -(-length // 60):.4f}"
        far, began, ended = far_number(index, numbers), str(start)[:19], str(end)[:19]
        yield (
            *(ACCOUNT, f"CA{index:032x}", "", OWN_NUMBER, far, "completed", "outbound-api"),
            *(began, ended, length, price, "USD"),
        )


def _twilio_messages(rows: int, first: datetime, body: str, numbers: int) -> Iterator[Row]:
    for index in range(rows):
        sent = str(first + timedelta(minutes=index))[:19]
        far, sid = far_number(index, numbers), f"SM{index:032x}"
        yield (
            *(OWN_NUMBER, far, body, "delivered", sent, "2010-04-01", 1, "", ACCOUNT, sid),
            *("outbound-api", "-0.0079", "USD", 0),
        )


def _aircall_calls(rows: int, first: datetime, seconds: int, numbers: int) -> Iterator[Row]:
    own = OWN_NUMBER.removeprefix("+")
    filler = ("",) * 10
    for index in range(rows):
        start, length = first + timedelta(minutes=index), _length(index, seconds)
        far, began = far_number(index, numbers).removeprefix("+"), str(start)[:19]
        yield (
            *("Sales", began, "UTC", began, "US", "outbound", own, far, "Yes", ""),
            *(AGENTS[index % len(AGENTS)], length + 9, length, "", "", "", "", "", "", "external"),
            *(began, began, own, far, length, f"CA{index:032x}", "external", 9, 9, 0),
            *(3_000_000_000 + index, *filler),
        )


def _hubspot_calls(rows: int, first: datetime, seconds: int, numbers: int) -> Iterator[Row]:
    for index in range(rows):
        length = _length(index, seconds)
        clock = f"{length // 3600}:{length // 60 % 60:02}:{length % 60:02}"
        began, far = str(first + timedelta(minutes=index))[:16], far_number(index, numbers)
        agent = AGENTS[index % len(AGENTS)]
        number = 9_000_000_000 + index
        yield (number, began, "Outbound", clock, OWN_NUMBER, far, "Completed", agent)
