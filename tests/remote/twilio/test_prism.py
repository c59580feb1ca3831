"""Another reading of Twilio's own files than ours: Prism accepts what is asked."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.connection import Connection, Key, Provider
from app.remote.http import Peer
from app.remote.twilio.connect import open_twilio
from app.remote.twilio.places import Place, Reading, written
from app.remote.twilio.reader import TwilioReader
from tests.support.contract_of import SPECS
from tests.support.prism import prism
from tests.support.providers.twilio_company import NOON

SID = "AC" + "a" * 32
BETWEEN = written(Place(Reading.NONE, "2026-11-20", "2026-11-20"))


@contextmanager
def served(spec: str) -> Iterator[TwilioReader]:
    """Open the account that one of Twilio's files invents."""
    with prism(SPECS / spec) as address, Peer(address) as peer:
        connection = Connection(1, Provider.TWILIO, "Sales", SID, address=address)

        def wait(_: object) -> None:
            raise AssertionError

        yield open_twilio(
            peer, Key(SID, "token"), connection, pricing=lambda: Peer(address), wait=wait
        )


def test_prism_accepts_every_question_to_twilio() -> None:
    with served("twilio_api_v2010.trimmed.json") as reader:
        assert reader.look().account == SID
        calls, texts, *_ = reader.parts({})
        for part in (calls, texts):
            # Where the samples go on is not followed: that link breaks the file's own rules.
            assert part.page("", NOON).read
            assert part.page(BETWEEN, NOON).read
        assert calls.again(["CA" + "b" * 32], NOON).read == 1
        assert texts.again(["SM" + "b" * 32], NOON).read == 1
        assert not calls.is_gone("CA" + "b" * 32, NOON)
        assert reader.balance(NOON) is not None
        assert reader.usage(NOON).categories


def test_prism_accepts_every_question_about_prices() -> None:
    with served("twilio_pricing_v2.voice.json") as reader:
        assert [row.destination for row in reader.prices(["US"], NOON)][:2] == ["1907", "1808"]
    with served("twilio_pricing_v1.messaging.json") as reader:
        assert {row.unit for row in reader.prices(["US"], NOON)} == {"sms"}
