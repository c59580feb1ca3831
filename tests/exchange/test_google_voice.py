"""Google Voice, as Takeout hands it out."""

from pathlib import Path

import pytest

from app.domain.event import Direction
from app.domain.instant import iso
from app.domain.problem import Problem
from app.exchange.markup import Tag, pieces
from app.exchange.reading import read
from app.exchange.voice_page import voice_page
from tests.support.archives import OWN, archive, call_page, message, text_page
from tests.support.readings import calls, refusals, texts

FAR, WHO = "+14155550123", "Mill Street Bakery"
STAMP = "2026-11-02T15_04_05Z"
AT = "2026-11-02T07:04:05.250-08:00"
FOLDER = "Takeout/Voice/Calls"


def page(label: str, length: str = "", *, number: str = FAR, name: str = WHO) -> str:
    return call_page(label, number=number, name=name, at=AT, length=length)


def takeout(folder: Path, **pages: str) -> Path:
    """An archive of pages, each by the word in its file's name."""
    named = {f"{FOLDER}/{WHO} - {kind} - {STAMP}.html": each for kind, each in pages.items()}
    return archive(
        folder / "takeout.zip",
        {"Takeout/archive_browser.html": "<html></html>", **named, f"{FOLDER}/a.mp3": b"\0"},
    )


def test_a_placed_call_has_its_number_length_and_instant(tmp_path: Path) -> None:
    reading = read(takeout(tmp_path, Placed=page("placed", "PT1H2M3S")))
    (call,) = calls(reading)
    assert (reading.format, call.source.provider) == ("google-voice", "google-voice")
    assert (call.direction, call.far, call.name) == (Direction.OUTBOUND, FAR, WHO)
    assert (call.talk_us, iso(call.start)) == (3_723_000_000, "2026-11-02T15:04:05.250000Z")


@pytest.mark.parametrize(
    ("label", "length", "seconds"),
    [("received", "PT61S", 61), ("missed", "", 0), ("voicemail", "PT22S", 0), ("received", "", 0)],
)
def test_only_an_answered_call_counts(
    tmp_path: Path, label: str, length: str, seconds: int
) -> None:
    (call,) = calls(read(takeout(tmp_path, Call=page(label, length))))
    assert (call.direction, call.talk_us) == (Direction.INBOUND, seconds * 1_000_000)


def test_a_contact_without_a_name_is_known_by_number_alone(tmp_path: Path) -> None:
    (call,) = calls(read(takeout(tmp_path, Placed=page("placed", name=FAR))))
    assert (call.far, call.name) == (FAR, "")


def test_a_contact_may_get_another_name_and_stays_the_same_call(tmp_path: Path) -> None:
    first, second = (
        calls(read(takeout(tmp_path, Placed=page("placed", name=name))))[0].external_id
        for name in (WHO, "Mill Street")
    )
    assert first == second
    assert FAR[1:] not in first


def test_a_single_page_can_be_read_too(tmp_path: Path) -> None:
    path = tmp_path / f"{WHO} - Placed - {STAMP}.html"
    path.write_text(page("placed", "PT5S"), encoding="utf-8")
    assert calls(read(path))[0].talk_us == 5_000_000


def test_texts_are_counted_and_their_bodies_dropped(tmp_path: Path) -> None:
    chat = text_page(
        message(FAR, WHO, AT, "Where & when?", mine=False),
        message(OWN, "", AT.replace("05.", "06."), "x" * 160 + "\n", mine=True),
    )
    received, sent = texts(read(takeout(tmp_path, Text=chat)))
    assert (received.direction, received.counted, received.characters) == (
        Direction.INBOUND,
        1,
        13,
    )
    assert (sent.direction, sent.counted, sent.own, sent.far) == (Direction.OUTBOUND, 2, OWN, FAR)


def test_a_picture_makes_a_text_an_mms(tmp_path: Path) -> None:
    chat = text_page(message(OWN, "", AT, "", mine=True, images=2))
    (text,) = texts(read(takeout(tmp_path, Text=chat)))
    assert (text.media, text.name) == (2, WHO)


def test_a_conversation_without_an_answer_is_named_by_its_file(tmp_path: Path) -> None:
    path = tmp_path / f"{FAR} - Text - {STAMP}.html"
    path.write_text(text_page(message(OWN, "", AT, "Hello", mine=True)), encoding="utf-8")
    assert texts(read(path))[0].far == FAR


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        (page("recorded", "PT5S"), "A recording is part of"),
        (page("blocked"), "does not say who called whom"),
        (page("placed", "five minutes"), "not a duration"),
        (text_page(participants=[FAR, OWN]), "several people"),
        ("<html></html>", "neither a call nor a text"),
    ],
)
def test_what_is_not_counted_is_refused_with_a_reason(
    tmp_path: Path, held: str, reason: str
) -> None:
    (refused,) = refusals(read(takeout(tmp_path, Other=held)))
    assert reason in refused.reason


def test_a_damaged_page_loses_no_other(tmp_path: Path) -> None:
    path = takeout(tmp_path, Placed=page("placed", "PT5S"), Received="x" * 5_000)
    content = path.read_bytes()
    at = content.rfind(b"PK\x01\x02", 0, content.rfind(b".mp3"))
    broken = content.replace(content[at + 16 : at + 20], b"\0\0\0\0")
    path.write_bytes(broken)
    reading = read(path)
    assert (len(calls(reading)), len(refusals(reading))) == (1, 1)


def test_the_page_of_something_else_is_none_of_google_voice(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<!DOCTYPE html><title>News</title>", encoding="utf-8")
    with pytest.raises(Problem, match="none of Google Voice"):
        read(path)


def test_markup_is_cut_into_tags_and_texts() -> None:
    found = list(pieces('a &amp; b<P class="x y" id=z>c</p><br/>d < e'))
    assert [each for each in found if isinstance(each, str)] == ["a & b", "c", "d < e"]
    assert found[1] == Tag("p", False, {"class": "x y"})


@pytest.mark.parametrize("piece", ["<a ", "<!--", '<a b="', "&#", "</", "<div class='"])
def test_damaged_markup_of_any_size_is_read_at_once(piece: str) -> None:
    assert not voice_page(piece * 200_000).texts
