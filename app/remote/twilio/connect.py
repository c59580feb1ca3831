"""Opens an account at Twilio with its key, for one round."""

import base64
from collections.abc import Callable

from app.domain.connection import Connection, Key
from app.domain.problem import UsageProblem, mark
from app.remote.asking import Asking, NoPace
from app.remote.http import Peer
from app.remote.pages import Wait
from app.remote.twilio.failures import refusal
from app.remote.twilio.links import ADDRESS
from app.remote.twilio.prices import PRICING_ADDRESS
from app.remote.twilio.reader import TwilioReader
from app.remote.twilio.record import is_account

_NO_SID = mark("{account} is no Account SID: it begins with AC, and 32 digits and letters follow.")
_SHOWN = 40


def open_twilio(
    peer: Peer,
    key: Key,
    connection: Connection,
    *,
    pricing: Callable[[], Peer],
    wait: Wait,
    jitter: Callable[[], float] = lambda: 0.0,
) -> TwilioReader:
    """Return the reader of an account; nothing is asked yet. UsageProblem without an Account SID.

    ``peer`` is that of :func:`address_of`; ``pricing`` opens that of :func:`pricing_address_of`,
    once prices are asked for, and it is closed again.
    """
    if not is_account(connection.account):
        raise UsageProblem(_NO_SID, account=connection.account[:_SHOWN])
    headers = {"authorization": _basic(key)}

    def asking(asked: Peer) -> Asking:
        return Asking(asked, headers, refusal, wait, NoPace(), jitter)

    return TwilioReader(
        asking(peer),
        lambda: asking(pricing()),
        account=connection.account,
        options=connection.options,
        is_main_token=key.user == connection.account,
    )


def address_of(connection: Connection) -> str:
    """Return where the account is asked."""
    return connection.address or ADDRESS


def pricing_address_of(connection: Connection) -> str:
    """Return where prices are asked: a gateway or a local server stands for that one too."""
    return connection.address or PRICING_ADDRESS


def _basic(key: Key) -> str:
    return "Basic " + base64.b64encode(f"{key.user}:{key.word}".encode()).decode()
