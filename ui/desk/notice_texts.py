"""How keys of notices become notices: words, slots and buttons."""

from app.domain.meter import Level, Meter, Status, Trust
from app.domain.notice import NoticeKey
from app.domain.notice_hold import Hold
from app.wording.notices import NoticeText, notice_text, sample_text, summary_text, trouble_text
from app.wording.words import Words
from ui.notices.bell import LATER, QUIET, Notice
from ui.text.person import whose
from ui.theme.tone import Tone
from ui.tray.icon import INKS

SUMMARY, TROUBLE, SAMPLE = "summary", "trouble", "sample"
#: What can be put off; past a limit there is nothing to wait for.
_MILD = (Level.NEAR, Level.AHEAD)
_USUAL = ("mark", Tone.PLAIN)
_MARKS: dict[Level | Trust, tuple[str, Tone]] = {
    Level.AHEAD: ("ahead", Tone.NEAR),
    Level.NEAR: ("near", Tone.NEAR),
    Level.COULD_BE_BILLED: ("stop", Tone.STOP),
    Level.BLOCKED: ("stop", Tone.STOP),
    Level.BILLED: ("billed", Tone.BILLED),
    Trust.SIGN_IN: ("key", Tone.QUIET),
    Trust.STALE: ("clock", Tone.QUIET),
}


def slot_of(meter: str, agent: str | None) -> str:
    """Name the slot of a meter's notice; one of trouble has no meter."""
    return f"{meter}|{agent or ''}" if meter else TROUBLE


def sample(words: Words) -> Notice:
    """Write a notice that says how notices look."""
    said = sample_text(words)
    return Notice(SAMPLE, said.title, said.body, words.say("Open"))


class NoticeTexts:
    """Writes notices of one status; ``zone`` is that of the computer."""

    def __init__(self, words: Words, status: Status, zone: str) -> None:
        self._words, self._status, self._zone = words, status, zone

    def one(self, key: NoticeKey) -> Notice:
        """Write the notice of one key."""
        said = self._said(key)
        mark, tone = _MARKS.get(key.level, _USUAL)
        return Notice(
            slot_of(key.meter, key.agent),
            said.title,
            said.body,
            self._opens(),
            self._buttons(key),
            mark=mark,
            ink=INKS[tone],
        )

    def several(self, keys: tuple[NoticeKey, ...], hold: Hold | None) -> Notice:
        """Write one notice for several keys; ``hold``: what they waited for."""
        said = summary_text(self._words, [self._said(key).title for key in keys], hold)
        return Notice(SUMMARY, said.title, said.body, self._opens())

    def _said(self, key: NoticeKey) -> NoticeText:
        if isinstance(key.level, Trust):
            return trouble_text(self._words, key.level, self._status.as_of, self._zone)
        meter = self._meter(key)
        person = whose(self._words, self._status, meter)
        return notice_text(self._words, meter, person=person)

    def _meter(self, key: NoticeKey) -> Meter:
        meters = self._status.meters
        return next(m for m in meters if (m.id, m.agent) == (key.meter, key.agent))

    def _opens(self) -> str:
        return self._words.say("Open")

    def _buttons(self, key: NoticeKey) -> tuple[tuple[str, str], ...]:
        if key.level not in _MILD:
            return ()
        words = self._words
        return (LATER, words.say("Later")), (QUIET, words.say("Quiet until reset"))
