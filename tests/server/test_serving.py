"""Listening on a port."""

import socket

import pytest

from app.server.serving import listen


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_small_answers_need_not_wait_for_a_full_packet(host: str) -> None:
    with listen(host, 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP
