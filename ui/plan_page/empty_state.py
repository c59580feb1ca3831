"""The page before any plan is known: what to do next."""

from dataclasses import dataclass

from app.domain.company import Role
from app.domain.plan_page import Origin, PlanPage
from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class EmptyState:
    """The card; ``choose`` and ``join`` name its buttons, "" where there is none."""

    title: str
    sentence: str
    choose: str
    join: str


def empty_state(words: Words, page: PlanPage) -> EmptyState | None:
    """Make the card, none where a plan is in force."""
    if page.plans:
        return None
    if page.origin is Origin.SERVER and page.role is not Role.OWNER:
        return EmptyState(
            title=words.say("No plan yet"),
            sentence=words.say(
                "Your company has not entered its plan on the plan server. An owner can do that."
            ),
            choose="",
            join="",
        )
    if page.connected is not None:
        return EmptyState(
            title=words.say("No plan yet"),
            sentence=words.say("Choose your company’s plan. Everybody who is connected sees it."),
            choose=words.say("Choose a plan…"),
            join="",
        )
    return EmptyState(
        title=words.say("No plan yet"),
        sentence=words.say(
            "Choose your plan, and Talktally shows what is left of it. If your company has a plan"
            " server, connect to it with the link you were sent."
        ),
        choose=words.say("Choose a plan…"),
        join=words.say("Connect to your company…"),
    )
