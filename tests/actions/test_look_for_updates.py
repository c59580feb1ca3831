"""Looking for a newer version: once a day by itself, for all programs of a person together."""

import json
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.actions.look_for_updates import look_if_due, look_now
from app.actions.updates_now import updates_now
from app.domain.instant import Instant, instant
from app.domain.problem import EnvironmentProblem, Problem
from app.domain.updates import UpdatesNow, WhyNot
from app.machine.settings import Settings, save_settings
from app.machine.updates_kept import FILE_NAME, only_one
from tests.support.certificates import make_certificate, serving
from tests.support.minisign import Signer
from tests.support.nasty_server import answering, nasty
from tests.support.tools import needs_tool
from tests.support.update_feed import Feed, feed

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass
class Place:
    """A data folder on a computer whose administrator named a feed."""

    folder: Path
    feed: Feed
    environ: dict[str, str]

    def by_itself(self, **later: float) -> UpdatesNow:
        return look_if_due(self.folder, self.environ, lambda: at(**later), lambda: 0.0)

    def asked_for(self, **later: float) -> UpdatesNow:
        return look_now(self.folder, self.environ, lambda: at(**later), lambda: 0.0)

    def choose(self, *, look: bool) -> None:
        save_settings(self.folder, Settings(look_for_updates=look))


def at(**later: float) -> Instant:
    return instant(NOON + timedelta(**later))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    with feed() as made:
        yield Place(folder, made, made.decide(tmp_path / "etc"))


def test_a_newer_version_is_found_and_known_without_asking_again(place: Place) -> None:
    found = place.by_itself()
    assert str(found.newer and found.newer.version) == "9.0.0"
    assert (found.looked.asked, found.looked.answered, found.server) == (at(), at(), "127.0.0.1")
    assert updates_now(place.folder, place.environ) == found
    assert len(place.feed.asked) == 1


def test_it_asks_once_a_day_whatever_is_started_how_often(place: Place) -> None:
    for hours in (0, 1, 23, 24, 25, 47):
        place.by_itself(hours=hours)
    assert len(place.feed.asked) == 2


def test_several_programs_at_once_ask_once(place: Place) -> None:
    with ThreadPoolExecutor(8) as programs:
        found = [each.result() for each in [programs.submit(place.by_itself) for _ in range(8)]]
    assert len(place.feed.asked) == 1
    assert any(each.newer for each in found)


def test_a_clock_that_was_set_back_asks_no_sooner(place: Place) -> None:
    place.by_itself()
    for days in (-30, -29.5):
        place.by_itself(days=days)
    assert len(place.feed.asked) == 1
    place.by_itself(days=-29)
    assert len(place.feed.asked) == 2


def test_who_turned_it_off_asks_nobody_but_may_ask_by_hand(place: Place) -> None:
    place.choose(look=False)
    assert place.by_itself().why_not is WhyNot.SETTING
    assert place.feed.asked == []
    assert place.asked_for().newer is not None
    assert len(place.feed.asked) == 1


def test_where_the_administrator_forbids_it_nobody_is_asked(place: Place, tmp_path: Path) -> None:
    place.environ = place.feed.decide(tmp_path / "never", 'updates = "never"')
    assert place.by_itself().why_not is WhyNot.ROLLOUT
    with pytest.raises(Problem, match="set up this computer"):
        place.asked_for()
    assert place.feed.asked == []


def test_where_the_administrator_forbids_it_nothing_known_is_told_any_more(
    place: Place, tmp_path: Path
) -> None:
    assert place.by_itself().newer is not None
    place.environ = place.feed.decide(tmp_path / "never", 'updates = "never"')
    assert updates_now(place.folder, place.environ).newer is None
    place.environ = place.feed.decide(tmp_path / "etc")
    assert updates_now(place.folder, place.environ).newer is not None


def test_where_the_administrator_wants_it_a_person_cannot_stop_it(
    place: Place, tmp_path: Path
) -> None:
    place.environ = place.feed.decide(tmp_path / "daily", 'updates = "daily"')
    place.choose(look=False)
    assert place.by_itself().newer is not None


def test_a_broken_file_of_the_administrator_asks_nobody(place: Place, tmp_path: Path) -> None:
    place.environ = place.feed.decide(tmp_path / "broken", "updates = never")
    assert place.by_itself().why_not is WhyNot.ROLLOUT_BROKEN
    with pytest.raises(Problem, match=r"rollout\.toml"):
        place.asked_for()
    assert place.feed.asked == []


def test_this_build_names_no_feed_and_says_so(place: Place) -> None:
    place.environ = {}
    assert place.by_itself().why_not is WhyNot.NO_FEED
    with pytest.raises(Problem, match="names nobody"):
        place.asked_for()
    assert not (place.folder / FILE_NAME).exists()


