"""What Aircall answers, as far as it is read; everything else in an answer is left aside.

Users and numbers inside a call are abridged at Aircall, so little of them is required.
"""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from app.domain.instant import BEGINNING, END, SECOND

#: UNIX seconds, within the years that a ledger may hold.
_Moment = Annotated[int, Field(ge=BEGINNING // SECOND, lt=END // SECOND)]
_Id = Annotated[int, Field(ge=0, lt=2**63)]
_Word = Annotated[str, Field(max_length=255)]


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Meta(_Told):
    """Where a page stands in its list; ``next_page_link`` is ``None`` on the last one."""

    next_page_link: str | None
    current_page: int | None = None
    total: Annotated[int | None, Field(ge=0)] = None


class NamedUser(_Told):
    """A user inside a call or a number."""

    id: _Id
    name: _Word | None = None


def _user_or_none(told: object) -> object:
    return told if isinstance(told, dict) else None


#: Somebody beside the one who talked: what is odd about it is no reason to lose a call.
_Other = Annotated[NamedUser | None, BeforeValidator(_user_or_none)]


class NamedNumber(_Told):
    """A number of the company inside a call."""

    digits: _Word | None = None


class Number(NamedNumber):
    """A number of the company; ``users``: who may use it, where that is told."""

    users: tuple[NamedUser, ...] | None = None


class User(_Told):
    """A user of the company."""

    id: _Id
    name: _Word | None = None
    email: _Word | None = None


class Call(_Told):
    """A call; ``answered_at`` is ``None`` when nobody answered.

    ``sid`` is the id by which Aircall's integrations write it into other systems.
    """

    id: _Id
    sid: _Word | None = None
    direction: Annotated[_Word, Field(min_length=1)]
    status: _Word
    started_at: _Moment
    answered_at: _Moment | None = None
    ended_at: _Moment | None = None
    raw_digits: _Word | None = None
    number: NamedNumber | None = None
    user: NamedUser | None = None
    assigned_to: _Other = None
    transferred_to: _Other = None

    @property
    def is_running(self) -> bool:
        """Tell whether its end is still to come."""
        answered = self.answered_at is not None and self.ended_at is None
        return answered or self.status in ("initial", "answered")


class Company(_Told):
    """The company of a key."""

    name: Annotated[str, Field(min_length=1, max_length=255)]


class CompanyAnswer(_Told):
    """What /v1/company answers."""

    company: Company
