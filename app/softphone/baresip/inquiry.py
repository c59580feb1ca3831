"""Asking baresip for all its calls: up to three commands, one after the other.

"listcalls" has the calls; in 1.0.0 without ids and only those of the current account. "callstat"
has the id of the current call, "reginfo" how many accounts there are.
"""

from app.domain.beat import Beat
from app.domain.instant import BEGINNING
from app.softphone.baresip.listing import Line, Stat, accounts_of, calls_of, stat_of
from app.softphone.baresip.message import Answer

_LIST, _STAT, _ACCOUNTS = "listcalls", "callstat", "reginfo"


class Inquiry:
    """What was asked and what was answered so far."""

    def __init__(self) -> None:
        #: What to ask next, or was asked last; "" when nothing is left to ask.
        self.next_command = _LIST
        #: The calls, ``None`` until they came, and where they cannot be had.
        self.lines: list[Line] | None = None
        #: When the list came.
        self.at = Beat(BEGINNING)
        self.stat: Stat | None = None
        #: Whether the list has the calls of all accounts.
        self.whole = True

    def take(self, answer: Answer, at: Beat) -> bool:
        """Take in an answer; ``False`` where it is not the one that is waited for."""
        if answer.to != self.next_command:
            return False
        if answer.to == _LIST:
            self._take_list(answer, at)
        elif answer.to == _STAT:
            self.stat = stat_of(answer.text)
            self.next_command = "" if self.whole else _ACCOUNTS
        else:
            self.whole = accounts_of(answer.text) in {0, 1}
            self.next_command = ""
        return True

    def _take_list(self, answer: Answer, at: Beat) -> None:
        listed = calls_of(answer.text) if answer.ok else None
        if listed is None:
            self.next_command = ""
            return
        self.lines, self.whole, self.at = listed.lines, listed.of_all, at
        self.next_command = _STAT if self.lines else ("" if self.whole else _ACCOUNTS)
