"""Whatever goes wrong while a provider is asked, nothing of the key is in what is raised."""

import traceback
from base64 import b64encode
from collections.abc import Callable

import pytest

from app.actions.add_account import add_account
from app.domain.connection import Key, NewConnection, Provider
from app.domain.problem import Problem
from app.ledger.ledger import Ledger
from app.machine.secrets import Secrets
from app.remote.http import Peer
from app.sync.accounts.opener import opening
from tests.support.connecting import ledger, secrets
from tests.support.meters import NOW
from tests.support.providers import aircall_company, twilio_company
from tests.support.providers.hubspot import hubspot
from tests.support.providers.place import Asked, Hangup, Place, Told, placed
from tests.support.providers.place import Provider as Server
from tests.support.readers import no_wait

__all__ = ["ledger", "secrets"]

_WORD, _USER = "pat-eu1-9b1fe77c-not-to-be-seen", "SK" + "9b1fe77c" * 4
_SERVERS: dict[Provider, Callable[[], Server]] = {
    Provider.HUBSPOT: lambda: hubspot(lambda: float(aircall_company.NOON)),
    Provider.AIRCALL: lambda: aircall_company.served(aircall_company.company()),
    Provider.TWILIO: lambda: twilio_company.customer(lambda: twilio_company.NOON),
}


def _hang_up(_number: int, _asked: Asked, _told: Told) -> bytes:
    raise Hangup(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{")


def _echo(_number: int, asked: Asked, _told: Told) -> Told:
    """Answer with the very header that was sent."""
    return Told(500, {"message": asked.headers["authorization"], "detail": _WORD})


def _redirect(_number: int, asked: Asked, _told: Told) -> Told:
    return Told(302, {}, {"location": f"http://127.0.0.1:1/{asked.headers['authorization']}"})


def _nonsense(_number: int, asked: Asked, _told: Told) -> bytes:
    sent = asked.headers["authorization"].encode()
    return b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n" + sent * 20


def _not_http(_number: int, asked: Asked, _told: Told) -> bytes:
    return asked.headers["authorization"].encode()


_FAULTS = [None, _hang_up, _echo, _redirect, _nonsense, _not_http]


@pytest.mark.parametrize("fault", _FAULTS)
@pytest.mark.parametrize("provider", Provider)
def test_nothing_of_a_key_is_in_what_is_raised(
    ledger: Ledger,
    secrets: Secrets,
    provider: Provider,
    fault: Callable[[int, Asked, Told], bytes | Told] | None,
) -> None:
    with placed(_SERVERS[provider]()) as place:
        place.spoil = fault
        problem = _problem_of(provider, place, ledger, secrets)
    told = "".join(traceback.format_exception(problem)) + f"{problem.places!r}"
    packed = b64encode(f"{_USER}:{_WORD}".encode()).decode()
    for hidden in (_WORD, _USER, packed, packed[8:40]):
        assert hidden not in told


def _problem_of(provider: Provider, place: Place, ledger: Ledger, secrets: Secrets) -> Problem:
    user = "" if provider is Provider.HUBSPOT else _USER
    account = twilio_company.SID if provider is Provider.TWILIO else ""
    new = NewConnection(provider, Key(user, _WORD), account=account, address=place.address)
    with pytest.raises(Problem) as caught:
        add_account(ledger, secrets, new, now=NOW, opener=opening(Peer), wait=no_wait)
    return caught.value


@pytest.mark.parametrize("provider", Provider)
def test_a_connection_can_be_written_without_its_key(provider: Provider) -> None:
    new = NewConnection(provider, Key(_USER, _WORD), "Sales")
    for told in (repr(new), str(new), f"{new.key}", repr([new.key])):
        assert _WORD not in told
        assert _USER not in told
