"""Listening on a port."""

import asyncio
import logging
import socket

import pytest

from app.server.web.serving import Struck, is_trouble, listen


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_small_answers_need_not_wait_for_a_full_packet(host: str) -> None:
    with listen(host, 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP


def test_a_line_of_the_log_begins_with_its_instant_and_holds_no_number() -> None:
    record = logging.LogRecord("talktally.server", 30, "", 0, "It was +14155550188", None, None)
    record.created = 1_795_337_825.0
    line = Struck().format(record)
    assert line == "2026-11-22T08:57:05Z WARNING talktally.server: It was ***"


@pytest.mark.parametrize(
    ("error", "told"), [(None, True), (OSError(), True), (asyncio.CancelledError(), False)]
)
def test_a_request_cut_off_by_the_end_is_no_trouble(
    error: BaseException | None, *, told: bool
) -> None:
    caught = None if error is None else (type(error), error, None)
    record = logging.LogRecord("uvicorn.error", 40, "", 0, "It broke", None, caught)
    assert is_trouble(record) is told
