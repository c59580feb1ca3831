"""What the first steps say: the questions, the offers that follow the answers, the plan."""

from dataclasses import dataclass, field

from app.domain.rollout import NOTHING_DECIDED, Rollout
from app.domain.server_address import server_name
from app.wording.words import Words
from ui.first_run.answers import ALONE, COMPANY, STEPS, Answers


@dataclass(frozen=True, slots=True)
class Tick:
    """Something that can be ticked."""

    key: str
    text: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to do now: "join", "connect.PROVIDER", "import" or "sample".

    ``done``: nothing is left of it.
    """

    key: str
    mark: str
    title: str
    detail: str
    button: str
    done: str = ""


@dataclass(frozen=True, slots=True)
class PlanChoice:
    """A plan to choose, by name; the first of several is "" for not known."""

    name: str
    title: str
    summary: str = ""
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class UseState:
    """The first page: with what, and whose plan it is."""

    uses: tuple[Tick, ...]
    whose_name: str
    whose: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class PlanState:
    """The third page; a line without choices is not asked for.

    ``held``: the plan stands already, so that neither is asked.
    """

    held: str
    calls_name: str
    calls: tuple[PlanChoice, ...]
    texts_name: str
    texts: tuple[PlanChoice, ...]
    zone_name: str
    zone: str
    unknown_zone: str
    anchor_name: str
    anchor_day: int
    chosen: tuple[str, str]
    habits_name: str
    habits: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class FirstRunState:
    """The page in front: ``step`` is 0 to 2, the others keep what they showed."""

    step: int
    progress: str
    title: str
    sentence: str
    use: UseState
    offers: tuple[Offer, ...]
    plan: PlanState
    skip: str
    back: str
    next: str


@dataclass(frozen=True, slots=True)
class Around:
    """What there is: the plans of the catalogue, and what is connected or read already.

    ``connected``: providers. ``company``: the one that was joined, "" for none. ``offered``: by an
    administrator. ``entries``: some were recorded. ``planned``: a plan is in force. ``country``:
    its name, "" if nobody knows.
    """

    calls: tuple[PlanChoice, ...] = ()
    texts: tuple[PlanChoice, ...] = ()
    zone: str = "UTC"
    country: str = ""
    connected: frozenset[str] = field(default=frozenset())
    company: str = ""
    offered: Rollout = NOTHING_DECIDED
    entries: bool = False
    planned: bool = False
    can_start_at_login: bool = False
    has_tray: bool = False


def first_run_state(words: Words, answers: Answers, around: Around) -> FirstRunState:
    """Make the page of the step that is in front."""
    title, sentence = (_use_words, _bring_words, _plan_words)[answers.step](words)
    last = answers.step == STEPS - 1
    return FirstRunState(
        step=answers.step,
        progress=words.say("Step {n} of {all}", n=answers.step + 1, all=STEPS),
        title=title,
        sentence=sentence,
        use=_use(words, answers),
        offers=tuple(_offers(words, answers, around)),
        plan=_plan(words, answers, around),
        skip=words.say("Skip"),
        back=words.say("Back"),
        next=words.say("Finish") if last else words.say("Next"),
    )


def _use_words(words: Words) -> tuple[str, str]:
    return (
        words.say("Welcome to Talktally"),
        words.say(
            "Three short steps, and you see how many minutes and texts are left. "
            "What do you call and text with?"
        ),
    )


def _bring_words(words: Words) -> tuple[str, str]:
    return (
        words.say("Your calls and texts"),
        words.say("Choose how they come in. You can do more of it later, or none of it now."),
    )


def _plan_words(words: Words) -> tuple[str, str]:
    return (
        words.say("Your plan"),
        words.say("It says how much is included. If you do not know it, leave it for later."),
    )


def _use(words: Words, answers: Answers) -> UseState:
    names = (
        ("hubspot", "HubSpot"),
        ("aircall", "Aircall"),
        ("twilio", "Twilio"),
        ("softphone", words.say("A softphone or a phone system")),
    )
    return UseState(
        uses=tuple(Tick(key, name, key in answers.uses) for key, name in names),
        whose_name=words.say("Who enters the plan?"),
        whose=(
            (ALONE, words.say("I do")),
            (COMPANY, words.say("My company; I have an invitation link")),
        ),
        chosen=answers.whose,
    )


def _offers(words: Words, answers: Answers, around: Around) -> list[Offer]:
    offers = [_join(words, around)] if answers.whose == COMPANY or around.company else []
    wanted = answers.uses or {"hubspot", "aircall", "twilio"}
    offers += [
        _connect(words, key, name, around)
        for key, name in (("hubspot", "HubSpot"), ("aircall", "Aircall"), ("twilio", "Twilio"))
        if key in wanted or key in around.connected
    ]
    offers.append(_import(words, answers, around))
    offers.append(
        Offer(
            "sample",
            "sample",
            words.say("Look around first"),
            words.say("A made-up month in a folder of its own; your own figures stay apart."),
            words.say("Open the sample month"),
        )
    )
    return offers


def _join(words: Words, around: Around) -> Offer:
    return Offer(
        "join",
        "key",
        words.say("Connect to your company"),
        _invitation(words, around.offered),
        words.say("Connect…"),
        words.say("Connected to {company}.", company=around.company) if around.company else "",
    )


def _invitation(words: Words, offered: Rollout) -> str:
    if offered.invites:
        return words.say("An invitation of your company is on this computer already.")
    if offered.server:
        return words.say(
            "With an invitation to {server} from an owner, the company’s plan comes by itself.",
            server=server_name(offered.server),
        )
    return words.say("With the invitation link from an owner, the company’s plan comes by itself.")


def _connect(words: Words, key: str, name: str, around: Around) -> Offer:
    return Offer(
        f"connect.{key}",
        "plug",
        words.say("Connect {name}", name=name),
        words.say("With a key of {name}, calls and texts come by themselves.", name=name),
        words.say("Connect {name}…", name=name),
        words.say("Connected.") if key in around.connected else "",
    )


def _import(words: Words, answers: Answers, around: Around) -> Offer:
    if answers.uses == {"softphone"}:
        detail = words.say("Call lists of your softphone or phone system, as files or packed.")
    else:
        detail = words.say("Exports of HubSpot, Aircall or Twilio, call lists of a softphone.")
    return Offer(
        "import",
        "import",
        words.say("Import files"),
        detail,
        words.say("Import…"),
        words.say("Calls and texts are here. More can be imported at any time.")
        if around.entries
        else "",
    )


def _plan(words: Words, answers: Answers, around: Around) -> PlanState:
    unknown = PlanChoice("", words.say("I don’t know yet"))
    held = _held(words, around)
    calls, texts = _fitting(answers)
    return PlanState(
        held=held,
        calls_name=words.say("Plan for calls"),
        calls=(unknown, *around.calls) if calls and not held else (),
        texts_name=words.say("Plan for texts"),
        texts=(unknown, *around.texts) if texts and not held else (),
        zone_name=words.say("Time zone of the account"),
        zone=answers.zone or around.zone,
        unknown_zone=words.say("There is no such time zone. Choose one from the list."),
        anchor_name=words.say("Billing day of the texts"),
        anchor_day=answers.anchor_day,
        chosen=(answers.calls, answers.texts),
        habits_name=words.say("If you like"),
        habits=tuple(_habits(words, answers, around)),
    )


def _held(words: Words, around: Around) -> str:
    if around.company:
        return words.say("The plan of {company} holds here.", company=around.company)
    return words.say("Your plan is chosen already.") if around.planned else ""


def _fitting(answers: Answers) -> tuple[bool, bool]:
    """Tell whether a plan for calls and one for texts fit what is used; both where it is unknown.

    Twilio by itself and softphones have no plan of their own, but those who call with them may.
    """
    only_texts = answers.uses == {"aircall"}
    return not only_texts, not answers.uses or "aircall" in answers.uses


def _habits(words: Words, answers: Answers, around: Around) -> list[Tick]:
    habits = []
    if around.country:
        text = words.say(
            "No calls on public holidays ({country}); it makes forecasts better",
            country=around.country,
        )
        habits.append(Tick("holidays", text, answers.holidays))
    if around.can_start_at_login:
        text = words.say("Start with the computer, quietly beside the clock")
        habits.append(Tick("at_login", text, answers.at_login))
    if around.has_tray:
        text = words.say("Stay in the tray when the window is closed")
        habits.append(Tick("stay", text, answers.stay))
    return habits
