"""The outlook that follows from the settings."""

from datetime import date

from app.domain.outlook import Outlook
from app.domain.own_warnings import OwnWarnings
from app.machine.outlooks import Outlooks
from app.machine.settings import Settings
from tests.support.ledgers import NOW, at


def test_the_usual_settings_make_the_usual_outlook() -> None:
    assert Outlooks(Settings()).at(NOW) == Outlook()


def test_holidays_around_the_year_are_free() -> None:
    working = Outlooks(Settings(holidays="DE-BE")).at(NOW).working
    assert not working.holds(date(2026, 12, 25))
    assert not working.holds(date(2025, 12, 25))
    assert not working.holds(date(2027, 1, 1))
    assert working.holds(date(2026, 12, 28))


def test_another_year_brings_its_own_holidays() -> None:
    outlooks = Outlooks(Settings(holidays="DE-BE"))
    assert outlooks.at(at("2026-12-31 23:59")).working.holds(date(2029, 1, 1))
    assert not outlooks.at(at("2028-01-01 00:00")).working.holds(date(2029, 1, 1))


def test_a_week_without_any_working_day_is_the_usual_one() -> None:
    assert Outlooks(Settings(working_weekdays=frozenset())).at(NOW) == Outlook()


def test_only_what_matters_to_the_figures_makes_another_outlook() -> None:
    outlooks = Outlooks(Settings())
    assert outlooks.fits(Settings(theme="dark"))
    assert not outlooks.fits(Settings(warnings=OwnWarnings(minutes=50)))
