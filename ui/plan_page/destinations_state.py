"""The included destinations, the bundle among them, and how to look them up at Aircall."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.company import Profile, Role
from app.domain.plan import Line
from app.domain.plan_page import PlanPage
from app.wording.words import Words
from ui.plan_page.company_state import address_line
from ui.theme.tone import Tone

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Destination:
    """A chip: a country or the bundle, with an icon where it has one."""

    text: str
    tone: Tone = Tone.QUIET
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """Something to do elsewhere, folded behind a line: steps in their order."""

    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DestinationsState:
    """The card; ``more`` are shown after a press on ``rest``, "" where all are in sight."""

    title: str
    shown: tuple[Destination, ...]
    more: tuple[Destination, ...]
    rest: str
    rest_spoken: str
    sentence: str
    steps: tuple[Steps, ...]
    edit: str = ""


def destinations_state(words: Words, page: PlanPage) -> DestinationsState | None:
    """Make the card, none where no plan is for texts and no destination is known."""
    texts = any(plan.terms.plan.line is Line.TEXTS for plan in page.plans)
    profile, bundle = page.profile, has_bundle(page)
    if not page.plans or not (texts or profile.destinations):
        return None
    countries = [Destination(words.region(each)) for each in profile.destinations]
    most = len(countries) if len(countries) <= _SHOWN + 1 else _SHOWN
    hidden = len(countries) - most
    return DestinationsState(
        title=words.say("Included destinations"),
        shown=(_bundle(words, bundle), *countries[:most]),
        more=tuple(countries[most:]),
        rest=words.say("+ {n}", n=hidden) if hidden else "",
        rest_spoken=words.say_many(
            "Show {n} more destination", "Show {n} more destinations", hidden
        )
        if hidden
        else "",
        sentence=" ".join(_sentences(words, profile, bundle=bundle)),
        steps=(_check(words), _change(words)),
        edit=words.say("Edit destinations…") if page.role is Role.OWNER else "",
    )


def has_bundle(page: PlanPage) -> bool | None:
    """Whether the US/CA bundle applies: as was said, else as the plan has it, ``None`` unknown."""
    if page.profile.bundle is not None:
        return page.profile.bundle
    texts = next((each for each in page.plans if each.terms.plan.line is Line.TEXTS), None)
    if texts is None:
        return None
    return any(allowance.included for allowance in texts.terms.version.allowances)


def _bundle(words: Words, bundle: bool | None) -> Destination:  # noqa: FBT001 - of three values
    if bundle is None:
        return Destination(words.say("US/CA bundle: not entered"), Tone.QUIET, "differs")
    if bundle:
        return Destination(words.say("US/CA bundle"), Tone.PLAIN, "tick")
    return Destination(words.say("No US/CA bundle"), Tone.STOP, "stop")


def _sentences(words: Words, profile: Profile, *, bundle: bool | None) -> Iterator[str]:
    if profile.address is None:
        yield words.say("The bundle follows the billing address, which was not entered yet.")
    else:
        address = address_line(words, profile.address)
        yield words.say("The bundle follows the billing address: {address}.", address=address)
    if bundle:
        yield words.say(
            "Texts from US/CA to US/CA draw on the pool; everything else is billed per segment."
        )
    elif bundle is not None:
        yield words.say(
            "Without the bundle every text from or to a US/CA number is billed from the first"
            " segment."
        )


def _check(words: Words) -> Steps:
    return Steps(
        words.say("Check it in Aircall"),
        (
            words.say("Open the Aircall dashboard as its owner."),
            words.say("Click your company’s name at the lower left."),
            words.say("Choose Plan, then Included call destinations."),
            words.say("The US/CA bundle applies if the United States and Canada are on the list."),
        ),
    )


def _change(words: Words) -> Steps:
    return Steps(
        words.say("Change the billing address"),
        (
            words.say("Open the Aircall dashboard as its owner and click your company’s name."),
            words.say("Change the registered billing address, or ask Aircall’s support to do it."),
            words.say("Check the included destinations again: another bundle may apply."),
            words.say("Enter the new address here, with “Edit company…”."),
        ),
    )
