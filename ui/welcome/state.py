"""What the first page says: the steps from nothing to the first figure."""

from dataclasses import dataclass

from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``key`` is "plan", "join", "import" or "sample"; ``done`` when nothing is left."""

    key: str
    title: str
    detail: str
    button: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class WelcomeState:
    """The page: what is true, and the steps in their order."""

    title: str
    sentence: str
    steps: tuple[Step, ...]


def welcome_state(words: Words, *, planned: bool, joined: bool = False) -> WelcomeState:
    """Make the page; ``planned``: a plan is chosen, and only entries are missing.

    ``joined``: this computer is connected to a company, so the plan is the company's to enter.
    """
    if planned:
        title = words.say("No data yet")
        sentence = words.say("Bring in your calls and texts, and the gauge begins to count.")
    else:
        title = words.say("Welcome to Talktally")
        sentence = words.say("Two steps, and you see how many minutes and texts are left.")
    return WelcomeState(title, sentence, tuple(_steps(words, planned=planned, joined=joined)))


def _steps(words: Words, *, planned: bool, joined: bool) -> list[Step]:
    plan = Step(
        "plan",
        words.say("Choose your plan"),
        words.say("Your company has not entered its plan on the plan server. An owner can do that.")
        if joined and not planned
        else words.say("It says how much is included and when it starts again."),
        words.say("Choose plan…"),
        done=planned,
    )
    read = Step(
        "import",
        words.say("Import your calls and texts"),
        words.say("Exports from HubSpot, Aircall or Twilio; drop the files on this window."),
        words.say("Import…"),
    )
    sample = Step(
        "sample",
        words.say("Or look around first"),
        words.say("A made-up month in a folder of its own; your own figures stay apart."),
        words.say("Open the sample month"),
    )
    join = Step(
        "join",
        words.say("Or connect to your company"),
        words.say("With an invitation link from an owner, the company’s plan comes by itself."),
        words.say("Connect…"),
    )
    return [plan, read, sample] if planned or joined else [plan, join, read, sample]
