"""Reading HubSpot's calls: all of them, newest first, whatever happens meanwhile."""

from collections.abc import Iterator
from random import Random

import pytest

from app.domain.event import Call, Text
from app.domain.failure import Failure, FailureKind
from app.remote.hubspot import search
from tests.support.hubspot_desk import Desk, desk
from tests.support.providers import hubspot_search
from tests.support.providers.hubspot_book import iso
from tests.support.providers.place import Asked, Told

_DAY_MS = 86_400_000


@pytest.fixture(name="hubspot")
def _hubspot() -> Iterator[Desk]:
    with desk() as made:
        yield made


@pytest.fixture(name="small_pages")
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_MOST", 5)


def test_a_first_round_reads_everything(hubspot: Desk) -> None:
    hubspot.book.add(700)
    pages = hubspot.round()
    assert hubspot.facts == hubspot.account.truth()
    assert pages[0].total == sum(page.read for page in pages) == 700
    assert [page.whole for page in pages[-2:]] == [True, True]


def test_what_changed_lately_comes_first(hubspot: Desk) -> None:
    hubspot.book.add(700, days=300)
    pages = hubspot.round()
    starts = [[fact.start for fact in page.facts] for page in pages if page.facts]
    assert min(starts[0]) > max(starts[-1])


def test_a_second_round_finds_nothing_and_stays_where_it_was(hubspot: Desk) -> None:
    hubspot.book.add(30)
    hubspot.round()
    before = hubspot.positions["calls"]
    hubspot.now += 60
    pages = hubspot.round()
    assert hubspot.positions["calls"] == before
    assert [page.gone for page in pages] == [(), []]


def test_once_nothing_can_be_late_nothing_is_read_again(hubspot: Desk) -> None:
    hubspot.book.call()
    hubspot.round()
    hubspot.now += 600
    hubspot.round()
    (page,) = hubspot.round()
    assert (page.read, page.more) == (0, False)


def test_an_account_without_calls_is_read_at_once(hubspot: Desk) -> None:
    (page,) = hubspot.round()
    assert (page.whole, page.read) == (True, 0)


def test_more_calls_of_one_stamp_than_a_search_shows_are_all_read(
    hubspot: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubspot_search, "CEILING", 1000)
    hubspot.book.touch(hubspot.book.add(1250))
    hubspot.round()
    assert len(hubspot.facts) == 1250


def test_an_edit_is_read_by_the_next_round(hubspot: Desk) -> None:
    ids = hubspot.book.add(20)
    hubspot.round()
    hubspot.now += 3600
    hubspot.book.edit(ids[3], hs_call_status="COMPLETED", hs_call_duration="7000")
    hubspot.round()
    assert hubspot.facts == hubspot.account.truth()


