"""Request limits by address and by token, and whom a forwarded address belongs to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.server.settings import ServerSettings
from app.server.web.addresses import address_of
from app.server.web.limits import Allowance
from tests.support.server_app import BASE, ServerApp

_SECOND = 1_000_000


@pytest.fixture
def kind() -> str:
    """One kind of database will do: none is asked yet."""
    return "sqlite"


def scope_of(client: str, *forwarded: str) -> dict[str, object]:
    headers = [(b"x-forwarded-for", each.encode("latin-1")) for each in forwarded]
    return {"client": (client, 4711), "headers": headers}


def test_a_minutes_worth_may_come_at_once() -> None:
    allowance = Allowance(60)
    assert [allowance.take(b"a", 100 * _SECOND) for _ in range(61)] == [*([0] * 60), 1]


def test_what_was_taken_fills_up_again() -> None:
    allowance = Allowance(60)
    for _ in range(60):
        allowance.take(b"a", 100 * _SECOND)
    assert allowance.take(b"a", 101 * _SECOND) == 0
    assert allowance.take(b"a", 101 * _SECOND) == 1


def test_others_are_not_touched() -> None:
    allowance = Allowance(1)
    assert allowance.take(b"a", 0) == 0
    assert allowance.take(b"a", 0) == 60
    assert allowance.take(b"b", 0) == 0


@given(st.lists(st.integers(0, 200 * _SECOND), max_size=300), st.integers(1, 100))
def test_no_minute_sees_more_than_twice_its_worth(steps: list[int], per_minute: int) -> None:
    allowance = Allowance(per_minute)
    taken = [at for at in sorted(steps) if allowance.take(b"a", at) == 0]
    for first in taken:
        within = [at for at in taken if first <= at < first + 60 * _SECOND]
        assert len(within) <= 2 * per_minute


def test_an_address_that_asks_too_often_is_told_to_wait(server: ServerApp) -> None:
    limited = ServerApp(server.database, ServerSettings(BASE, address_per_minute=2))
    statuses = [limited.ask("GET", "/join").status_code for _ in range(3)]
    refused = limited.ask("GET", "/join")
    assert statuses == [200, 200, 429]
    assert refused.json()["reason"] == "too_many"
    assert 0 < int(refused.headers["Retry-After"]) <= 30  # its clock is the real one
    limited.address = "203.0.113.9"
    assert limited.ask("GET", "/join").status_code == 200


def test_a_token_that_asks_too_often_is_told_to_wait(server: ServerApp) -> None:
    limited = ServerApp(server.database, ServerSettings(BASE, token_per_minute=2))
    someone = limited.new_member(limited.new_company())
    statuses = []
    for number in range(3):
        limited.address = f"203.0.113.{number}"
        statuses.append(limited.ask("GET", "/v1/me", someone).status_code)
    assert statuses == [200, 200, 429]


def test_health_is_answered_however_often_it_is_asked(server: ServerApp) -> None:
    limited = ServerApp(server.database, ServerSettings(BASE, address_per_minute=1))
    assert {limited.ask("GET", "/health/live").status_code for _ in range(3)} == {200}


def test_a_forwarded_address_is_believed_behind_a_proxy_alone() -> None:
    scope = scope_of("192.0.2.1", "203.0.113.9")
    assert address_of(scope, behind_proxy=False) == "192.0.2.1"
    assert address_of(scope, behind_proxy=True) == "203.0.113.9"


@pytest.mark.parametrize(
    "forwarded", [("198.51.100.1, 203.0.113.9",), ("198.51.100.1", "203.0.113.9")]
)
def test_what_a_client_writes_before_the_proxy_is_not_believed(forwarded: tuple[str, ...]) -> None:
    assert address_of(scope_of("192.0.2.1", *forwarded), behind_proxy=True) == "203.0.113.9"


@pytest.mark.parametrize("forwarded", ["", "unknown", "ü", "1.2.3", ":80"])
def test_a_forwarded_address_that_is_none_is_passed_over(forwarded: str) -> None:
    assert address_of(scope_of("192.0.2.1", forwarded), behind_proxy=True) == "192.0.2.1"


def test_addresses_of_one_network_count_together() -> None:
    ours = address_of(scope_of("2001:db8:1:2:aaaa::1"), behind_proxy=False)
    assert ours == address_of(scope_of("2001:db8:1:2::9"), behind_proxy=False)
    assert ours != address_of(scope_of("2001:db8:1:3::9"), behind_proxy=False)
    assert address_of(scope_of("::ffff:192.0.2.1"), behind_proxy=False) == "192.0.2.1"
