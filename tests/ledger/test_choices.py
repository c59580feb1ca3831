"""What a list of entries can be narrowed to."""

from pathlib import Path

from app.domain.filters import Choices
from app.ledger.ledger import Ledger
from app.ledger.lists.choices import choices
from app.ledger.plans import add_alias, name_me
from tests.support.ledgers import NOW, at, call, keep, ledger_with, text


def choices_of(ledger: Ledger) -> Choices:
    with ledger.reading() as snapshot:
        return choices(snapshot)


def test_people_go_by_the_names_they_are_shown_by(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call(agent="omar"), call(agent="J. Weiss"), call())
        assert choices_of(ledger).agents == ("J. Weiss", "me", "omar")
        with ledger.writing() as writing:
            name_me(writing, "Jana")
            add_alias(writing, writing.register.people.me, "J. Weiss")
        assert choices_of(ledger).agents == ("Jana", "omar")


def test_each_source_and_each_tag_is_told_once(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call(tags="hot, new"), call(tags="New"), text())
        found = choices_of(ledger)
    assert (found.sources, len(found.tags), found.tags[0]) == (("aircall", "hubspot"), 2, "hot")


def test_cycles_go_from_the_last_entry_back_to_the_first(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        assert choices_of(ledger).cycles == ()
        keep(ledger, call("2026-10-01 09:00"), text("2026-11-03 09:00"))
        cycles = choices_of(ledger).cycles
    assert cycles == (
        (at("2026-10-31 23:00"), at("2026-11-30 23:00"), "Europe/Berlin"),
        (at("2026-09-30 22:00"), at("2026-10-31 23:00"), "Europe/Berlin"),
    )


def test_without_a_plan_cycles_are_months_up_to_now(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call("2026-10-31 23:30"))
        with ledger.reading() as snapshot:
            cycles = choices(snapshot, NOW, "Europe/Berlin").cycles
    assert cycles == ((at("2026-10-31 23:00"), at("2026-11-30 23:00"), "Europe/Berlin"),)


def test_a_wrong_year_makes_no_endless_list(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call("1901-01-01 09:00"), call())
        assert len(choices_of(ledger).cycles) == 240
