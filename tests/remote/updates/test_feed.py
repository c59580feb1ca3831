"""News of versions are taken from their signed file alone, whatever else a server does."""

import threading
from collections.abc import Callable, Iterable, Iterator

import pytest

from app.domain.failure import Failure, FailureKind
from app.domain.problem import Problem, UsageProblem
from app.domain.update_news import News
from app.domain.updates import Source
from app.remote.http import Limits, Peer
from app.remote.updates.feed import LIMITS, fetch_news
from tests.support.minisign import Signer
from tests.support.nasty_server import Behaviour, answering, nasty
from tests.support.update_feed import SIGNER, Feed, feed

#: As long as a busy machine may need; only what never ends is given up soon.
PATIENT = Limits(connect_seconds=30, read_seconds=30, total_seconds=50, answer_bytes=16_384)
SHORT = Limits(connect_seconds=30, read_seconds=0.3, total_seconds=0.6, answer_bytes=16_384)


def fetch(address: str, key: str = SIGNER.public, limits: Limits = LIMITS) -> News:
    return fetch_news(Source(address, key), lambda folder: Peer(folder, limits=limits))


def refused(address: str, key: str = SIGNER.public, limits: Limits = LIMITS) -> Problem:
    with pytest.raises(Problem) as caught:
        fetch(address, key, limits)
    return caught.value


def answered(behaviour: Behaviour, limits: Limits = PATIENT) -> Problem:
    with nasty(behaviour) as server:
        return refused(f"{server.address}/updates.json", limits=limits)


@pytest.fixture
def published() -> Iterator[Feed]:
    with feed() as made:
        yield made


def test_signed_news_are_read(published: Feed) -> None:
    assert str(fetch(published.address).version) == "9.0.0"


def test_nothing_is_said_of_who_asks(published: Feed) -> None:
    fetch(published.address)
    head = published.asked[0].lower().decode()
    names = {line.split(":")[0] for line in head.split("\r\n")[1:] if line}
    assert names == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert "user-agent: talktally\r\n" in head


def test_a_cookie_is_not_brought_back(published: Feed) -> None:
    def with_cookie(request: bytes) -> Iterable[bytes]:
        found = published.signature if b".minisig" in request else published.content
        return answering(200, found, **{"Set-Cookie": "id=1; Path=/"})(request)

    with nasty(with_cookie) as server:
        fetch(f"{server.address}/updates.json")
    assert len(server.asked) == 2
    assert b"cookie" not in server.asked[1].lower()


def _altered(published: Feed) -> None:
    published.content = published.content.replace(b"9.0.0", b"9.0.1")


def _comment(published: Feed) -> None:
    published.signature = published.signature.replace(b"a test", b"a fest")


def _cut_off(published: Feed) -> None:
    published.content = published.content[:-1]


def _half_signed(published: Feed) -> None:
    published.signature = published.signature[: len(published.signature) // 2]


def _swapped(published: Feed) -> None:
    published.signature = SIGNER.sign(b"another file")


def _other_key(published: Feed) -> None:
    published.publish(Signer(8))


def _other_key_with_our_id(published: Feed) -> None:
    published.publish(Signer(8, key_id=SIGNER.key_id))


def _no_signature(published: Feed) -> None:
    published.signature = b""


@pytest.mark.parametrize(
    "spoil",
    [_altered, _comment, _cut_off, _half_signed, _swapped, _other_key, _other_key_with_our_id,
     _no_signature],
)  # fmt: skip
def test_what_is_not_signed_is_passed_over(published: Feed, spoil: Callable[[Feed], None]) -> None:
    spoil(published)
    problem = refused(published.address)
    assert isinstance(problem, Failure)
    assert problem.kind is FailureKind.CERTIFICATE
    assert "not signed by the makers" in str(problem)


def test_signed_nonsense_is_passed_over(published: Feed) -> None:
    published.content = b"0123abcd  talktally_9.0.0_amd64.deb\n"
    published.signature = SIGNER.sign(published.content)
    assert "makes no sense" in str(refused(published.address))


@pytest.mark.parametrize("page", ["javascript:alert(1)", "file:///etc/passwd", "http://e.com/"])
def test_a_signed_link_that_is_none_of_the_web_is_passed_over(published: Feed, page: str) -> None:
    published.publish(page=page)
    assert "makes no sense" in str(refused(published.address))


def test_a_key_that_is_none_asks_nobody(published: Feed) -> None:
    assert "makes no sense, so nobody was asked" in str(refused(published.address, "no key"))
    assert published.asked == []


def test_an_answer_without_end_is_given_up() -> None:
    assert "far more than it should" in str(answered(answering(200, b"x" * 20_000)))


def test_an_answer_that_drips_is_given_up() -> None:
    quiet = threading.Event()

    def drip(_request: bytes) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n"
        while True:
            yield b" "
            quiet.wait(0.02)

    assert "did not answer in time" in str(answered(drip, SHORT))


def test_nobody_follows_to_another_address(published: Feed) -> None:
    moved = answering(302, b"", Location=published.address)
    assert "sends Talktally to another address" in str(answered(moved))
    assert published.asked == []


@pytest.mark.parametrize(
    ("status", "said"), [(404, "has no news"), (500, "trouble of its own"), (204, "has no news")]
)
def test_another_answer_is_told_with_its_status(status: int, said: str) -> None:
    problem = str(answered(answering(status, b"")))
    assert said in problem
    assert str(status) in problem


@pytest.mark.parametrize(
    "address",
    ["http://example.com/updates.json", "ftp://example.com/updates.json", "file:///etc/passwd"],
)
def test_only_https_is_asked_but_on_this_computer(address: str) -> None:
    assert isinstance(refused(address), UsageProblem)


def test_nobody_there_is_told() -> None:
    with nasty(answering()) as server:
        address = server.address
    assert "cannot be reached" in str(refused(f"{address}/updates.json"))


def test_a_bare_host_is_asked_for_the_usual_name() -> None:
    with nasty(answering(404)) as server:
        refused(server.address)
    assert server.asked[0].startswith(b"GET /updates.json HTTP/1.1")
