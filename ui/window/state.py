"""The words of the window around its pages: rail, menus and how old the figures are."""

from dataclasses import dataclass

from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.meter import Status, Trust
from app.wording.levels import trust_word
from app.wording.words import Words

_ZONE_WITHOUT_A_METER = "UTC"
_NEVER = Instant(0)


@dataclass(frozen=True, slots=True)
class PageName:
    """A page that can be gone to: its key, its name, its icon; ``low`` is one below the others."""

    key: str
    label: str
    mark: str
    low: bool = False


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A line of a menu; ``group`` names its submenu, ``checked`` None where nothing is checked."""

    key: str
    text: str
    shortcut: str = ""
    group: str = ""
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu of the bar."""

    title: str
    items: tuple[MenuItem, ...]


@dataclass(frozen=True, slots=True)
class WindowState:
    """The window around its pages; ``age`` says how old the figures are, and trust."""

    title: str
    pages: tuple[PageName, ...]
    on_call: str
    drop_hint: str
    age: str
    age_mark: str
    menus: tuple[Menu, ...]


@dataclass(frozen=True, slots=True)
class CompanyAround:
    """The company this computer is connected with, and whether I am one of its owners.

    ``share``: it has no plan yet, and could be given the one entered here. ``syncing``: a person
    asked for what is new, and it is being fetched.
    """

    name: str
    owner: bool
    share: bool = False
    syncing: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What the figures come from.

    ``company`` is None where none is joined, or not known yet; ``accounts``: some are connected,
    so that there is something to sync. ``paused_until``: neither rounds nor notices begin by
    themselves before it, 0 while nothing is paused. ``syncing``: a round with an account runs.
    """

    company: CompanyAround | None = None
    accounts: bool = False
    paused_until: Instant = _NEVER
    syncing: bool = False


_MARKS = {
    Trust.STALE: "clock",
    Trust.OFFLINE: "offline",
    Trust.SIGN_IN: "key",
    Trust.DIFFERS: "differs",
}


def window_state(
    words: Words,
    status: Status | None,
    *,
    theme: str = "system",
    language: str = "system",
    around: Around = Around(),
    zone: str = _ZONE_WITHOUT_A_METER,
) -> WindowState:
    """Make the window's words; ``status`` None before the first one is known.

    ``zone`` is that of times where no meter has one. ``theme`` is "system", "light" or "dark";
    ``language`` "system", "en" or "de".
    """
    return WindowState(
        title="Talktally",
        pages=(
            PageName("overview", words.say("Overview"), "gauge"),
            PageName("activity", words.say("Activity"), "list"),
            PageName("plan", words.say("Plan"), "plan"),
            PageName("accounts", words.say("Accounts"), "plug"),
            PageName("dial", words.say("Before you dial"), "keypad"),
            PageName("text", words.say("Text check"), "text"),
            PageName("settings", words.say("Settings"), "settings", low=True),
        ),
        on_call=words.say("I’m on a call"),
        drop_hint=words.say("Drop the files to import them"),
        age=_age(words, status, around, zone),
        age_mark=_age_mark(status, around),
        menus=(
            _file(words),
            _view(words, theme, language),
            _call(words),
            _plan(words, around),
            _help(words),
        ),
    )


def _age(words: Words, status: Status | None, around: Around, zone: str) -> str:
    if status is None:
        return ""
    company = around.company
    asked = company is not None and company.syncing
    # A first reading says more: until it has ended, figures may lack anything.
    if asked or around.paused_until or (around.syncing and status.first_reading is None):
        return _doing(words, status, around, zone)
    when = _when(words, status, zone)
    if status.trust is Trust.OFFLINE and status.first_reading is None:
        return words.say("Offline since {when}", when=when)
    if status.trust is Trust.FRESH and company is not None:
        return words.say("Synced {when} · {company}", when=when, company=company.name)
    trust = trust_word(words, status.trust, status.first_reading)
    return words.say("As of {when} · {trust}", when=when, trust=trust)


def _when(words: Words, status: Status, zone: str) -> str:
    """Tell how old the figures are, with the zone where that of their cycle tells another time."""
    if not status.meters:
        return words.day_time(status.as_of, zone)
    here, cycle = status.age_zone(status.meters[0]), status.meters[0].cycle.zone
    when = words.day_time(status.as_of, here)
    return when if when == words.day_time(status.as_of, cycle) else f"{when} ({here})"


def _age_mark(status: Status | None, around: Around) -> str:
    if status is None:
        return ""
    return _MARKS.get(status.trust, "clock" if around.paused_until else "")


def _doing(words: Words, status: Status, around: Around, zone: str) -> str:
    """Say that a round runs, or when the pause ends by this computer's clock."""
    until = around.paused_until
    if around.syncing or not until:
        return words.say("Syncing…")
    today = local_day(until, zone) == local_day(status.as_of, zone)
    when = words.time(until, zone) if today else words.day_time(until, zone)
    return words.say("Paused until {when}", when=when)


