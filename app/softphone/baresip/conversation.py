"""One connection to baresip: what is asked when it begins, and what is told of what comes."""

import json
from typing import NamedTuple

from app.domain.beat import Beat, before
from app.domain.call_report import CallList, CallReport, Happening, Heard, Listed
from app.domain.instant import BEGINNING
from app.softphone.baresip.inquiry import Inquiry
from app.softphone.baresip.message import SOURCE, Answer, Event
from app.softphone.baresip.netstring import framed
from app.softphone.baresip.roster import Roster

# What can only be said of a call that went on before.
_LATE = frozenset({Happening.END, Happening.HOLD, Happening.RESUME})


class Step(NamedTuple):
    """What follows from a message: what to tell, in this order, and what to send."""

    heard: tuple[Heard, ...] = ()
    send: bytes = b""


class Conversation:
    """Turns messages into what is told.

    Events are held back while the calls are asked for, so that the list stands among them where
    it was made: a call that ended since is not told to go on.
    """

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._inquiry: Inquiry | None = None
        self._before: list[Heard] = []
        self._after: list[Heard] = []
        # Calls of the last list that it had no id for, and when it was made.
        self._nameless: list[Listed] = []
        self._listed_at = Beat(BEGINNING)
        #: Whether it answered at all: it is baresip, then.
        self.answered = False
        #: Whether it says which calls it has; without its module "menu" it does not.
        self.lists = True
        #: Whether it said that it is about to end.
        self.leaving = False

    @property
    def asking(self) -> bool:
        """Whether an answer is waited for."""
        return self._inquiry is not None

    def ask(self) -> bytes:
        """Return what to send to hear of all calls; nothing while that is under way."""
        if self._inquiry is not None:
            return b""
        self._inquiry = Inquiry()
        return _command(self._inquiry.next_command)

    def take(self, message: Event | Answer | None, at: Beat) -> Step:
        """Take in a message that came at a moment; what cannot be read changes nothing."""
        if isinstance(message, Answer):
            return self._take_answer(message, at)
        return self._take_event(message, at) if message else Step()

    def give_up(self) -> Step:
        """Wait for no answer any longer: tell what was held back, and no list."""
        self._inquiry = None
        heard = (*self._before, *self._after)
        self._before, self._after = [], []
        return Step(heard)

    def _take_answer(self, answer: Answer, at: Beat) -> Step:
        if self._inquiry is None or not self._inquiry.take(answer, at):
            return Step()
        self.answered = True
        if self._inquiry.next_command:
            return Step(send=_command(self._inquiry.next_command))
        return self._conclude(self._inquiry)

    def _conclude(self, inquiry: Inquiry) -> Step:
        """Tell the list where it was made, among the events around it."""
        self.lists = inquiry.lines is not None
        if inquiry.lines is None:
            return self.give_up()
        calls = self._roster.named(inquiry.lines, inquiry.stat, whole=inquiry.whole)
        self._nameless = [call for call in calls if not call.id]
        self._listed_at = inquiry.at
        for report in self._after:  # told once the list is, and over by then
            if isinstance(report, CallReport) and report.what is Happening.END:
                self._take_nameless(report.number)
        self._before.append(CallList(SOURCE, inquiry.at, calls, whole=inquiry.whole))
        return self.give_up()

    def _take_event(self, event: Event, at: Beat) -> Step:
        self.leaving = self.leaving or event.leaving
        heard = self._reports(event, at)
        if self._inquiry is None:
            return Step(heard)
        (self._before if self._inquiry.lines is None else self._after).extend(heard)
        return Step()

    def _reports(self, event: Event, at: Beat) -> tuple[CallReport, ...]:
        """Return what to tell of an event, and before it what was not told of its call yet."""
        known = self._roster.get(event.id)
        if known is None or not known.told:
            extra = self._named_late(event) or _begun_unheard(event, at)
        elif known.direction is None and event.direction:
            extra = event.report(at, Happening.RING)  # changes nothing but who placed it
        else:
            extra = None
        reports = tuple(each for each in (extra, event.report(at)) if each)
        self._roster.note(event, told=bool(reports))
        return reports

    def _named_late(self, event: Event) -> CallReport | None:
        """Return how a call stood in the list that had no id for it, if the event is of one."""
        # A call that rings or is answered just now may be another one to the same number.
        late = event.flowing or event.what in _LATE
        listed = self._take_nameless(event.uri) if event.id and late else None
        if listed is None:
            return None
        if listed.talked_us is None:
            return event.report(self._listed_at, Happening.RING)
        return event.report(before(self._listed_at, listed.talked_us), Happening.START)

    def _take_nameless(self, uri: str) -> Listed | None:
        found = next((call for call in self._nameless if call.number == uri), None)
        if found is not None:
            self._nameless.remove(found)
        return found


def _begun_unheard(event: Event, at: Beat) -> CallReport | None:
    """Return how a call began of which no list and no event said that it did."""
    if event.what is Happening.END:
        return event.report(at, Happening.RING)  # refused before it rang
    # Of an account whose calls are not in the list, and answered, as its sound comes.
    return event.report(at, Happening.START) if event.flowing else None


def _command(word: str) -> bytes:
    return framed(json.dumps({"command": word, "token": word}).encode())
