"""The people of the plan, in words and as plain data."""

from collections.abc import Iterable

from app.commands import shapes
from app.domain.company import Licence
from app.domain.plan_page import PersonRow
from app.domain.problem import mark
from app.wording.units import joined
from app.wording.words import Words

_LICENCES = {
    Licence.COMMITTED: mark("committed"),
    Licence.ADDITIONAL: mark("additional"),
    Licence.ANNUAL: mark("annual"),
    Licence.NONE: mark("no licence"),
}


def people_lines(words: Words, people: Iterable[PersonRow]) -> list[str]:
    """Write a line for each person, and one for each seat nobody sits on."""
    return [_line(words, person) for person in people]


def people_document(people: Iterable[PersonRow]) -> list[dict[str, object]]:
    """Write people as plain data; ``null`` where nothing is known of somebody."""
    return [
        {
            "name": person.name or None,
            "mine": person.mine,
            "role": person.role.value if person.role else None,
            "licence": person.licence.value,
            "minutes": person.minutes,
            "included": person.included,
            "billed": person.billed,
            "over": person.over,
            "sms_segments": person.sms,
            "mms_segments": person.mms,
            "linked": person.linked,
            "level": person.level.value,
            "reported": shapes.at(person.reported),
        }
        for person in people
    ]


def _line(words: Words, person: PersonRow) -> str:
    licence = words.say(_LICENCES[person.licence])
    if not person.name:
        return joined(words.say("unused licence"), licence)
    linked = words.say("linked") if person.linked else ""
    return joined(f"{person.name}: {licence}", *_figures(words, person), linked)


def _figures(words: Words, person: PersonRow) -> list[str]:
    if person.minutes is None and person.sms is None and person.mms is None:
        return [words.say("nothing known yet")]
    told = []
    if person.minutes is not None:
        told.append(words.say("{n} min", n=person.minutes))
    if person.billed:
        told.append(words.say("{n} billed", n=person.billed))
    if person.over:
        told.append(words.say("{n} over", n=person.over))
    told += [
        f"{words.number(units)} {kind}"
        for units, kind in ((person.sms, "SMS"), (person.mms, "MMS"))
        if units is not None
    ]
    return told
