"""Whether somebody listens at a port, seen without a connection."""

import socket
from pathlib import Path

import pytest

from app.machine.listening import is_listened_to


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="only Linux tells it in a file")
def test_a_listener_is_seen_and_hears_nothing_of_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        listener.setblocking(False)
        assert is_listened_to(port) is True
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert is_listened_to(port) is False


def test_a_connection_is_no_listener(tmp_path: Path) -> None:
    head = "  sl  local_address rem_address   st tx_queue\n"
    line = "   0: 0100007F:115C 0100007F:9C40 {state} 00000000:00000000 00:00000000\n"
    (tmp_path / "tcp").write_text(head + line.format(state="01"))
    assert is_listened_to(4444, tmp_path) is False
    (tmp_path / "tcp").write_text(head + line.format(state="0A"))
    assert is_listened_to(4444, tmp_path) is True


def test_a_system_without_such_a_table_says_nothing(tmp_path: Path) -> None:
    assert is_listened_to(4444, tmp_path) is None
