"""A server is asked safely, whatever it answers."""

import gzip
import logging
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.failure import Failure, FailureKind
from app.domain.problem import EnvironmentProblem
from app.remote.http import Answer, Limits, Peer
from app.remote.proxies import proxy_for
from tests.support.certificates import make_certificate, serving
from tests.support.nasty_server import Behaviour, answering, nasty
from tests.support.tools import needs_tool

TOKEN = "tt_" + "s3cret" * 7 + "x"
#: As long as a busy machine may need; only what never ends is given up soon.
PATIENT = Limits(connect_seconds=30, read_seconds=30, total_seconds=50, answer_bytes=10_000)
SHORT = Limits(connect_seconds=30, read_seconds=0.2, total_seconds=0.4, answer_bytes=10_000)


def asked(behaviour: Behaviour) -> Answer:
    with nasty(behaviour) as server, Peer(server.address, limits=PATIENT) as peer:
        return peer.ask("GET", "/v1/me", headers={"authorization": f"Bearer {TOKEN}"})


def failing(
    address: str, token: str = TOKEN, ca_file: Path | None = None, limits: Limits = PATIENT
) -> Failure:
    with Peer(address, limits=limits, ca_file=ca_file) as peer, pytest.raises(Failure) as caught:
        peer.ask("GET", "/v1/me", headers={"authorization": f"Bearer {token}"})
    assert TOKEN not in repr(caught.value)
    assert caught.value.__cause__ is None
    return caught.value


def failure(behaviour: Behaviour, limits: Limits = PATIENT) -> Failure:
    with nasty(behaviour) as server:
        return failing(server.address, limits=limits)


def test_an_answer_comes_with_its_status_headers_and_body() -> None:
    answer = asked(answering(404, b'{"a": 1}', ETag='"7"'))
    assert (answer.status, answer.headers["etag"], answer.body) == (404, '"7"', b'{"a": 1}')


def test_the_server_is_told_the_program_and_its_version() -> None:
    with nasty(answering()) as server, Peer(server.address) as peer:
        peer.ask("GET", "/v1/me")
    assert b"user-agent: talktally/" in server.asked[0].lower()


def test_a_prefix_of_the_address_stays_in_front() -> None:
    with nasty(answering()) as server, Peer(f"{server.address}/plans/") as peer:
        peer.ask("GET", "/v1/me")
    assert server.asked[0].startswith(b"GET /plans/v1/me HTTP/1.1")


def test_a_server_that_drips_its_answer_for_ever_is_given_up() -> None:
    def drip(_request: bytes) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
        while True:
            yield b" " * 10
            quiet.wait(0.02)

    quiet = threading.Event()
    assert failure(drip, SHORT).kind is FailureKind.OFFLINE


def test_a_server_that_drips_the_head_of_its_answer_is_given_up() -> None:
    def drip(_request: bytes) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        while True:
            yield b"x"
            quiet.wait(0.02)

    quiet = threading.Event()
    assert failure(drip, SHORT).kind is FailureKind.OFFLINE


def test_a_server_that_says_nothing_is_given_up() -> None:
    def silent(_request: bytes) -> Iterator[bytes]:
        quiet.wait(1)
        yield b""

    quiet = threading.Event()
    assert failure(silent, SHORT).kind is FailureKind.OFFLINE


def test_an_endless_answer_is_not_read_to_its_end() -> None:
    def endless(_request: bytes) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n\r\n"
        while True:
            yield b" " * 5_000

    assert failure(endless).kind is FailureKind.BROKEN


def test_an_answer_that_inflates_is_not_unpacked_to_its_end() -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    assert failure(answering(200, bomb, Content_Encoding="gzip")).kind is FailureKind.BROKEN


def test_an_answer_of_exactly_the_limit_is_read() -> None:
    body = gzip.compress(b" " * PATIENT.answer_bytes)
    answer = asked(answering(200, body, Content_Encoding="gzip"))
    assert answer.body == b" " * PATIENT.answer_bytes


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", b"not packed"),
        ("gzip", gzip.compress(b"{}", mtime=0)[:-9]),
        ("br", b"whatever"),
        ("deflate", zlib.compress(b"{}")[2:]),
    ],
)
def test_what_cannot_be_unpacked_is_nonsense(encoding: str, body: bytes) -> None:
    assert failure(answering(200, body, Content_Encoding=encoding)).kind is FailureKind.BROKEN


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 banana\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
    ],
)
def test_what_is_no_http_is_told_as_a_connection_that_broke_off(answer: bytes) -> None:
    assert failure(lambda _: [answer]).kind is FailureKind.OFFLINE


def test_a_redirect_is_not_followed() -> None:
    with nasty(answering()) as elsewhere:
        answer = asked(answering(307, Location=f"{elsewhere.address}/v1/me"))
    assert (answer.status, elsewhere.asked) == (307, [])


