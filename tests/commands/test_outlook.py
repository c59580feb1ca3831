"""Working days, holidays and warnings of one's own, as the commands use them."""

import json
from pathlib import Path

import pytest

from tests.support.console import Console


@pytest.fixture
def used(console: Console, tmp_path: Path) -> Console:
    """Return a folder where 1600 of 2000 minutes are used."""
    console.done("plan", "use", "hubspot-professional")
    rows = "".join(
        f"{day},2026-11-{day:02} 09:00,Outbound,1:40:00,+14155550100,+14155550188,Completed\n"
        for day in range(2, 18)
    )
    file = tmp_path / "calls.csv"
    file.write_text(
        "Record ID,Activity date,Call direction,Call duration,From number,To number,Call status\n"
        f"{rows}"
    )
    console.done("import", file)
    return console


def choose(console: Console, **settings: object) -> None:
    (console.folder / "settings.json").write_text(json.dumps(settings))


def test_status_warns_as_the_settings_say(used: Console) -> None:
    assert used.meter("minutes")["level"] != "near"
    choose(used, warnings={"minutes": 400})
    assert used.meter("minutes")["level"] == "near"


def test_status_spreads_what_is_left_over_the_days_that_are_worked(used: Console) -> None:
    usual = used.meter("minutes")["forecast"]["safe_per_working_day"]
    choose(used, working_weekdays=[0])
    assert used.meter("minutes")["forecast"]["safe_per_working_day"] > usual


def test_holidays_nobody_knows_are_told_by_the_doctor_alone(used: Console) -> None:
    before = used.done("status").out
    choose(used, holidays="DE-XX")
    assert used.done("status").out == before
    assert "DE-XX" in used.run("doctor").out
