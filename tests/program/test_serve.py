"""The plan server as a process: it answers, speaks TLS, and ends when it is told to."""

import signal
import socket
import ssl
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.support.certificates import make_certificate
from tests.support.console import Console
from tests.support.postgres import Postgres
from tests.support.program import run
from tests.support.serving import Serving, serving

pytestmark = [pytest.mark.program, pytest.mark.timeout(180)]
#: Seconds; what httpx waits for by itself is little for a machine that is busy.
_PATIENCE = 30


def company(folder: Path, *words: object) -> str:
    """Make a company; return its owner's code."""
    words = ("server", "company", "Acme Trading", "--owner", "Olive", "--json", *words)
    link = Console(folder).done(*words).json["link"]
    return str(link.partition("#")[2])


def sign_in(server: Serving, code: str, **how: object) -> httpx.Response:
    body = {"code": code, "device": "laptop"}
    return httpx.post(f"{server.url}/v1/sign-in", json=body, timeout=_PATIENCE, **how)  # type: ignore[arg-type]


def test_it_answers_until_it_is_told_to_end(tmp_path: Path) -> None:
    code = company(tmp_path)
    with serving(tmp_path) as server:
        signed_in = sign_in(server, code)
        headers = {"Authorization": f"Bearer {signed_in.json()['token']}"}
        me = httpx.get(f"{server.url}/v1/me", headers=headers, timeout=_PATIENCE)
        assert me.json()["company"]["name"] == "Acme Trading"
        assert "server" not in me.headers
        assert server.stop() == (0, "")


def test_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(30) == 0


def test_its_files_are_private(tmp_path: Path) -> None:
    company(tmp_path / "data")
    with serving(tmp_path / "data") as server:
        httpx.get(f"{server.url}/health/ready", timeout=_PATIENCE).raise_for_status()
        found = {each.name: stat.S_IMODE(each.stat().st_mode) for each in folder_of(tmp_path)}
    assert found["server.db"] == 0o600
    assert set(found.values()) == {0o600}


def folder_of(tmp_path: Path) -> list[Path]:
    return [each for each in (tmp_path / "data").iterdir() if each.is_file()]


def test_it_speaks_tls_with_a_certificate(tmp_path: Path) -> None:
    file = make_certificate(tmp_path / "tls")
    code = company(tmp_path)
    key = file.with_suffix(".key")
    with serving(tmp_path, "--certificate", file, "--key", key) as server:
        assert server.url.startswith("https://127.0.0.1:")
        trust = ssl.create_default_context(cafile=str(file))
        signed_in = sign_in(server, code, verify=trust)
        assert signed_in.status_code == 201
        assert "strict-transport-security" in signed_in.headers
        with pytest.raises(httpx.ConnectError):
            sign_in(server, code)
        assert server.stop() == (0, "")


def test_old_tls_is_not_spoken(tmp_path: Path) -> None:
    file = make_certificate(tmp_path / "tls")
    with serving(tmp_path, "--certificate", file, "--key", file.with_suffix(".key")) as server:
        old = ssl.create_default_context(cafile=str(file))
        old.set_ciphers("ALL:@SECLEVEL=0")
        with pytest.warns(DeprecationWarning, match="TLSv1_1"):
            old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{server.url}/health/live", verify=old, timeout=_PATIENCE)


def test_a_port_in_use_is_told_in_a_sentence(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        port = server.url.rpartition(":")[2]
        second = run(tmp_path, "serve", "--port", port)
    assert second.returncode == 3
    assert second.stderr.decode().count("\n") == 1
    assert f"Port {port}" in second.stderr.decode()


def test_two_copies_on_one_postgresql_know_the_same(tmp_path: Path, postgres: Postgres) -> None:
    file = tmp_path / "database"
    file.write_text(postgres.make())
    code = company(tmp_path, "--database-file", file)
    with (
        serving(tmp_path, "--database-file", file) as one,
        serving(tmp_path, "--database-file", file) as other,
    ):
        with ThreadPoolExecutor(2) as threads:
            answers = list(threads.map(lambda server: sign_in(server, code), (one, other)))
        assert sorted(each.status_code for each in answers) == [201, 403]
        token = next(each.json()["token"] for each in answers if each.status_code == 201)
        for server in (one, other):
            headers = {"Authorization": f"Bearer {token}"}
            me = httpx.get(f"{server.url}/v1/me", headers=headers, timeout=_PATIENCE)
            assert me.status_code == 200
        assert [one.stop(), other.stop()] == [(0, ""), (0, "")]


def test_headers_without_end_are_cut_off(tmp_path: Path) -> None:
    with serving(tmp_path) as server, raw(server) as stream:
        stream.sendall(b"GET /health/live HTTP/1.1\r\nx: " + b"y" * 40_000)
        assert stream.recv(100).startswith(b"HTTP/1.1 400")


def test_what_is_not_http_is_refused(tmp_path: Path) -> None:
    with serving(tmp_path) as server, raw(server) as stream:
        stream.sendall(b"\x16\x03\x01 not http\r\n\r\n")
        assert stream.recv(100).startswith(b"HTTP/1.1 400")
        assert server.stop()[0] == 0


def raw(server: Serving) -> socket.socket:
    host, _, port = server.url.removeprefix("http://").rpartition(":")
    return socket.create_connection((host, int(port)), timeout=_PATIENCE)
