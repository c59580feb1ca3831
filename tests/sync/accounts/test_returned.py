"""A call that was restored in HubSpot counts again, also where its stamp tells nothing of that."""

from dataclasses import replace
from pathlib import Path

from app.domain.instant import DAY, SECOND
from tests.support.long_run import counting
from tests.support.worlds import facts_told, hubspot_world


def test_a_call_restored_without_a_new_stamp_counts_again_within_a_day(tmp_path: Path) -> None:
    world = hubspot_world(30)
    book = world.provider.book
    number = book.listed("calls", archived=False)[7].id
    with world.desk(tmp_path / "desk") as (desk, _):
        desk.good_round()
        book.archive(number)
        desk.good_round()
        assert len(counting(desk)) == 29 + 3
        book._store(replace(book._of(number), archived=False, shown={}))
        world.time.pass_by(DAY // SECOND)
        desk.good_round()
        assert counting(desk) == facts_told(world.truth(), tmp_path / "truth")
