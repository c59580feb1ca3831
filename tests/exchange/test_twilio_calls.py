"""Twilio calls."""

from pathlib import Path

from app.domain.event import Direction
from app.exchange.reading import read
from tests.support.exports import TWILIO_CALLS, twilio_calls_csv
from tests.support.readings import calls, refusals, sample, written


def test_every_row_is_one_leg_of_its_call() -> None:
    root, child, *_ = calls(sample("twilio_calls.csv"))
    assert root.external_id == child.external_id == root.legs[0].external_id
    assert child.legs[0].external_id.endswith("2")
    assert [leg.talk_us for leg in root.legs + child.legs] == [185_000_000, 183_000_000]


def test_a_price_loses_its_sign_and_keeps_its_currency() -> None:
    price = calls(sample("twilio_calls.csv"))[0].legs[0].price
    assert price is not None
    assert (price.exact(), price.currency) == ("0.004", "USD")


def test_a_call_from_the_browser_is_outbound_though_twilio_says_inbound() -> None:
    root, _, _, inbound = calls(sample("twilio_calls.csv"))
    assert (root.direction, root.own) == (Direction.OUTBOUND, "client:jana")
    assert (inbound.direction, inbound.own) == (Direction.INBOUND, "+14155550100")


def test_a_call_from_a_sim_card_of_ones_own_is_outbound(tmp_path: Path) -> None:
    row = "AC,CA1,,sim:DE0123,+14155550123,completed,inbound,2026-11-02 15:04:05,,9,,"
    (call,) = calls(read(written(tmp_path, ",".join(TWILIO_CALLS) + "\n" + row)))
    assert (call.direction, call.own) == (Direction.OUTBOUND, "sim:DE0123")


def test_a_busy_call_has_no_talk_time() -> None:
    assert calls(sample("twilio_calls.csv"))[2].talk_us == 0


def test_a_call_that_runs_is_refused_until_it_is_over() -> None:
    (refused,) = refusals(sample("twilio_calls.csv"))
    assert (refused.number, refused.raw) == (6, "in-progress")
    assert refused.reason.format(**refused.places) == "The call is not finished yet (in-progress)"


def test_an_answer_of_the_api_is_read_like_a_table() -> None:
    reading = sample("twilio_calls.json")
    answered, unanswered = calls(reading)
    assert reading.format == "twilio-calls-json"
    assert (answered.talk_us, unanswered.talk_us) == (185_000_000, 0)


def test_names_as_programs_write_them_are_known(tmp_path: Path) -> None:
    header = "sid,parent_call_sid,from,to,status,direction,start_time,duration,price,price_unit"
    row = "CA1,,+14155550100,+14155550123,completed,outbound-api,2026-11-02 15:04:05+00:00,61,,"
    (call,) = calls(read(written(tmp_path, f"{header}\n{row}\n")))
    assert (call.external_id, call.talk_us) == ("CA1", 61_000_000)


def test_a_completed_call_without_a_duration_is_not_taken_for_nothing(tmp_path: Path) -> None:
    row = "AC,CA1,,1,2,completed,outbound-api,2026-11-02 15:04:05,,,,"
    (refused,) = refusals(read(written(tmp_path, ",".join(TWILIO_CALLS) + "\n" + row)))
    assert refused.reason == "The duration is missing"


def test_progress_ends_at_the_size_of_the_file(tmp_path: Path) -> None:
    reading = read(twilio_calls_csv(tmp_path / "calls.csv", 50))
    assert reading.bytes_read == 0
    assert len(calls(reading)) == 50
    assert reading.bytes_read == reading.bytes_total
