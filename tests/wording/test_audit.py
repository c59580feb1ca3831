"""Every change on the plan server is a sentence, and no code of the server is left in it."""

import re

import pytest

from app.domain.access import AuditLine
from app.wording.audit import audit_sentence
from tests.support.messages import ROOT
from tests.support.meters import NOW
from tests.support.wordings import ENGLISH, GERMAN

START = "2026-11-03T00:00:00+00:00"
SINCE = "from 3 Nov 2026, 00:00"
SENTENCES = [
    ("company.made", {"name": "Acme"}, "The company Acme was made."),
    ("invitation.made", {"name": "Lea", "role": "agent"}, "Ada invited Lea as an agent."),
    ("invitation.made", {"name": "Lea", "role": "owner"}, "Ada invited Lea as an owner."),
    ("invitation.revoked", {"name": "Lea"}, "Ada withdrew the invitation of Lea."),
    ("member.joined", {"role": "agent"}, "Ada joined the company."),
    ("device.signed_in", {"device": "desk"}, "Ada signed in on desk."),
    ("device.signed_out", {}, "Ada signed out."),
    ("device.revoked", {"device": "desk", "member": "Lea"}, "Ada signed Lea out on desk."),
    ("member.removed", {"member": "Lea"}, "Ada removed Lea."),
    (
        "member.changed",
        {"member": "Lea", "role": "owner", "licence": "annual"},
        "Ada made Lea an owner. Ada changed the seat of Lea: annual seat.",
    ),
    ("member.changed", {"member": "Lea", "name": "Leah"}, "Ada renamed Lea: Leah."),
    (
        "plan",
        {"plan": "hubspot-starter", "line": "calls", "zone": "UTC", "start": "all history"},
        "Ada put the plan hubspot-starter in force for all history.",
    ),
    (
        "seats",
        {"committed": "3", "additional": "1", "without_bundle": "0", "start": START},
        f"Ada stated the seats {SINCE}: 3 committed, 1 additional.",
    ),
    (
        "seats",
        {"committed": "3", "additional": "1", "without_bundle": "2", "start": START},
        f"Ada stated the seats {SINCE}: 3 committed, 1 additional. Without the bundle: 2.",
    ),
    (
        "annual",
        {"until": "2027-04-30", "seats": "1", "start": "all history"},
        "Ada stated annual seats until 30 Apr 2027: 1, for all history.",
    ),
    ("profile", {"name": "Acme"}, "Ada changed what everybody may know of the company."),
    ("contract", {"fields": "note"}, "Ada changed the contract."),
    (
        "linked",
        {"person": "Lea", "start": START},
        f"Ada marked Lea as linked with Twilio Connect {SINCE}.",
    ),
    (
        "unlinked",
        {"person": "Lea", "start": START},
        f"Ada marked Lea as no longer linked with Twilio Connect {SINCE}.",
    ),
]


def line(what: str, facts: dict[str, str], by: str = "Ada") -> AuditLine:
    return AuditLine(NOW, by, what, facts)


@pytest.mark.parametrize(("what", "facts", "told"), SENTENCES)
def test_a_change_is_told_in_english(what: str, facts: dict[str, str], told: str) -> None:
    assert audit_sentence(ENGLISH, line(what, facts), "UTC") == told


@pytest.mark.parametrize(("what", "facts", "told"), SENTENCES)
def test_a_change_is_told_in_german(what: str, facts: dict[str, str], told: str) -> None:
    said = audit_sentence(GERMAN, line(what, facts), "UTC")
    assert said != told
    assert not re.search(r"\w=|\w\.\w", said)


def test_the_servers_own_commands_have_no_name() -> None:
    said = audit_sentence(ENGLISH, line("invitation.made", {"name": "Lea", "role": "owner"}, ""),
                          "UTC")  # fmt: skip
    assert said == "The server itself invited Lea as an owner."


@pytest.mark.parametrize("what", [what for what, _, _ in SENTENCES])
def test_facts_of_another_version_break_nothing(what: str) -> None:
    assert audit_sentence(ENGLISH, line(what, {"until": "soon", "role": "king"}), "UTC")


def test_every_change_that_the_server_notes_is_known() -> None:
    noted = {
        found
        for path in (ROOT / "app" / "server").rglob("*.py")
        for found in re.findall(r'note\([^"]*"([a-z_.]+)"', path.read_text(encoding="utf-8"))
    }
    assert noted <= {what for what, _, _ in SENTENCES}
    assert "member.joined" in noted


def test_an_unknown_change_is_told_as_such() -> None:
    said = audit_sentence(ENGLISH, line("moon.landed", {}), "UTC")
    assert said == "Ada changed something this version of Talktally does not know: moon.landed."
