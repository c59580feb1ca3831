"""Whom a proxy says it heard, however it writes that."""

import pytest

from app.server.web.addresses import address_of


@pytest.mark.parametrize(
    ("forwarded", "counted"),
    [
        ("203.0.113.9:4711", "203.0.113.9"),
        ("198.51.100.1:80, 203.0.113.9:4711", "203.0.113.9"),
        ("[2001:db8:1:2::3]:4711", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2::3]", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::3", "2001:db8:1:2::/64"),
        ("nonsense:1", "192.0.2.1"),
    ],
)
def test_the_port_that_a_proxy_writes_is_left_out(forwarded: str, counted: str) -> None:
    headers = [(b"x-forwarded-for", forwarded.encode())]
    scope = {"client": ("192.0.2.1", 4711), "headers": headers}
    assert address_of(scope, behind_proxy=True) == counted
