"""Segments counted by the command, with what is left after the text."""

from tests.support.console import Console

OFFER = "Hi Sam, great talking today! I’ll send the offer tomorrow 🎉 and call you Tuesday at ten"


def test_the_command_says_what_the_text_is_without_its_costly_characters(
    console: Console,
) -> None:
    out = console.done("segments", OFFER).out
    assert "’ and 🎉 cost 1 segment. Without them: 1 segment, GSM-7." in out
    found = console.done("segments", OFFER, "--json").json["cheaper"]
    assert (found["segments"], found["encoding"]) == (1, "GSM-7")


def test_a_recipient_shows_what_is_left_of_the_pool(console: Console) -> None:
    console.done("plan", "use", "aircall-us-ca")
    console.done("log", "text", "--to", "+14155550188", "--segments", "100")
    answer = console.done("segments", "hi", "--to", "(415) 555-0188")
    assert "Team pool after this text: 149 of 250 left" in answer.out


def test_a_recipient_outside_the_bundle_is_billed(console: Console) -> None:
    console.done("plan", "use", "aircall-us-ca")
    answer = console.done("segments", "hi", "--to", "+493090182000", "--json").json
    assert (answer["inside"], answer["after"]["outcome"]) == (False, "outside")


def test_without_a_plan_for_texts_that_is_said(console: Console) -> None:
    out = console.done("segments", "hi", "--media", "1").out
    assert "No plan for texts is chosen" in out


def test_a_recipient_that_is_no_number_is_refused(console: Console) -> None:
    assert console.run("segments", "hi", "--to", "jana").code == 2
