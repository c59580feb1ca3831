"""Another reading of the contract than ours: Prism accepts what is asked of Aircall."""

from app.domain.connection import Key
from app.domain.instant import SECOND, Instant
from app.remote.aircall.reader import open_aircall
from app.remote.http import Peer
from tests.support.contract_of import SPECS
from tests.support.prism import prism
from tests.support.providers.aircall_company import NOON, Hands


def test_prism_accepts_every_question_to_aircall() -> None:
    hands = Hands()
    now = Instant(NOON * SECOND)
    with prism(SPECS / "aircall_subset.openapi.json") as address, Peer(address) as peer:
        reader = open_aircall(
            peer, Key("id", "token"), "Example GmbH",
            wait=hands.pass_by, clock=lambda: Instant(int(hands.now * SECOND)),
        )  # fmt: skip
        assert reader.look().account == "Example GmbH"
        assert [person.name for person in reader.people()] == ["Ada Agent"]
        (part,) = reader.parts({})
        page = part.page("", now)
        assert [fact.external_id for fact in page.facts] == ["812", "813"]
        assert [fact.external_id for fact in part.again(["812"], now).facts] == ["812"]
    assert hands.now == NOON
