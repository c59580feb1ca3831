"""What the first page says: the steps from nothing to the first figure."""

from dataclasses import dataclass

from app.domain.meter import FirstReading
from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``done`` when nothing is left of it.

    ``key`` is "plan", "join", "accounts", "import" or "sample".
    """

    key: str
    title: str
    detail: str
    button: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class WelcomeState:
    """The page: what is true, and the steps in their order.

    ``reading``: entries are on their way by themselves, so that no step is the one to take.
    """

    title: str
    sentence: str
    steps: tuple[Step, ...]
    reading: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """What is connected already.

    ``joined``: this computer is connected to a company, so the plan is the company's to enter.
    ``accounts``: so are accounts at providers, which bring entries by themselves.
    """

    joined: bool = False
    accounts: bool = False


def welcome_state(
    words: Words,
    sources: Sources = Sources(),
    *,
    planned: bool,
    first: FirstReading | None = None,
) -> WelcomeState:
    """Make the page; ``planned``: a plan is chosen, and only entries are missing.

    ``first``: an account is being read for the first time, and nothing that counts has come yet.
    """
    steps = tuple(_steps(words, sources, planned=planned))
    if not planned:
        sentence = words.say("Two steps, and you see how many minutes and texts are left.")
        return WelcomeState(words.say("Welcome to Talktally"), sentence, steps)
    if first is not None and first.under_way:
        sentence = words.say(
            "{name} is being read. The gauge begins to count with the first call or text.",
            name=first.name,
        )
        title = words.say("The first reading is under way")
        return WelcomeState(title, sentence, steps, reading=True)
    return WelcomeState(words.say("No data yet"), _no_data(words, sources), steps)


def _no_data(words: Words, sources: Sources) -> str:
    if sources.accounts:
        return words.say("No call or text has come from your accounts so far.")
    return words.say("Bring in your calls and texts, and the gauge begins to count.")


def _steps(words: Words, sources: Sources, *, planned: bool) -> list[Step]:
    plan = _plan(words, planned=planned, joined=sources.joined)
    fed = [plan, _accounts(words, done=sources.accounts), _files(words), _sample(words)]
    if planned or sources.joined:
        return fed
    return [plan, _join(words), *fed[1:]]


def _plan(words: Words, *, planned: bool, joined: bool) -> Step:
    return Step(
        "plan",
        words.say("Choose your plan"),
        words.say("Your company has not entered its plan on the plan server. An owner can do that.")
        if joined and not planned
        else words.say("It says how much is included and when it starts again."),
        words.say("Choose plan…"),
        done=planned,
    )


def _accounts(words: Words, *, done: bool) -> Step:
    return Step(
        "accounts",
        words.say("Connect your accounts"),
        words.say("With a key of HubSpot, Aircall or Twilio, calls and texts come by themselves."),
        words.say("Connect an account…"),
        done=done,
    )


def _files(words: Words) -> Step:
    return Step(
        "import",
        words.say("Import your calls and texts"),
        words.say("Exports from HubSpot, Aircall or Twilio; drop the files on this window."),
        words.say("Import…"),
    )


def _sample(words: Words) -> Step:
    return Step(
        "sample",
        words.say("Or look around first"),
        words.say("A made-up month in a folder of its own; your own figures stay apart."),
        words.say("Open the sample month"),
    )


def _join(words: Words) -> Step:
    return Step(
        "join",
        words.say("Or connect to your company"),
        words.say("With an invitation link from an owner, the company’s plan comes by itself."),
        words.say("Connect…"),
    )
