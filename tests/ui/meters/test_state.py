"""What the smaller meters and the Twilio Connect section show."""

from dataclasses import replace

from app.domain.meter import Level, Meter
from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOW
from ui.meters.connect_state import Destination, connect_state
from ui.meters.state import MeterCardState, meter_card, second_leg_card
from ui.theme.tone import Tone


def card_of(words: Words, meter: Meter, *others: Meter) -> MeterCardState:
    """The card of the first of these meters."""
    return meter_card(words, meter, NOW, states.status(meter, *others))


def test_a_pool_tells_what_is_used_of_what(words: Words) -> None:
    card = card_of(words, states.sms(1190, Level.NEAR))
    assert (card.title, card.figure, card.rest) == ("Team SMS pool", "1,190", "of 1,250 segments")
    assert card.tone is Tone.NEAR
    assert card.notes[:2] == ("60 left", "cycle 14 Nov – 13 Dec")


def test_a_pool_that_is_used_up_tells_what_was_billed(words: Words) -> None:
    card = card_of(words, states.sms(1250, Level.BILLED, billed=41))
    assert card.notes[:2] == ("41 billed", "price not known yet")
    assert (card.tone, card.filled) == (Tone.BILLED, 1000)


def test_what_others_may_have_used_is_at_least(words: Words) -> None:
    card = card_of(words, states.sms(812, at_least=True))
    assert (card.figure, card.notes[0]) == ("812", "at most 438 left")
    assert "at least 812" in card.spoken


def test_without_data_there_is_no_figure(words: Words) -> None:
    card = card_of(words, states.sms(0, Level.NO_DATA))
    assert (card.figure, card.rest, card.filled) == ("–", "No data yet", 0)


def test_where_nothing_is_included_the_billed_units_are_told(words: Words) -> None:
    meter = replace(states.sms(0, Level.BILLED, billed=12), included=0)
    card = card_of(words, meter)
    assert (card.figure, card.rest) == ("12", "billed, none included")


def test_texts_outside_the_bundle_are_told(words: Words) -> None:
    card = card_of(words, states.sms(812, outside=9))
    assert "9 outside the bundle" in card.notes


def test_the_second_leg_tells_what_a_browser_would_have_left(words: Words) -> None:
    meter = states.calling(84, Level.NEAR)
    card = second_leg_card(words, meter, 214, states.status(meter))
    assert (card.figure, card.notes) == ("214 min", ("Browser calls would have left 298 min",))


def test_a_card_is_read_with_its_unit(words: Words) -> None:
    card = card_of(words, states.mms())
    assert card.spoken == "Aircall MMS segments, 38 of 250 used, fine, as of 14:05"


def test_twilio_connect_tells_minutes_and_amount(words: Words) -> None:
    state = connect_state(words, states.billed_meter(), states.use().destinations)
    assert state.figures[0] == ("37 min", "past the allowance")
    assert state.figures[1][0] == "$0.52"
    assert state.rows[0] == ("Germany", "5", "29", "$0.0140", "$0.41")


def test_a_price_that_nobody_knows_is_a_dash(words: Words) -> None:
    meter = replace(states.billed_meter(), billed_amount=None, unpriced=37)
    state = connect_state(words, meter, (Destination("", 1, 37),))
    assert state.figures[1] == ("–", "price not known yet")
    assert state.rows[0] == ("Unknown", "1", "37", "–", "–")
    assert state.note.startswith("37 minutes have no known price yet.")


def test_without_destinations_there_is_no_table(words: Words) -> None:
    state = connect_state(words, states.billed_meter())
    assert (state.columns, state.rows) == ((), ())


def test_a_card_names_its_person_where_several_have_one(words: Words) -> None:
    jana, piet = (replace(states.calling(84, Level.NEAR), agent=name) for name in ("Jana", "Piet"))
    pool = states.sms()
    assert [card_of(words, jana, pool).person, card_of(words, jana, piet).person] == ["", "Jana"]
    assert card_of(words, pool, jana, piet).person == ""
    assert ", Jana, " in card_of(words, jana, piet).spoken
