"""What the Settings page says where baresip answers, but not as it should."""

from dataclasses import replace

import pytest

from app.domain.call_report import Contact, SourceNews
from app.domain.phone_choice import PhoneChoice
from app.machine.settings import Settings
from app.softphone.baresip.seeking import NO_LIST, SILENT, STRANGER, Seeking
from app.softphone.baresip.visit import End
from app.wording.words import Words
from tests.support.heard import beat
from tests.support.settings_pages import USUAL
from ui.settings.live_state import live_calls
from ui.settings.seen import Phones

SEEKING, AT = Seeking("127.0.0.1:4444"), beat(1_795_303_048)


@pytest.mark.parametrize(
    ("news", "said"),
    [
        (SEEKING.ended(End.SILENT, AT).news, SILENT),
        (SEEKING.unreached(AT).news, "Nobody answers at 127.0.0.1:4444."),
        (SEEKING.news(Contact.REFUSED, AT, STRANGER), STRANGER),
        (SEEKING.news(Contact.LISTENING, AT, NO_LIST), f"Connected since 00:17. {NO_LIST}"),
        (SEEKING.news(Contact.LISTENING, AT), "Connected since 00:17."),
    ],
)
def test_what_is_amiss_stands_beside_how_it_stands(
    words: Words, news: SourceNews, said: str
) -> None:
    chosen = Settings(phone=PhoneChoice(baresip=True))
    seen = replace(USUAL, settings=chosen, phones=Phones(news=(news,)))
    row = next(row for row in live_calls(words, seen).rows if row.key == "live.baresip")
    assert row.note == said
