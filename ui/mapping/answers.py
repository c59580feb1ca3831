"""The answers in the mapping dialog, and the mapping they make; each answer is a text by its key.

An answer that names a column is the column's own name, "" for none.
"""

from collections.abc import Mapping as Dictionary
from collections.abc import Sequence

from app.exchange.mapping import CALLS, TEXTS, Mapping

Answers = dict[str, str]

YES, NO = "yes", "no"
FROM_TO, OWN_FAR = "from_to", "own_far"
#: Answers that name a column, beside those for the start and the two numbers.
PLAIN_ROLES = ("direction", "duration", "answered", "id", "agent", "body", "segments", "media")
_ONLY_CALLS, _ONLY_TEXTS = ("duration", "answered"), ("body", "segments", "media")
_LISTS = ("outbound", "inbound", "answered_words")


def answers_of(mapping: Mapping, header: Sequence[str], zone: str) -> Answers:
    """Make the answers that stand for a mapping; columns that the file lacks are left out.

    ``zone`` is the answer where the mapping names none.
    """
    columns = {role: name for role, name in mapping.columns.items() if name in header}
    by_owner = bool({"own", "far"} & columns.keys())
    return {
        "kind": mapping.kind,
        "start": columns.get("start", "") or columns.get("date", ""),
        "time": columns.get("time", ""),
        "dates": mapping.dates,
        "zone": mapping.zone or zone,
        "ends": OWN_FAR if by_owner else FROM_TO,
        "first": columns.get("own", "") or columns.get("from", ""),
        "second": columns.get("far", "") or columns.get("to", ""),
        **{role: columns.get(role, "") for role in PLAIN_ROLES},
        "unit": mapping.duration_unit,
        "comma": YES if mapping.decimal_comma else NO,
        "outbound": ", ".join(mapping.outbound),
        "inbound": ", ".join(mapping.inbound),
        "answered_words": ", ".join(mapping.answered),
        "name": mapping.name,
    }


def mapping_of(answers: Dictionary[str, str], like: Mapping) -> Mapping:
    """Make the mapping; what the dialog does not ask (the layout) is as in ``like``."""
    asked = asked_for(answers)
    told = {key: answers.get(key, "").strip() for key in asked}
    words = {key: _listed(told.get(key, "")) for key in _LISTS}
    return Mapping(
        name=answers.get("name", "").strip(),
        kind=answers.get("kind", CALLS),
        provider=like.provider,
        columns=_columns(told),
        header=like.header,
        duration_unit=told.get("unit", "") or "s",
        decimal_comma=told.get("comma") == YES,
        dates=told.get("dates", ""),
        zone=told.get("zone", ""),
        outbound=words["outbound"],
        inbound=words["inbound"],
        answered=words["answered_words"],
        sheet=like.sheet,
        made_for=like.made_for,
    )


def asked_for(answers: Dictionary[str, str]) -> frozenset[str]:
    """Tell which answers matter: some are for texts only, some belong to a column that is named."""
    asked = {*answers, *_LISTS} - set(_ONLY_CALLS if answers.get("kind") == TEXTS else _ONLY_TEXTS)
    if not answers.get("direction"):
        asked -= {"outbound", "inbound"}
    if "answered" not in asked or not answers.get("answered"):
        asked -= {"answered_words"}
    if "duration" not in asked or not answers.get("duration"):
        asked -= {"unit", "comma"}
    if answers.get("unit") == "h:m:s":
        asked -= {"comma"}
    return frozenset(asked)


def _columns(told: Dictionary[str, str]) -> dict[str, str]:
    start = "date" if told.get("time") else "start"
    first, second = ("own", "far") if told.get("ends") == OWN_FAR else ("from", "to")
    found = {
        start: told.get("start", ""),
        "time": told.get("time", ""),
        first: told.get("first", ""),
        second: told.get("second", ""),
        **{role: told.get(role, "") for role in PLAIN_ROLES},
    }
    return {role: name for role, name in found.items() if name}


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())
