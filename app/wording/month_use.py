"""What Twilio counted in a month beside what the ledger holds, and why the two may differ."""

from app.domain.accounts import AccountShown
from app.domain.connection import Right
from app.domain.problem import mark
from app.domain.twilio_account import Use
from app.wording.words import Words

_NOT_WHOLE = mark("The two differ, for the first reading has not ended yet.")
_SHUT = mark("The two differ, for Twilio counts subaccounts that the key does not open.")
_GONE = mark("The two differ. Records that were deleted at Twilio stay in the ledger.")
_OPEN = mark("The two differ. Some records are not final yet.")
_LATE = mark("The two differ. Twilio counts with a delay, sometimes of hours.")


def month_use_lines(words: Words, shown: AccountShown) -> list[str]:
    """Write both counts, and a second line where they differ; nothing where Twilio told none."""
    use = shown.use
    if use is None:
        return []
    pictures = bool(use.twilio.pictures or use.ledger.pictures)
    there = _twilio(words, use.twilio, pictures=pictures)
    if use.price is not None:
        there.append(words.say("{price} in all", price=words.money(use.price)))
    line = words.say(
        "{days} at Twilio (UTC): {twilio}; the ledger has {ledger}.",
        days=words.days(use.start, use.end),
        twilio=", ".join(there),
        ledger=", ".join(_ledger(words, use.ledger, pictures=pictures)),
    )
    return [line, words.say(_why(shown))] if use.differs else [line]


def _why(shown: AccountShown) -> str:
    """Choose the likeliest reason that is known."""
    parts, use = shown.parts, shown.use
    if not all(part.whole for part in parts):
        return _NOT_WHOLE
    if use is not None and use.subaccounts and Right.ACCOUNT in shown.lacking:
        return _SHUT
    if shown.gone:
        return _GONE
    return _OPEN if any(part.unfinished for part in parts) else _LATE


def _twilio(words: Words, use: Use, *, pictures: bool) -> list[str]:
    told = [
        words.say_many("{n} minute of calls", "{n} minutes of calls", use.minutes),
        words.say_many("{n} text segment", "{n} text segments", use.segments),
    ]
    return told + _pictures(words, use, pictures=pictures)


def _ledger(words: Words, use: Use, *, pictures: bool) -> list[str]:
    told = [
        words.say_many("{n} minute", "{n} minutes", use.minutes),
        words.say_many("{n} segment", "{n} segments", use.segments),
    ]
    return told + _pictures(words, use, pictures=pictures)


def _pictures(words: Words, use: Use, *, pictures: bool) -> list[str]:
    if not pictures:
        return []
    return [words.say_many("{n} picture message", "{n} picture messages", use.pictures)]
