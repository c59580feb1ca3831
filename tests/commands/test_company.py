"""A company by command: joined, seen to, left; its plan holds here meanwhile."""

from pathlib import Path

import keyring
import pytest
from keyring.core import load_keyring

from app.domain.company import Role
from tests.support.console import Console
from tests.support.keyrings import MemoryKeyring
from tests.support.plan_server import COMPANY, LiveServer, empty_server_file, plan_server

__all__ = ["empty_server_file", "plan_server"]


@pytest.fixture
def owner(tmp_path: Path, plan_server: LiveServer, memory_keyring: MemoryKeyring) -> Console:
    return joined(tmp_path / "owner", plan_server.link("Dana", Role.OWNER))


@pytest.fixture
def no_keyring(memory_keyring: MemoryKeyring) -> None:
    keyring.set_keyring(load_keyring("keyring.backends.fail.Keyring"))


def joined(folder: Path, link: str) -> Console:
    console = Console(folder)
    console.done("company", "join", "--device", "desk", stdin=f"{link}\n".encode())
    return console


def test_joining_says_company_and_role(
    console: Console, plan_server: LiveServer, memory_keyring: MemoryKeyring
) -> None:
    link = plan_server.link("Lea")
    answer = console.done("company", "join", stdin=link.encode())
    assert answer.out == "You joined Acme Trading as Lea (agent).\nAcme Trading has no plan yet.\n"
    assert list(memory_keyring.kept) != []


def test_the_company_is_shown_without_its_server(owner: Console, plan_server: LiveServer) -> None:
    plan_server.stop()
    shown = owner.done("company", "show", "--json").json["company"]
    assert (shown["name"], shown["member"], shown["role"]) == (COMPANY, "Dana", "owner")
    assert (shown["synced"], shown["problem"]) == ("2026-11-21T12:00:00Z", None)
    assert f"Company    {COMPANY}" in owner.done("company", "show").out


@pytest.mark.usefixtures("no_keyring")
def test_without_a_keyring_the_invitation_stays_good(
    console: Console, plan_server: LiveServer
) -> None:
    link = plan_server.link("Lea")
    answer = console.run("company", "join", stdin=link.encode())
    assert answer.code == 3
    assert answer.err.startswith("The keyring of this computer cannot keep you signed in")
    keyring.set_keyring(MemoryKeyring())
    console.done("company", "join", stdin=link.encode())


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("", 2),
        ("https://plans.example", 2),
        ("http://plans.example/join#0123456789012345678901234567890", 2),
        ("ftp://plans.example/join#0123456789012345678901234567890", 2),
    ],
)
def test_what_is_no_link_is_refused(
    console: Console, memory_keyring: MemoryKeyring, link: str, code: int
) -> None:
    answer = console.run("company", "join", stdin=link.encode())
    assert answer.code == code
    assert "0123456789" not in answer.err


def test_a_link_that_was_used_is_refused(
    owner: Console, plan_server: LiveServer, tmp_path: Path
) -> None:
    link = plan_server.link("Lea")
    joined(tmp_path / "first", link)
    answer = Console(tmp_path / "second").run("company", "join", stdin=link.encode())
    assert answer.code == 1
    assert answer.err.startswith("This invitation is unknown, used already or too old.")


def test_a_link_that_is_too_old_is_refused(
    console: Console, plan_server: LiveServer, memory_keyring: MemoryKeyring
) -> None:
    link = plan_server.link("Lea", days=1)
    plan_server.app.pass_time(24 * 60)
    assert console.run("company", "join", stdin=link.encode()).code == 1


def test_an_owner_invites_and_the_person_joins(owner: Console, tmp_path: Path) -> None:
    made = owner.done("company", "invite", "Omar", "--licence", "additional", "--json").json
    assert (made["name"], made["role"], made["licence"]) == ("Omar", "agent", "additional")
    joined(tmp_path / "omar", made["link"])
    people = owner.done("company", "people", "--json").json
    assert [each["name"] for each in people["members"]] == ["Dana", "Omar"]
    assert sorted(each["device"] for each in people["devices"]) == ["desk", "desk"]
    assert "Omar: agent, additional seat" in owner.done("company", "people").out


def test_somebody_who_is_there_is_invited_again_as_the_same_person(
    owner: Console, plan_server: LiveServer, tmp_path: Path
) -> None:
    joined(tmp_path / "desk", plan_server.link("Lea"))
    made = owner.done("company", "invite", "lea", "--again", "--json").json
    joined(tmp_path / "laptop", made["link"])
    people = owner.done("company", "people", "--json").json
    assert [each["name"] for each in people["members"]] == ["Dana", "Lea"]
    assert owner.run("company", "invite", "Max", "--again").code == 2


def test_an_agent_sees_to_nobody(owner: Console, plan_server: LiveServer, tmp_path: Path) -> None:
    agent = joined(tmp_path / "agent", plan_server.link("Lea"))
    for words in (["people"], ["invite", "Max"], ["audit"], ["remove", "Dana"]):
        answer = agent.run("company", *words)
        assert (answer.code, answer.err) == (1, "Only an owner of the company may do this.\n")


