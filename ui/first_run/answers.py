"""What a person answered in the first steps, as it is kept until they are done."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

STEPS = 3
#: What calls are made with, in the order in which it is asked.
USES = ("hubspot", "aircall", "twilio", "softphone")
ALONE, COMPANY = "alone", "company"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Answers:
    """``step``: the page in front, from 0. ``uses``: some of ``USES``. ``whose``: who has the plan.

    ``calls`` and ``texts``: names of plans, "" for not known. ``zone``: "" for this computer's.
    ``anchor_day``: the billing day of the texts. ``holidays``: those of this country are free days.
    ``at_login``: the program starts with the computer. ``stay``: a closed window leaves it running
    in the tray.
    """

    step: int = 0
    uses: frozenset[str] = frozenset()
    whose: str = ALONE
    calls: str = ""
    texts: str = ""
    zone: str = ""
    anchor_day: int = 1
    holidays: bool = False
    at_login: bool = False
    stay: bool = True

    def written(self) -> dict[str, object]:
        """Write the answers as plain values."""
        plain = {each.name: getattr(self, each.name) for each in fields(self)}
        return {**plain, "uses": sorted(self.uses)}


def answers_of(kept: object) -> Answers:
    """Read answers back; what is no answer reads as not given."""
    if not isinstance(kept, Mapping):
        return Answers()
    uses = kept.get("uses")
    return Answers(
        step=_whole(kept, "step", 0, STEPS - 1),
        uses=frozenset(USES).intersection(map(str, uses if isinstance(uses, list) else ())),
        whose=COMPANY if kept.get("whose") == COMPANY else ALONE,
        calls=_text(kept, "calls"),
        texts=_text(kept, "texts"),
        zone=_text(kept, "zone"),
        anchor_day=_whole(kept, "anchor_day", 1, 31),
        holidays=kept.get("holidays") is True,
        at_login=kept.get("at_login") is True,
        stay=kept.get("stay") is not False,
    )


def _text(kept: Mapping[object, object], name: str) -> str:
    value = kept.get(name)
    return value[:_LONGEST] if isinstance(value, str) else ""


def _whole(kept: Mapping[object, object], name: str, least: int, most: int) -> int:
    value = kept.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        return least
    return max(least, min(most, value))