def test_older_news_that_are_sent_again_change_nothing(place: Place) -> None:
    place.by_itself()
    place.feed.publish(date="2026-11-19", version="0.0.9")
    found = place.by_itself(days=1)
    assert str(found.newer and found.newer.version) == "9.0.0"
    assert "older than what is known already" in str(found.looked.problem)


def test_what_another_key_signed_changes_nothing(place: Place) -> None:
    place.by_itself()
    place.feed.publish(Signer(8), version="9.9.9", date="2026-11-22")
    found = place.by_itself(days=1)
    assert str(found.newer and found.newer.version) == "9.0.0"
    assert "not signed" in str(found.looked.problem)
    kept = updates_now(place.folder, place.environ).looked
    assert (kept.news, str(kept.problem)) == (found.looked.news, str(found.looked.problem))


def test_news_of_another_feed_are_forgotten(place: Place, tmp_path: Path) -> None:
    place.by_itself()
    other = f'feed = "https://example.com/updates.json"\nfeed_key = "{Signer(9).public}"\n'
    (tmp_path / "etc" / "talktally" / "rollout.toml").write_text(other)
    found = updates_now(place.folder, place.environ)
    assert (found.newer, found.looked.news) == (None, None)
    assert found.looked.asked == at()


def test_a_network_that_is_away_is_tried_again_in_an_hour(place: Place, tmp_path: Path) -> None:
    with feed() as gone:
        away = gone.decide(tmp_path / "away")
    found = look_if_due(place.folder, away, at, lambda: 1.0)
    assert "cannot be reached" in str(found.looked.problem)
    assert found.looked.due == at(hours=1)


def test_what_is_kept_is_for_its_owner_alone(place: Place) -> None:
    place.by_itself()
    modes = {stat.S_IMODE(each.stat().st_mode) for each in place.folder.glob("updates.*")}
    assert modes == {0o600}


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"[]",
        b"{",
        b'{"asked": "x", "news": 7, "problem": {}}',
        b"[" * 90_000,
        b'{"asked": 1' + b"0" * 30 + b', "due": 1' + b"0" * 40 + b"}",
    ],
)
def test_what_is_kept_and_makes_no_sense_is_as_if_it_were_not_there(
    place: Place, junk: bytes
) -> None:
    (place.folder / FILE_NAME).write_bytes(junk)
    assert place.by_itself().newer is not None


def test_no_other_program_keeps_older_news_between_a_look_and_what_is_kept(place: Place) -> None:
    held: list[bool] = []

    def now() -> Instant:
        with only_one(place.folder) as alone:
            held.append(not alone)
        return at()

    look_now(place.folder, place.environ, now)
    assert held == [False, True]


def test_a_problem_that_was_kept_and_is_no_sentence_is_as_if_it_were_not_there(
    place: Place,
) -> None:
    place.by_itself()
    kept = json.loads((place.folder / FILE_NAME).read_bytes())
    kept["problem"] = {"message": ["a"], "places": {}, "kind": None}
    (place.folder / FILE_NAME).write_text(json.dumps(kept))
    assert place.by_itself().looked.problem is None


def test_who_asks_while_another_program_decides_is_told(place: Place) -> None:
    with only_one(place.folder), pytest.raises(EnvironmentProblem, match="Another"):
        place.asked_for()


def test_a_folder_that_cannot_be_written_is_told_before_anybody_is_asked(place: Place) -> None:
    (place.folder / "updates.lock").mkdir()
    with pytest.raises(EnvironmentProblem, match="cannot be kept"):
        place.asked_for()
    assert place.feed.asked == []


@needs_tool("openssl")
def test_an_authority_of_the_company_is_believed_where_the_settings_name_it(
    tmp_path: Path,
) -> None:
    certificate = make_certificate(tmp_path)
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    with feed(serving(certificate)) as secure:
        assert secure.address.startswith("https://")
        environ = secure.decide(tmp_path / "etc")
        unknown = look_now(folder, environ, at)
        assert "certificate of 127.0.0.1" in str(unknown.looked.problem)
        save_settings(folder, Settings(ca_file=str(certificate)))
        assert look_now(folder, environ, at).newer is not None


def test_the_proxy_of_the_settings_is_gone_through(place: Place) -> None:
    with nasty(answering(502)) as proxy:
        save_settings(place.folder, Settings(proxy=proxy.address))
        environ = _decided_elsewhere(place)
        found = look_now(place.folder, environ, at)
    assert found.looked.problem is not None
    assert proxy.asked[0].startswith(b"CONNECT updates.example.com:443")


def _decided_elsewhere(place: Place) -> dict[str, str]:
    file = Path(place.environ["XDG_CONFIG_DIRS"], "talktally", "rollout.toml")
    text = file.read_text().replace(place.feed.address, "https://updates.example.com/u.json")
    file.write_text(text)
    return place.environ