def test_a_device_that_was_signed_out_is_told_to_join_again(
    owner: Console, plan_server: LiveServer, tmp_path: Path
) -> None:
    agent = joined(tmp_path / "agent", plan_server.link("Lea"))
    devices = owner.done("company", "people", "--json").json["devices"]
    mine = next(each["id"] for each in devices if each["name"] == "Lea")
    assert owner.done("company", "revoke", mine[:8]).out == "The device is signed out.\n"
    answer = agent.run("sync")
    assert (answer.code, answer.out) == (3, "")
    assert "does not let this computer in any more" in answer.err
    assert agent.done("status", "--json").json["trust"] == "sign_in"


def test_an_invitation_can_be_withdrawn(owner: Console, tmp_path: Path) -> None:
    made = owner.done("company", "invite", "Omar", "--json").json
    assert owner.done("company", "revoke", made["id"]).out == "The invitation is withdrawn.\n"
    answer = Console(tmp_path / "omar").run("company", "join", stdin=made["link"].encode())
    assert answer.code == 1


@pytest.mark.parametrize("asked", ["abc", "0" * 32, "../../v1/me"])
def test_an_id_of_nothing_is_refused(owner: Console, asked: str) -> None:
    assert owner.run("company", "revoke", asked).code == 2


def test_a_person_is_removed_by_name(
    owner: Console, plan_server: LiveServer, tmp_path: Path
) -> None:
    agent = joined(tmp_path / "agent", plan_server.link("Lea"))
    assert owner.done("company", "remove", "lea", "--yes").out == "Lea is removed.\n"
    assert agent.run("sync").code == 3
    assert owner.run("company", "remove", "lea", "--yes").code == 2


def test_nobody_is_removed_before_it_was_shown_what_that_means(
    owner: Console, plan_server: LiveServer, tmp_path: Path
) -> None:
    agent = joined(tmp_path / "agent", plan_server.link("Lea"))
    answer = owner.run("company", "remove", "lea")
    assert (answer.code, answer.err) == (1, "Nothing was changed. To go ahead, add --yes.\n")
    assert answer.out == (
        "Lea would be removed from the company.\n"
        "Devices that would be signed out: desk\n"
        "Open invitations of theirs, and those they made, would be taken back.\n"
        "What they used stays counted.\n"
    )
    told = owner.run("company", "remove", "lea", "--json").json
    assert (told["removed"], told["devices"], told["myself"]) == (None, ["desk"], False)
    agent.done("sync")


def test_an_owner_is_told_that_it_is_themselves(owner: Console) -> None:
    assert "That is you" in owner.run("company", "remove", "Dana").out
    (device,) = owner.done("company", "people", "--json").json["devices"]
    answer = owner.run("company", "revoke", device["id"])
    assert (answer.code, answer.out.split(".")[0]) == (1, "desk is a device of your own")
    assert owner.run("company", "revoke", device["id"], "--json").json["revoked"] is None
    owner.done("company", "revoke", device["id"], "--yes")
    assert owner.run("company", "people").code == 3


def test_the_last_owner_stays(owner: Console) -> None:
    answer = owner.run("company", "remove", "Dana", "--yes")
    assert (answer.code, answer.err.split(".")[0]) == (
        1, "The company would have no owner any more",
    )  # fmt: skip


def test_every_change_is_in_the_audit(owner: Console) -> None:
    owner.done("company", "invite", "Omar")
    lines = owner.done("company", "audit", "--json").json["lines"]
    assert "invitation.made" in [line["what"] for line in lines]
    assert "Dana" in owner.done("company", "audit").out


def test_a_round_sends_counts_once(owner: Console, tmp_path: Path) -> None:
    owner.done("plan", "show")
    assert owner.done("sync").out == "Everything is up to date.\n"
    assert owner.done("sync", "--json").json["sent"] == 0


def test_a_round_without_the_server_says_so(owner: Console, plan_server: LiveServer) -> None:
    plan_server.stop()
    answer = owner.run("sync")
    assert (answer.code, answer.out) == (3, "")
    assert "cannot be reached. Check the internet connection" in answer.err


@pytest.mark.parametrize("words", [["company", "leave"], ["company", "people"]])
def test_without_a_company_there_is_nothing_to_ask(console: Console, words: list[str]) -> None:
    answer = console.run(*words)
    assert (answer.code, answer.err) == (
        2, "No company is joined here. Join one with: talktally company join\n",
    )  # fmt: skip
    assert not console.folder.exists()


def test_who_leaves_has_the_own_plan_again_and_no_token(
    console: Console, plan_server: LiveServer, memory_keyring: MemoryKeyring
) -> None:
    console.done("plan", "use", "hubspot-starter")
    joined(console.folder, plan_server.link("Lea"))
    console.done("company", "leave")
    assert memory_keyring.kept == {}
    assert console.done("company", "show").out == "No company is joined here.\n"
    assert console.done("plan", "show", "--json").json["plans"][0]["name"] == "hubspot-starter"


def test_who_leaves_while_the_server_is_gone_is_warned(
    owner: Console, plan_server: LiveServer, memory_keyring: MemoryKeyring
) -> None:
    plan_server.stop()
    answer = owner.run("company", "leave")
    assert (answer.code, memory_keyring.kept) == (0, {})
    assert "An owner can sign this computer out at the server." in answer.err
