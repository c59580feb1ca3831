"""Reading calls and messages, round after round."""

from app.domain.instant import DAY, MINUTE, SECOND, Instant
from app.remote.pages import Reader
from tests.support.providers.twilio_company import BELOW, NOON, Hands, customer, fill, leg, text
from tests.support.twilio_desk import desk


def test_everything_is_read_back_to_the_beginning() -> None:
    twilio = customer(Hands())
    fill(twilio.accounts[next(iter(twilio.accounts))], 4_000, days=400)
    with desk(twilio) as here:
        reader: Reader = here.reader
        assert here.everything() == twilio.truth()
        assert all(here.kept[part.name].pages[-1].whole for part in reader.parts({}))


def test_a_second_round_brings_nothing_that_was_not_known() -> None:
    twilio = customer(Hands())
    with desk(twilio) as here:
        fill(here.account, 400)
        before = here.everything()
        assert here.everything() == before == twilio.truth()


def test_the_newest_records_come_first() -> None:
    with desk(customer(Hands())) as here:
        here.account.calls.add(*(leg(days, Instant(NOON - days * DAY)) for days in range(1, 99)))
        first = here.read(pages=1).pages[0]
        assert [fact.start for fact in first.facts] == sorted(
            (fact.start for fact in first.facts), reverse=True
        )
        assert first.facts[0].start == NOON - DAY
        assert first.facts[-1].start > NOON - 36 * DAY


def test_an_account_that_slept_for_years_is_read_none_the_less() -> None:
    with desk(customer(Hands())) as here:
        here.account.calls.add(leg(1, Instant(NOON - 3_000 * DAY)), leg(2, Instant(NOON - DAY)))
        assert len(here.read().facts) == 2
        assert len(here.asked()) < 10


def test_pages_are_followed_by_the_query_alone() -> None:
    twilio = customer(Hands())
    twilio.page_size = 7
    with desk(twilio) as here:
        fill(here.account, 60, days=30)
        assert here.everything() == twilio.truth()


def test_a_page_of_the_longest_messages_is_not_too_long() -> None:
    with desk(customer(Hands())) as here:
        starts = (Instant(NOON - number * MINUTE) for number in range(1, 1_200))
        rows = (text(at, start, body="д" * 1_600) for at, start in enumerate(starts))
        here.account.texts.add(*rows)
        assert len(here.read("texts").facts) == 1_199


def test_a_call_that_goes_on_is_read_again_by_its_id() -> None:
    with desk(customer(Hands())) as here:
        here.account.calls.add(leg(1, Instant(NOON - MINUTE), seconds=600))
        kept = here.read()
        assert (kept.facts, kept.unfinished) == ({}, {f"CA{1:032x}"})
        here.hands.move(10 * MINUTE)
        assert here.read_again().facts == here.twilio.truth()
        assert not kept.unfinished


def test_a_price_that_comes_late_is_waited_for() -> None:
    with desk(customer(Hands())) as here:
        late = Instant(NOON + 9 * DAY)
        here.account.calls.add(leg(1, Instant(NOON - DAY), priced=late))
        assert here.read().unfinished
        here.hands.move(10 * DAY)
        assert here.read_again().facts == here.twilio.truth()
        assert not here.kept["calls"].unfinished


def test_segments_that_come_late_are_waited_for() -> None:
    with desk(customer(Hands())) as here:
        here.account.texts.add(text(1, Instant(NOON - DAY), counted=Instant(NOON + MINUTE)))
        kept = here.read("texts")
        assert kept.unfinished == {f"SM{1:032x}"}
        here.hands.move(DAY)
        assert here.read_again("texts").facts == here.twilio.truth()


def test_a_message_that_was_never_sent_is_passed_over() -> None:
    with desk(customer(Hands())) as here:
        here.account.texts.add(text(1, Instant(NOON - DAY), status="failed"))
        kept = here.read("texts")
        assert (kept.facts, kept.unfinished) == ({}, set())
        assert not any(page.refused for page in kept.pages)
        assert sum(page.read for page in kept.pages) == 1


def test_a_round_after_a_long_sleep_misses_nothing() -> None:
    twilio = customer(Hands())
    with desk(twilio) as here:
        here.read()
        here.account.calls.add(*(leg(day, Instant(NOON + day * DAY)) for day in range(1, 50)))
        here.hands.move(60 * DAY)
        assert here.read().facts == twilio.truth()


def test_a_late_edit_of_yesterday_is_seen() -> None:
    with desk(customer(Hands())) as here:
        here.account.calls.add(leg(1, Instant(NOON - DAY)))
        here.read()
        here.account.calls.edit(f"CA{1:032x}", seconds=300)
        assert here.read().facts == here.twilio.truth()


def test_a_week_is_read_once_a_day_to_find_what_was_deleted() -> None:
    with desk(customer(Hands())) as here:
        here.account.calls.add(leg(1, Instant(NOON - 3 * DAY)))
        assert here.read().pages[-1].span is None
        here.hands.move(DAY)
        (week,) = here.read().pages[-1:]
        assert week.begins
        assert week.span is not None
        assert week.span.start == NOON // DAY * DAY - 6 * DAY
        assert week.span.end == NOON // DAY * DAY + DAY
        assert here.read().pages[-1].span is None


def test_a_deleted_record_is_told_from_one_that_is_there() -> None:
    with desk(customer(Hands())) as here:
        here.account.calls.add(leg(1, Instant(NOON - DAY)), leg(2, Instant(NOON - DAY)))
        here.account.calls.remove(f"CA{1:032x}")
        part = here.part("calls")
        assert part.is_gone(f"CA{1:032x}", NOON)
        assert not part.is_gone(f"CA{2:032x}", NOON)
        assert not part.is_gone("17", NOON)


def test_an_unfinished_record_that_was_deleted_is_told_as_gone() -> None:
    with desk(customer(Hands())) as here:
        page = here.part("texts").again([f"SM{7:032x}"], NOON)
        assert (page.gone, page.facts, page.unfinished) == ([f"SM{7:032x}"], [], [])


def test_subaccounts_are_parts_of_their_own() -> None:
    twilio = customer(Hands(), below=True)
    with desk(twilio) as here:
        twilio.accounts[BELOW].calls.add(leg(1, Instant(NOON - DAY)))
        twilio.accounts[BELOW].texts.add(text(2, NOON))
        assert here.everything() == twilio.truth()
        assert {fact.source.account for fact in here.read(f"calls {BELOW}").facts.values()} == {
            BELOW
        }


def test_a_first_reading_that_lasts_over_midnight_goes_on_with_the_newest() -> None:
    twilio = customer(Hands())
    twilio.page_size = 10
    with desk(twilio) as here:
        fill(here.account, 100)
        here.read(pages=2)
        here.hands.move(2 * DAY)
        here.account.calls.add(leg(99_999, Instant(NOON + DAY), seconds=5))
        facts = here.read().facts
        assert facts == {key: facts[key] for key in twilio.truth() if key.startswith("CA")}
        assert here.kept["calls"].pages[-1].whole


def test_a_clock_that_was_wrong_for_a_while_loses_nothing() -> None:
    twilio = customer(Hands())
    with desk(twilio) as here:
        here.read()
        here.hands.move(900 * DAY)
        here.read()
        here.hands.move(-900 * DAY)
        here.account.calls.add(leg(1, Instant(NOON - 10 * SECOND)))
        assert here.read().facts == twilio.truth()
