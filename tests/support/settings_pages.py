"""The Settings page in some states, for tests and pictures."""

from dataclasses import replace
from datetime import date

from app.domain.beat import Beat
from app.domain.call_report import Contact, SourceNews
from app.domain.own_warnings import OwnWarnings
from app.domain.phone_choice import PhoneChoice
from app.domain.problem import Problem
from app.domain.quiet import QuietHours
from app.machine.settings import Settings
from app.wording.words import Words
from tests.support.meters import NOW
from ui.settings.rows import SettingsState
from ui.settings.seen import (
    AtLogin,
    Known,
    LinksSeen,
    LogSeen,
    Myself,
    Phones,
    Place,
    PlanWarnings,
    Seen,
)
from ui.settings.state import settings_state

PLACES = (
    Place("AT", "AT", ""),
    Place("DE", "DE", ""),
    Place("DE-BE", "DE", "Berlin"),
    Place("US", "US", ""),
)
ME = Myself("Ada Rep", ("A. Rep",), ("+14155550100",), "browser", "+14155550188", ("Bo Rep",))
LINKS = LinksSeen(ours=True, holder="Talktally", before="Twinkle")
KNOWN = Known(
    ME, PlanWarnings(100, 0, 80), NOW, PLACES, date(2026, 12, 25), AtLogin(on=False), LINKS
)
USUAL = Seen(Settings(), "/home/ada/.local/share/talktally", "1.0", "Europe/Berlin", KNOWN)
CHOSEN = replace(
    USUAL,
    settings=Settings(
        language="de",
        warnings=OwnWarnings(minutes=1_200),
        quiet=QuietHours(20 * 60, 7 * 60, frozenset({6})),
        holidays="DE-BE",
        mask_numbers=True,
        keep_numbers_months=12,
    ),
    samples=True,
    problems={"me.phone": "12 is not a phone number. Write it like +14155550188."},
)
LOG, RING, FOUND = "/home/ada/linphone.db", "/mnt/phone/MicroSIP.ini", "/home/ada/twinkle.ch"
LOGS = replace(
    USUAL,
    settings=Settings(phone=PhoneChoice(logs=(LOG, RING))),
    logs=(
        LogSeen(LOG, "linphone", NOW, 1_200, 2),
        LogSeen(RING, problem=Problem("There is no file {file}.", file=RING)),
        LogSeen(FOUND, "twinkle"),
    ),
)
_SHOWN = "k3J8s0vQ2xLr9aTnB6cYpw1uEd5fGhZmWq7RtUi4oPs"
LISTENING = replace(
    USUAL,
    settings=Settings(phone=PhoneChoice(baresip=True, hook=True)),
    phones=Phones(
        (
            SourceNews("baresip", Contact.TAKEN, Beat(NOW), "127.0.0.1:4444"),
            SourceNews("hook", Contact.LISTENING, Beat(NOW), "127.0.0.1:47612"),
        ),
        token=_SHOWN,
    ),
)
NAMELESS = replace(KNOWN, me=ME._replace(aliases=()))
PAGES = {
    "usual": USUAL,
    "chosen": CHOSEN,
    "unread": replace(USUAL, known=Known()),
    "nameless": replace(CHOSEN, known=NAMELESS),
    "trayless": replace(USUAL, tray=False),
    "logs": LOGS,
    "listening": LISTENING,
}


def page_of(words: Words, name: str = "usual") -> SettingsState:
    """The page in a state."""
    return settings_state(words, PAGES[name])
