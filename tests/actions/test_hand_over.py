"""A number handed over: a real program gets it as it came, and never this program itself."""

import os
import sys
from pathlib import Path

import pytest

from app.actions.hand_over import check_dialler, hand_over, who_dials
from app.actions.open_links import take_links
from app.domain.problem import EnvironmentProblem, Problem, UsageProblem
from app.domain.to_dial import ToDial
from app.machine.detached import Detached
from app.machine.own_program import own_program
from tests.support.phone_app import PhoneApp

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="starts scripts, and has links of Linux"
)

WANTED = ToDial("tel:+1-555-0100;ext=12", "+15550100")
TRICKY = ToDial("tel:+15550100;x=$(touch%20evil);`id`&&%25u", "+15550100")


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    places = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CONFIG_DIRS": "etc",
              "XDG_DATA_DIRS": "share"}  # fmt: skip
    return {**os.environ, **{name: str(tmp_path / place) for name, place in places.items()}}


@pytest.fixture
def phone(tmp_path: Path) -> PhoneApp:
    return PhoneApp(tmp_path / "my phone")


def dial(environ: dict[str, str], choice: str, wanted: ToDial = WANTED) -> str:
    """Hand over, and wait until the program has ended."""
    starter = Detached()
    name = hand_over(environ, choice, wanted, starter)
    for process in starter._begun:
        os.waitpid(process, 0)
    return name


@pytest.mark.parametrize("wanted", [WANTED, TRICKY])
def test_a_program_gets_number_and_link_as_they_came(
    environ: dict[str, str], phone: PhoneApp, wanted: ToDial
) -> None:
    name = dial(environ, f"'{phone.program}' --call {{number}} {{link}}", wanted)
    (call,) = phone.calls
    assert (name, call["argv"]) == ("softphone", ["--call", wanted.number, wanted.link])


def test_it_runs_by_itself_and_knows_where_the_number_came_from(
    environ: dict[str, str], phone: PhoneApp
) -> None:
    dial(environ, f"'{phone.program}' {{link}}")
    assert phone.calls[0]["session"]
    assert phone.calls[0]["mark"]


def test_the_program_that_opens_links_now_dials(
    environ: dict[str, str], phone: PhoneApp, tmp_path: Path
) -> None:
    named = PhoneApp(tmp_path / "bin", "twinkle")
    named.offer(tmp_path / "share")
    assert who_dials(environ, "previous").name == "Twinkle"
    assert dial(environ, "previous") == "Twinkle"
    assert named.calls[0]["argv"] == [WANTED.link]


def test_the_program_that_opened_links_before_dials_after_they_were_taken(
    environ: dict[str, str], tmp_path: Path
) -> None:
    named = PhoneApp(tmp_path / "bin", "twinkle")
    named.offer(tmp_path / "share")
    assert take_links(environ).ours
    assert dial(environ, "previous") == "Twinkle"
    assert named.calls[0]["argv"] == [WANTED.link]


@pytest.mark.parametrize("choice", ["", "previous", "phone", "phone '{link}"])
def test_without_anybody_who_dials_it_is_said_what_to_do(
    environ: dict[str, str], choice: str
) -> None:
    assert who_dials(environ, choice).problem is not None
    with pytest.raises(UsageProblem):
        dial(environ, choice)


def test_a_program_that_is_gone_is_told(environ: dict[str, str], phone: PhoneApp) -> None:
    phone.program.unlink()
    with pytest.raises(EnvironmentProblem, match="softphone did not start"):
        dial(environ, f"'{phone.program}' {{link}}")


def test_a_program_that_may_not_run_is_told(environ: dict[str, str], phone: PhoneApp) -> None:
    phone.program.chmod(0o600)
    with pytest.raises(EnvironmentProblem, match="did not start"):
        dial(environ, f"'{phone.program}' {{link}}")


def test_this_program_never_dials(environ: dict[str, str]) -> None:
    own = " ".join(f"'{word}'" for word in own_program(environ))
    for refuse in (lambda: dial(environ, f"{own} {{link}}"),
                   lambda: check_dialler(environ, f"{own} {{link}}")):  # fmt: skip
        with pytest.raises(Problem, match="Talktally itself"):
            refuse()


def test_a_command_is_looked_at_before_it_is_kept(environ: dict[str, str], phone: PhoneApp) -> None:
    check_dialler(environ, f"'{phone.program}' {{number}}")
    with pytest.raises(UsageProblem, match="is not there"):
        check_dialler(environ, "no-such-phone {number}")


def test_programs_that_ended_are_buried_at_the_next_start(
    environ: dict[str, str], phone: PhoneApp
) -> None:
    starter = Detached()
    hand_over(environ, f"'{phone.program}' {{link}}", WANTED, starter)
    first = starter._begun[0]
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    hand_over(environ, f"'{phone.program}' {{link}}", WANTED, starter)
    assert first not in starter._begun
    with pytest.raises(ChildProcessError):
        os.waitpid(first, os.WNOHANG)
    os.waitpid(starter._begun[0], 0)
