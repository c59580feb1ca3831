"""A server that desktops reach by TLS which it does not speak itself is behind a proxy."""

from pathlib import Path

from tests.support.console import Console


def test_a_proxy_in_front_must_be_told_of(tmp_path: Path) -> None:
    answer = Console(tmp_path / "data").run("serve", "--public-url", "https://plans.example.com")
    assert (answer.code, "--behind-proxy" in answer.err) == (2, True)
    assert not (tmp_path / "data" / "server.db").exists()