def test_a_server_that_is_not_there_is_offline() -> None:
    with nasty(answering()) as server:
        address = server.address
    assert failing(address).kind is FailureKind.OFFLINE


def test_a_token_that_cannot_be_sent_is_not_told() -> None:
    with nasty(answering()) as server:
        assert failing(server.address, f"{TOKEN}\n").kind is FailureKind.BROKEN


def test_the_log_never_holds_the_token(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        asked(answering())
    assert TOKEN not in caplog.text


def test_a_proxy_of_the_environment_is_not_asked_for_this_computer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with nasty(answering()) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address)
        assert asked(answering()).status == 200
    assert proxy.asked == []


def test_another_server_is_asked_through_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with nasty(answering(407)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.address.replace("//", "//me:word@"))
        assert failing("https://plans.example").kind is FailureKind.OFFLINE
    assert proxy.asked[0].startswith(b"CONNECT plans.example:443")
    assert TOKEN.encode() not in proxy.asked[0]


def test_the_proxy_of_the_settings_goes_before_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with nasty(answering(407)) as proxy, nasty(answering(407)) as other:
        monkeypatch.setenv("HTTPS_PROXY", other.address)
        with (
            Peer("https://plans.example", proxy=proxy.address, limits=PATIENT) as peer,
            pytest.raises(Failure, match="proxy"),
        ):
            peer.ask("GET", "/")
    assert proxy.asked[0].startswith(b"CONNECT plans.example:443")
    assert other.asked == []


def test_the_setting_none_asks_no_proxy_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    assert proxy_for("https://plans.example", "none") is None
    assert proxy_for("https://plans.example") == "http://127.0.0.1:9"


def test_a_proxy_of_the_settings_is_never_asked_for_this_computer() -> None:
    assert proxy_for("http://127.0.0.1:8080", "http://proxy.example:3128") is None


def test_a_password_is_not_taken_from_the_setting() -> None:
    with pytest.raises(EnvironmentProblem, match="HTTPS_PROXY") as caught:
        proxy_for("https://plans.example", "http://me:word@proxy.example:3128")
    assert "word@" not in str(caught.value)


@pytest.mark.parametrize("setting", ["socks5://proxy.example:1080", "http://", "http://[", "://"])
def test_a_setting_that_is_no_proxy_is_told(setting: str) -> None:
    with pytest.raises(EnvironmentProblem, match="cannot be used"):
        proxy_for("https://plans.example", setting)


def test_a_proxy_of_an_unknown_kind_is_told_without_its_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://me:word@proxy.example:1080")
    with pytest.raises(EnvironmentProblem, match=r"proxy\.example:1080") as caught:
        Peer("https://plans.example")
    assert "word" not in str(caught.value)


@needs_tool("openssl")
def test_a_certificate_nobody_vouches_for_is_refused_before_anything_is_sent(
    tmp_path: Path,
) -> None:
    context = serving(make_certificate(tmp_path))
    with nasty(answering(), context) as server:
        assert failing(server.address).kind is FailureKind.CERTIFICATE
    assert server.asked == []


@needs_tool("openssl")
def test_a_certificate_of_another_host_is_refused(tmp_path: Path) -> None:
    certificate = make_certificate(tmp_path, "elsewhere.example")
    with nasty(answering(), serving(certificate)) as server:
        found = failing(server.address, ca_file=certificate)
    assert found.kind is FailureKind.CERTIFICATE


@needs_tool("openssl")
def test_a_certificate_of_the_companys_own_file_is_believed(tmp_path: Path) -> None:
    certificate = make_certificate(tmp_path)
    with (
        nasty(answering(), serving(certificate)) as server,
        Peer(server.address, ca_file=certificate) as peer,
    ):
        assert peer.ask("GET", "/v1/me").status == 200


@needs_tool("openssl")
def test_a_variable_that_leads_nowhere_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    certificate = make_certificate(tmp_path)
    with (
        nasty(answering(), serving(certificate)) as server,
        Peer(server.address, ca_file=certificate) as peer,
    ):
        assert peer.ask("GET", "/v1/me").status == 200


def test_a_file_of_certificates_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("nothing")
    for name in ("ca.pem", "missing.pem"):
        with pytest.raises(EnvironmentProblem, match=name):
            Peer("https://plans.example", ca_file=tmp_path / name)


def test_a_server_that_speaks_no_tls_is_not_asked_without() -> None:
    with nasty(answering(400)) as server:
        found = failing(server.address.replace("http:", "https:"), limits=SHORT)
    assert found.kind in {FailureKind.CERTIFICATE, FailureKind.OFFLINE}
    assert all(TOKEN.encode() not in each for each in server.asked)