@pytest.mark.usefixtures("small_pages")
@pytest.mark.parametrize("seed", range(12))
def test_whatever_changes_while_it_reads_the_end_is_the_truth(hubspot: Desk, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - invented changes
    ids = hubspot.book.add(40, days=60)
    for _ in range(4):
        more = True
        while more:
            _happen(hubspot, random, ids)
            more = hubspot.page().more
    hubspot.round()
    assert hubspot.facts == hubspot.account.truth()


def _happen(hubspot: Desk, random: Random, ids: list[int]) -> None:
    hubspot.now += random.choice((0, 1, 700))
    number = random.choice(ids)
    archived = hubspot.book.records["calls"][number].archived
    match random.randrange(5):
        case 0 if not archived:
            hubspot.book.edit(number, hs_call_duration="9000", hs_call_status="COMPLETED")
        case 1 if not archived:
            hubspot.book.archive(number)
        case 2 if archived:
            hubspot.book.restore(number)
        case 3:
            ids.append(hubspot.book.call())
        case _:
            pass


@pytest.mark.usefixtures("small_pages")
def test_a_reading_goes_on_from_any_page(hubspot: Desk) -> None:
    hubspot.book.add(23)
    while hubspot.page().more:
        again = hubspot.part().page(hubspot.positions["calls"], hubspot.instant)
        assert hubspot.part().page(hubspot.positions["calls"], 0) == again  # type: ignore[arg-type]
    assert hubspot.facts == hubspot.account.truth()


def test_a_call_that_the_search_learns_of_late_is_not_missed() -> None:
    with desk(lag=30) as hubspot:
        hubspot.book.call()
        hubspot.now += 31
        late = hubspot.book.call()
        hubspot.now += 20
        hubspot.book.lag = 0
        hubspot.book.call()
        hubspot.round()
        assert str(late) not in hubspot.facts
        hubspot.now += 60
        hubspot.round()
        assert hubspot.facts == hubspot.account.truth()


def test_a_clock_that_is_wrong_misses_nothing(hubspot: Desk) -> None:
    hubspot.book.clock = lambda: hubspot.now + 7200
    hubspot.book.add(20)
    hubspot.round()
    hubspot.book.call()
    hubspot.round()
    assert hubspot.facts == hubspot.account.truth()


def test_a_stamp_of_the_far_future_hides_no_later_change(hubspot: Desk) -> None:
    hubspot.book.call(changed=hubspot.book.now() + 300 * _DAY_MS)
    hubspot.book.add(3)
    hubspot.round()
    hubspot.now += 60
    added = hubspot.book.call()
    hubspot.round()
    assert str(added) in hubspot.facts


def test_a_deleted_call_is_gone_until_it_is_restored(hubspot: Desk) -> None:
    number = hubspot.book.call()
    hubspot.round()
    hubspot.book.archive(number)
    assert [str(number)] in [list(page.gone) for page in hubspot.round()]
    assert hubspot.part().is_gone(str(number), hubspot.instant)
    hubspot.now += 60
    hubspot.book.restore(number)
    hubspot.round()
    assert list(hubspot.facts) == [str(number)]


def test_many_deleted_calls_are_listed_no_more_than_once_an_hour(hubspot: Desk) -> None:
    for number in hubspot.book.add(250):
        hubspot.book.archive(number)
    assert len({each for page in hubspot.round() for each in page.gone}) == 250
    hubspot.now += 1800
    assert [page.gone for page in hubspot.round()] == [()]
    hubspot.now += 1801
    assert sum(len(page.gone) for page in hubspot.round()) == 250


def test_a_place_in_the_deleted_list_that_is_forgotten_ends_the_reading(hubspot: Desk) -> None:
    for number in hubspot.book.add(250):
        hubspot.book.archive(number)
    hubspot.page()
    hubspot.place.spoil = lambda _, asked, told: Told(400) if "after" in asked.query else None
    assert [page.more for page in hubspot.round()] == [False]


def test_a_call_that_is_not_over_is_read_again(hubspot: Desk) -> None:
    number = hubspot.book.call(hs_call_status="IN_PROGRESS", hs_call_duration=None)
    assert hubspot.round()[0].unfinished == [str(number)]
    assert hubspot.facts == {}
    hubspot.book.edit(number, hs_call_status="COMPLETED", hs_call_duration="5000")
    (call,) = hubspot.part().again([str(number), "no id", "5"], hubspot.instant).facts
    assert isinstance(call, Call)
    assert call.talk_us == 5_000_000


def test_one_bad_record_is_refused_and_the_others_are_taken(hubspot: Desk) -> None:
    bad = hubspot.book.call(hs_call_duration="minutes")
    hubspot.book.call()
    page = hubspot.round()[0]
    assert (len(page.facts), page.read) == (1, 2)
    assert [(each.external_id, each.places["value"]) for each in page.refused] == [
        (str(bad), "minutes")
    ]


def test_a_record_without_a_sensible_stamp_holds_nothing_up(hubspot: Desk) -> None:
    hubspot.book.add(3)

    def spoil(number: int, asked: Asked, told: Told) -> Told | None:
        results = told.body["results"] if asked.path.endswith("/search") else []
        odd = [{**each, "properties": {**each["properties"], "hs_lastmodifieddate": {}}}
               for each in results]  # fmt: skip
        return told._replace(body={**told.body, "results": odd}) if odd else None

    hubspot.place.spoil = spoil
    hubspot.round()
    assert hubspot.facts == hubspot.account.truth()


@pytest.mark.parametrize(
    "body",
    [
        None, [], {}, {"total": 3}, {"results": []}, {"total": "many", "results": []},
        {"total": -1, "results": []}, {"total": 10**30, "results": []},
        {"total": 1, "results": {}}, {"total": 1, "results": [7]}, {"total": 1, "results": [{}]},
    ],
)  # fmt: skip
def test_an_answer_that_makes_no_sense_ends_the_round(hubspot: Desk, body: object) -> None:
    hubspot.place.spoil = lambda _, asked, told: told._replace(body=body)
    with pytest.raises(Failure, match="not what Talktally expects"):
        hubspot.round()


def test_a_text_is_counted_and_its_body_is_dropped(hubspot: Desk) -> None:
    hubspot.book.text(hs_communication_body="<p>Caf&eacute;?</p>")
    hubspot.book.text(hs_communication_channel_type="WHATS_APP")
    hubspot.round("texts")
    (text,) = hubspot.facts.values()
    assert isinstance(text, Text)
    assert (text.counted, text.characters, text.agent) == (1, 5, "Ada Agent")


@pytest.mark.usefixtures("small_pages")
def test_texts_of_the_last_weeks_are_read_again_each_day_to_tell_which_were_deleted(
    hubspot: Desk,
) -> None:
    texts = [hubspot.book.text() for _ in range(7)]
    hubspot.now += 1200
    assert {page.span for page in hubspot.round("texts")} == {None}
    hubspot.book.archive(texts[0])
    hubspot.now += 90_000
    hubspot.round("texts")
    hubspot.now += 90_000
    pages = hubspot.round("texts")
    assert [(page.begins, page.span is None) for page in pages] == [(True, True), (False, False)]
    assert [fact.external_id for page in pages for fact in page.facts] == [*map(str, texts[1:])]
    assert hubspot.part("texts").is_gone(str(texts[0]), hubspot.instant)


@pytest.mark.usefixtures("small_pages")
def test_pages_with_their_records_twice_and_in_any_order_are_read_as_they_should_be(
    hubspot: Desk,
) -> None:
    hubspot.book.add(23)
    hubspot.place.spoil = _shuffled
    hubspot.round()
    assert hubspot.facts == hubspot.account.truth()


def _shuffled(number: int, asked: Asked, told: Told) -> Told | None:
    if not asked.path.endswith("/search") or told.status != 200:
        return None
    results = [*told.body["results"], *told.body["results"][:2]]
    Random(number).shuffle(results)  # noqa: S311 - any order
    return told._replace(body={**told.body, "results": results})


@pytest.mark.usefixtures("small_pages")
def test_a_page_that_comes_once_more_is_asked_for_again(hubspot: Desk) -> None:
    hubspot.book.add(23)
    hubspot.place.spoil = _Late()
    hubspot.round()
    assert hubspot.facts == hubspot.account.truth()


class _Late:
    """Answers every third question with the answer before it."""

    def __init__(self) -> None:
        self.before: Told | None = None

    def __call__(self, number: int, asked: Asked, told: Told) -> Told | None:
        if not asked.path.endswith("/search"):
            return None
        before, self.before = self.before, told
        return before if number % 3 == 2 else None


@pytest.mark.usefixtures("small_pages")
def test_a_page_that_comes_for_ever_ends_the_round(hubspot: Desk) -> None:
    hubspot.book.add(23)
    hubspot.page()
    first: list[Told] = []

    def spoil(number: int, asked: Asked, told: Told) -> Told:
        first.append(told)
        return first[0]

    hubspot.place.spoil = spoil
    hubspot.page()
    with pytest.raises(Failure, match="again and again") as caught:
        hubspot.page()
    assert caught.value.kind is FailureKind.BROKEN


@pytest.mark.usefixtures("small_pages")
def test_pages_that_were_left_out_are_noticed(hubspot: Desk) -> None:
    ids = hubspot.book.add(23, days=20)
    gaps = iter([True])

    def spoil(number: int, asked: Asked, told: Told) -> Told | None:
        paging = asked.path.endswith("/search") and asked.document["limit"] == 5
        if not paging or not next(gaps, False):
            return None
        known = [hubspot.book.known("calls", each).told(()) for each in ids[-5:]]
        return told._replace(body={"total": 23, "results": known})

    hubspot.place.spoil = spoil
    hubspot.round()
    assert len(hubspot.facts) == 23


def test_times_are_read_however_hubspot_writes_them(hubspot: Desk) -> None:
    stamp = hubspot.book.now()
    one, other = (hubspot.book.call(hs_timestamp=each) for each in (iso(stamp), str(stamp)))
    hubspot.round()
    assert hubspot.facts[str(one)].start == hubspot.facts[str(other)].start == stamp * 1000
