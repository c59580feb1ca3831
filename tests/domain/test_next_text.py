"""What is left after the next text, and what it costs."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.instant import Instant
from app.domain.money import Money
from app.domain.next_text import NextText, TextAfter, TextRoom, foretell
from app.domain.plan import MeterKind, Scope
from app.domain.price import PriceRow
from app.domain.receipt import Outcome

PRICE = PriceRow("", "1", "sms", Money(Decimal("0.0075"), "USD"), Instant(0))
ROOM = TextRoom(Scope.POOL, 1250, 61, Outcome.BILLED, price=PRICE)
POOL = NextText(
    {MeterKind.SMS: ROOM, MeterKind.MMS: replace(ROOM, included=250, per_message=1)}, "Bundle"
)


def after(segments: int, media: int = 0, pool: NextText = POOL) -> TextAfter:
    found = foretell(pool, segments, media)
    assert found is not None
    return found


def left_of(remaining: int) -> NextText:
    return replace(POOL, rooms={MeterKind.SMS: replace(ROOM, remaining=remaining)})


def test_a_text_draws_its_segments_on_the_pool() -> None:
    assert (after(2).left, after(2).past) == (59, 0)


def test_a_text_with_media_is_one_segment_of_the_mms_pool() -> None:
    assert after(7, media=2).kind is MeterKind.MMS
    assert (after(7, media=2).segments, after(7, media=2).left) == (1, 60)


def test_a_text_over_the_end_of_the_pool_is_split_by_segment() -> None:
    found = after(3, pool=left_of(1))
    assert (found.left, found.past, found.amount) == (0, 2, Money(Decimal("0.0150"), "USD"))


def test_a_text_outside_the_bundle_is_billed_from_its_first_segment() -> None:
    found = after(2, pool=replace(POOL, inside=False))
    assert (found.left, found.past, found.outcome) == (None, 2, Outcome.OUTSIDE)


def test_without_a_price_the_amount_stays_open() -> None:
    rooms = {MeterKind.SMS: replace(ROOM, remaining=0, price=None)}
    assert after(1, pool=replace(POOL, rooms=rooms)).amount is None


def test_without_a_plan_nothing_is_foretold() -> None:
    assert foretell(NextText({}), 1) is None


@given(st.integers(0, 400), st.integers(0, 500))
def test_what_is_left_is_never_less_than_nothing(segments: int, remaining: int) -> None:
    found = after(segments, pool=left_of(remaining))
    assert found.left is not None
    assert found.left >= 0
    assert segments - found.past == remaining - found.left
