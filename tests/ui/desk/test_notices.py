"""What rings when, and what is remembered of it."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.instant import DAY, MINUTE, Instant
from app.domain.meter import FirstReading, Level, Meter, Trust
from app.domain.notice import WANTED, NoticeKey, Standing, adopt
from app.domain.quiet import QuietHours
from tests.support.hand_bell import HandBell, HandFigures
from tests.support.meters import DECEMBER, NOW, minutes, open_call, pool
from ui.banners.banner import Snooze
from ui.desk.notice_texts import SUMMARY, TROUBLE
from ui.desk.notices import Notices
from ui.desk.preferences import Preferences
from ui.desk.told_notices import read_told, written
from ui.notices.bell import LATER, QUIET, Notice

FINE, NEAR = minutes(1000), minutes(84, level=Level.NEAR)
BILLED = minutes(0, level=Level.BILLED, linked=True)
POOL = pool(1190, level=Level.NEAR)
SLOT = "hubspot-professional.minutes|me"


class Desk:
    """Notices with everything they hear in the hands of a test."""

    def __init__(self, folder: Path, *, presenting: bool | None = False) -> None:
        self.folder = folder
        self.bell = HandBell(presenting=presenting)
        self.figures = HandFigures()
        self.account = "acme"
        self.paused = False
        self.start()

    def start(self) -> None:
        """Start the program, or start it again."""
        self.preferences = Preferences(self.folder, {"TZ": "Europe/Berlin", "LANG": "en_US.UTF-8"})
        self.notices = Notices(
            self.preferences,
            self.bell,
            self.figures,
            figures=self.figures,  # type: ignore[arg-type]  # its view is all that is asked for
            account=lambda: self.account,
            is_paused=lambda _: self.paused,
        )

    def sees(self, *meters: Meter, **more: Any) -> list[str]:
        """Read these figures; gives the titles that rang for them."""
        before = len(self.bell.rung)
        self.figures.show(*meters, **more)
        self.notices.follow()
        return self.bell.titles[before:]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    """A desk that has seen figures to which there is nothing to say."""
    desk = Desk(tmp_path)
    desk.sees(FINE)
    return desk


def test_the_first_look_is_silent_and_the_next_worse_level_is_not(desk: Desk) -> None:
    desk.start()
    assert desk.sees(NEAR) == []
    assert desk.sees(NEAR) == []
    assert desk.sees(BILLED) == ["Calls are now billed per minute through Twilio Connect"]


def test_what_was_told_is_not_told_after_a_restart(desk: Desk) -> None:
    assert desk.sees(NEAR) == ["84 minutes to your limit"]
    desk.start()
    desk.sees(minutes(1000, level=Level.FINE), trust=Trust.STALE)
    assert desk.sees(NEAR) == []


def test_a_level_that_is_left_takes_its_notice_back(desk: Desk) -> None:
    desk.sees(NEAR)
    assert list(desk.bell.stands) == [SLOT]
    desk.sees(FINE)
    assert desk.bell.stands == {}


def test_a_worse_level_takes_the_place_of_the_notice_before(desk: Desk) -> None:
    desk.sees(NEAR)
    desk.sees(BILLED)
    assert list(desk.bell.stands) == [SLOT]
    assert desk.bell.stands[SLOT].buttons == ()


def test_two_at_once_are_one_summary_that_shrinks_with_the_truth(desk: Desk) -> None:
    assert desk.sees(NEAR, POOL) == ["News of your limits"]
    desk.sees(NEAR, pool(200))
    assert desk.bell.stands[SUMMARY].body == "84 minutes to your limit."
    desk.sees(FINE, pool(200))
    assert desk.bell.stands == {}


def test_a_summary_that_was_put_away_does_not_come_back(desk: Desk) -> None:
    desk.sees(NEAR, POOL)
    desk.bell.gone.emit(SUMMARY)
    assert desk.sees(NEAR, pool(200)) == []


def test_during_a_call_it_waits_and_the_summary_says_so(desk: Desk) -> None:
    assert desk.sees(NEAR, POOL, live=(open_call(),)) == []
    assert desk.sees(NEAR, POOL) == ["While you were on the call"]


def test_what_no_longer_holds_after_a_call_is_not_told(desk: Desk) -> None:
    desk.sees(NEAR, live=(open_call(),))
    assert desk.sees(FINE) == []


def test_a_pause_and_quiet_hours_hold_notices(desk: Desk) -> None:
    desk.paused = True
    assert desk.sees(NEAR) == []
    desk.paused = False
    desk.preferences.change(quiet=QuietHours(14 * 60, 15 * 60))
    assert desk.sees(NEAR) == []  # 14:05 by the computer's clock
    assert desk.sees(NEAR, now=Instant(NOW + 55 * MINUTE)) == ["84 minutes to your limit"]


def test_nothing_rings_before_it_is_known_whether_somebody_presents(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(tmp_path, presenting=None)
    desk.sees(FINE)
    assert desk.bell.woken == 0
    assert desk.sees(NEAR) == []
    desk.bell.presents = True
    desk.bell.known.emit()
    assert (desk.bell.woken, desk.bell.rung) == (1, [])
    desk.bell.presents = False
    desk.bell.known.emit()
    assert desk.bell.titles == ["84 minutes to your limit"]


def test_figures_of_a_first_reading_tell_nothing_until_it_has_ended(desk: Desk) -> None:
    assert desk.sees(NEAR, trust=Trust.STALE, first_reading=FirstReading("HubSpot")) == []
    assert desk.sees(NEAR) == ["84 minutes to your limit"]


def test_a_first_reading_that_broke_off_holds_nothing_and_is_not_called_old(desk: Desk) -> None:
    broken = FirstReading("HubSpot", under_way=False)
    desk.sees(FINE, trust=Trust.STALE, first_reading=broken)
    later = Instant(NOW + 9 * MINUTE)
    rung = desk.sees(NEAR, trust=Trust.STALE, now=later, first_reading=broken)
    assert rung == ["84 minutes to your limit"]


def test_old_figures_ring_once_and_a_click_goes_to_the_accounts(qtbot: QtBot, desk: Desk) -> None:
    assert desk.sees(FINE, trust=Trust.STALE) == []
    later = Instant(NOW + 5 * MINUTE)
    assert desk.sees(FINE, trust=Trust.STALE, now=later) == ["These figures are old"]
    assert desk.sees(FINE, trust=Trust.STALE, now=later) == []
    with qtbot.waitSignal(desk.notices.wanted_page) as wanted:
        desk.bell.clicked.emit(TROUBLE, "token")
    assert wanted.args == ["accounts", "token"]
    desk.sees(FINE, now=later)
    assert desk.bell.stands == {}


def test_trouble_that_is_there_at_the_start_is_known(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sees(FINE, trust=Trust.STALE)
    assert desk.sees(FINE, trust=Trust.STALE, now=Instant(NOW + 9 * MINUTE)) == []


def test_waking_from_sleep_says_nothing_of_figures_that_a_sync_mends(desk: Desk) -> None:
    woken = Instant(NOW + 2 * DAY)
    assert desk.sees(FINE, trust=Trust.STALE, now=woken) == []
    assert desk.sees(FINE, now=Instant(woken + MINUTE)) == []


def test_a_click_goes_to_the_figure_it_speaks_of(qtbot: QtBot, desk: Desk) -> None:
    desk.sees(NEAR)
    with (
        qtbot.waitSignal(desk.notices.wanted_page) as wanted,
        qtbot.waitSignal(desk.notices.why_asked) as why,
    ):
        desk.bell.clicked.emit(SLOT, "")
    assert (wanted.args, why.args) == (["overview", ""], ["hubspot-professional.minutes"])


@pytest.mark.parametrize(("button", "until"), [(LATER, NOW + 60 * MINUTE), (QUIET, NEAR.cycle.end)])
def test_a_button_puts_the_banner_off(qtbot: QtBot, desk: Desk, button: str, until: int) -> None:
    desk.sees(NEAR)
    with qtbot.waitSignal(desk.notices.snoozed) as snoozed:
        desk.bell.pressed.emit(SLOT, button)
    assert snoozed.args == [Snooze("near", "hubspot-professional.minutes", until)]


def test_a_button_on_what_is_gone_does_nothing(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.assertNotEmitted(desk.notices.snoozed):
        desk.bell.pressed.emit(SUMMARY, LATER)
        desk.bell.pressed.emit(SLOT, LATER)


def test_what_sleeps_is_silent_until_it_wakes(desk: Desk) -> None:
    until = NOW + 60 * MINUTE
    desk.preferences.snooze("near", "hubspot-professional.minutes", until)
    assert desk.sees(NEAR) == []
    assert desk.sees(NEAR, now=Instant(until)) == ["84 minutes to your limit"]


def test_another_company_s_state_is_taken_as_known(desk: Desk) -> None:
    desk.account = "umbrella"
    assert desk.sees(NEAR) == []
    assert desk.sees(BILLED) == ["Calls are now billed per minute through Twilio Connect"]


def test_a_ledger_that_was_restored_is_taken_as_known(desk: Desk) -> None:
    desk.notices.begin_again()
    desk.preferences.change(mask_numbers=True)
    desk.notices.look()
    assert desk.sees(NEAR) == []
    assert desk.sees(NEAR) == []


def test_a_sample_is_shown_and_a_desktop_that_cannot_says_so(qtbot: QtBot, desk: Desk) -> None:
    desk.notices.show_sample()
    assert desk.bell.titles == ["This is how a notice looks"]
    with qtbot.waitSignal(desk.notices.sample_missed) as missed:
        desk.bell.missed.emit(desk.bell.rung[0])
    assert missed.args[0].startswith("This desktop shows no notices.")


def test_each_of_several_people_is_named(desk: Desk) -> None:
    other = replace(NEAR, agent="Anna")
    assert desk.sees(FINE, other) == ["Anna: 84 minutes to your limit"]


def test_before_the_first_figures_there_is_nothing_to_say(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.notices.look()
    desk.notices.close()
    assert desk.bell.rung == []


def test_what_is_remembered_has_a_bound_and_survives_nonsense() -> None:
    many = frozenset(
        NoticeKey("", f"plan-{n}.minutes", None, Instant(n), Level.NEAR) for n in range(600)
    )
    kept = read_told(written(many))
    assert len(kept) == 500
    assert min(key.cycle for key in kept) == 100
    assert read_told("nonsense") == frozenset()
    assert read_told([["", "m", "", 1, "worse"], ["", "m"], 7]) == frozenset()


def test_keys_come_back_as_they_were() -> None:
    standing = Standing("acme", (NEAR, POOL), Trust.STALE, NOW)
    told = adopt(standing)
    assert read_told(written(told)) == told


class Model:
    """What must never happen, by the plainest rules: a level armed, a level told."""

    def __init__(self) -> None:
        self.armed: set[Level | Trust] = set(WANTED)

    def sees(self, level: Level, trust: Trust) -> None:
        if trust in (Trust.FRESH, Trust.LOCAL) and level is not Level.NO_DATA:
            self.armed |= {each for each in Level if each is not level}
        if trust in (Trust.FRESH, Trust.LOCAL, Trust.DIFFERS):
            self.armed |= {Trust.STALE, Trust.SIGN_IN}

    def hears(self, level: Level | Trust) -> None:
        assert level in self.armed, level
        self.armed.discard(level)


_TROUBLE: dict[str, Level | Trust] = {
    "Sign-in needed": Trust.SIGN_IN,
    "These figures are old": Trust.STALE,
}


def told_in(notice: Notice | None) -> set[str]:
    """What a notice tells: its title, or what it sums up."""
    if notice is None:
        return set()
    return set(notice.body.splitlines()) if notice.slot == SUMMARY else {notice.title}


@pytest.mark.parametrize("seed", range(8))
def test_a_long_walk_never_tells_twice_nor_while_held(
    qtbot: QtBot, tmp_path: Path, seed: int
) -> None:
    walk, model, desk = random.Random(seed), Model(), Desk(tmp_path)  # noqa: S311 - to be repeated
    now, level, trust = NOW, Level.FINE, Trust.FRESH
    desk.sees(FINE)
    for _ in range(200):
        now = Instant(now + walk.choice((1, 1, 7)) * MINUTE)
        level = walk.choice((level, level, *Level))
        trust = walk.choice((trust, trust, *Trust))
        live = (open_call(),) if walk.random() < 0.3 else ()
        meter = minutes(500, level=level)
        if walk.random() < 0.05:
            desk.start()
            desk.bell.rung.clear()
        before, stood = len(desk.bell.rung), told_in(desk.bell.stands.get(SUMMARY))
        model.sees(level, trust)
        desk.sees(meter, trust=trust, now=now, live=live)
        assert not (desk.bell.rung[before:] and live)
        for notice in desk.bell.rung[before:]:
            for line in told_in(notice) - stood:
                model.hears(_TROUBLE.get(line.removesuffix("."), level))
    end = minutes(0, level=Level.BILLED, linked=True, cycle=DECEMBER)
    assert desk.sees(end, now=Instant(DECEMBER.start + DAY))[-1:] != []
    assert desk.bell.stands
