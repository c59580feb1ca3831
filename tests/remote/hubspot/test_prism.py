"""Another reading of the contract than ours: Prism accepts what is asked of HubSpot."""

import pytest

from app.domain.connection import Connection, Key, Options, Provider, Waiting
from app.domain.failure import Failure
from app.domain.instant import SECOND, Instant
from app.remote.http import Peer
from app.remote.hubspot.reader import open_hubspot
from tests.support.contract_of import SPECS
from tests.support.hubspot_desk import NOON
from tests.support.prism import prism


def test_prism_accepts_every_question_to_hubspot() -> None:
    with prism(SPECS / "hubspot_subset.openapi.json") as address:
        for version in ("v3", "2026-09"):
            with Peer(address) as peer:
                _ask_everything(peer, version)


def _ask_everything(peer: Peer, version: str) -> None:
    now, waits = Instant(int(NOON) * SECOND), list[Waiting]()
    connection = Connection(1, Provider.HUBSPOT, "HubSpot", "1", options=Options(version=version))
    reader = open_hubspot(peer, Key("", "token"), connection, wait=waits.append, seconds=lambda: 0)
    assert reader.look().account == "12345678"
    assert [person.name for person in reader.people()] == ["Ada Agent"]
    calls, texts = reader.parts({})
    page = calls.page("", now)
    assert [fact.external_id for fact in page.facts] == ["9001", "9002"]
    assert len(calls.again(["9001"], now).facts) == 2
    assert not texts.is_gone("9101", now)
    assert [fact.external_id for fact in texts.page("", now).facts] == ["9101"]
    # Prism keeps nothing in mind, so the same page comes for ever.
    with pytest.raises(Failure, match="again and again"):
        calls.page(page.position, now)
