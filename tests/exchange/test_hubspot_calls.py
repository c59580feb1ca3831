"""HubSpot calls."""

from pathlib import Path

from app.domain.event import Direction
from app.domain.instant import iso
from app.exchange.reading import read
from tests.support.exports import hubspot_calls_csv
from tests.support.readings import SAMPLES, calls, refusals, sample


def test_a_german_export_is_read_in_the_zone_given() -> None:
    answered, unanswered = calls(read(SAMPLES / "hubspot_calls_de.csv", zone="Europe/Berlin"))
    assert iso(answered.start) == "2026-11-02T14:04:00Z"
    assert (answered.talk_us, answered.agent) == (185_000_000, "Jana")
    assert unanswered.talk_us == 0


def test_internal_names_count_milliseconds() -> None:
    outbound, inbound = calls(sample("hubspot_calls.csv"))
    assert (outbound.talk_us, outbound.app_id) == (61_000_000, "")
    assert (inbound.direction, inbound.far) == (Direction.INBOUND, "+14155550124")
    assert inbound.start == outbound.start


def test_the_app_that_wrote_a_record_is_kept() -> None:
    assert calls(sample("hubspot_calls.csv"))[1].app_id == "4711"


def test_a_logged_call_without_a_duration_is_refused() -> None:
    assert [refused.number for refused in refusals(sample("hubspot_calls.csv"))] == [4]


def test_an_answer_of_the_api_lays_its_properties_open() -> None:
    reading = sample("hubspot_calls.json")
    (call,) = calls(reading)
    assert reading.format == "hubspot-calls-json"
    assert (call.external_id, call.talk_us, call.agent) == ("9001", 61_000_000, "113")


def test_an_english_view_writes_hours_minutes_and_seconds(tmp_path: Path) -> None:
    (call,) = calls(read(hubspot_calls_csv(tmp_path / "calls.csv", 1, seconds=3725)))
    assert call.talk_us == 3_725_000_000


def test_the_contact_of_an_export_is_the_name_of_the_call(tmp_path: Path) -> None:
    file = tmp_path / "calls.csv"
    file.write_text(
        "Record ID,Activity date,Call duration,To number,Associated Contact\n"
        "1,2026-11-02 09:00,60000,+14155550188, Anna Brandt \n"
    )
    (found,) = calls(read(file))
    assert found.name == "Anna Brandt"


def test_the_id_by_which_another_app_knows_the_call_is_kept(tmp_path: Path) -> None:
    export = tmp_path / "calls.csv"
    export.write_text(
        "hs_object_id,hs_timestamp,hs_call_duration,hs_call_to_number,hs_call_app_id,"
        "hs_call_external_id\n9001,2026-11-02T14:04:00Z,61000,+14155550124,4711,1234567890\n"
    )
    (call,) = calls(read(export))
    assert (call.app_id, call.call_id) == ("4711", "1234567890")