def _file(words: Words) -> Menu:
    items = (
        MenuItem("import", words.say("&Import…"), "Ctrl+I"),
        MenuItem("mapping", words.say("Import with a &mapping…")),
        MenuItem("export", words.say("&Export…"), "Ctrl+E"),
        MenuItem("keep.backup", words.say("&Back up now")),
        MenuItem("keep.restore", words.say("&Restore…")),
        MenuItem("keep.move", words.say("Mo&ve data folder…")),
        MenuItem("erase.keep", words.say("&Keep numbers for…")),
        MenuItem("erase.contact", words.say("Erase a &contact…")),
        MenuItem("quit", words.say("&Quit"), "Ctrl+Q"),
    )
    return Menu(words.say("&File"), items)


def _view(words: Words, theme: str, language: str) -> Menu:
    looks, tongues = words.say("&Theme"), words.say("&Language")
    themes = (
        ("system", words.say("Like the system")),
        ("light", words.say("Light")),
        ("dark", words.say("Dark")),
    )
    languages = (("system", words.say("Like the system")), ("en", "English"), ("de", "Deutsch"))
    items = [
        MenuItem("page.overview", words.say("&Overview"), "Ctrl+1"),
        MenuItem("page.activity", words.say("&Activity"), "Ctrl+2"),
        MenuItem("page.plan", words.say("&Plan"), "Ctrl+3"),
        MenuItem("page.accounts", words.say("A&ccounts"), "Ctrl+4"),
        MenuItem("page.dial", words.say("&Before you dial"), "Ctrl+5"),
        MenuItem("page.text", words.say("Text chec&k"), "Ctrl+6"),
        MenuItem("page.settings", words.say("&Settings"), "Ctrl+,"),
    ]
    items += [
        MenuItem(f"theme.{key}", text, group=looks, checked=key == theme) for key, text in themes
    ]
    items += [
        MenuItem(f"language.{key}", text, group=tongues, checked=key == language)
        for key, text in languages
    ]
    return Menu(words.say("&View"), tuple(items))


def _call(words: Words) -> Menu:
    items = (
        MenuItem("call", words.say("I’m on a &call"), "Ctrl+L"),
        MenuItem("duplicates", words.say("Possible &duplicates…")),
    )
    return Menu(words.say("&Call"), items)


def _plan(words: Words, around: Around) -> Menu:
    company, items = around.company, []
    if company is None or company.owner:
        items.append(MenuItem("plan", words.say("Edit the &plan…"), "Ctrl+P"))
    items.append(MenuItem("company.what_if", words.say("&What if…")))
    sync = MenuItem("company.sync", words.say("&Sync now"), "F5")
    if company is None:
        items += [sync] if around.accounts else []
        items.append(MenuItem("company.join", words.say("&Connect to your company…")))
    else:
        items.append(sync)
        if company.owner:
            if company.share:
                items.append(MenuItem("company.share", words.say("&Give the company this plan")))
            items.append(MenuItem("company.invite", words.say("&Invite somebody…")))
            items.append(MenuItem("company.access", words.say("People and &access…")))
        name = company.name.replace("&", "&&")  # or its "&" would be a key to press
        leave = words.say("&Disconnect from {company}…", company=name)
        items.append(MenuItem("company.leave", leave))
    return Menu(words.say("&Plan"), tuple(items))


def _help(words: Words) -> Menu:
    items = (
        MenuItem("palette", words.say("&Find anything…"), "Ctrl+K"),
        MenuItem("keys", words.say("&Keyboard"), "Ctrl+/"),
        MenuItem("first_run", words.say("First &steps")),
        MenuItem("keep.doctor", words.say("&Doctor…")),
        MenuItem("about", words.say("&About Talktally")),
    )
    return Menu(words.say("&Help"), items)
