"""What HubSpot answers, as far as it is read; each record is understood by itself."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

_Short = Annotated[str, StringConstraints(max_length=2_000)]
_Cell = _Short | None
_Id = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,19}$")]


class Answered(BaseModel):
    """Anything HubSpot says; what it says beside that is passed over."""

    # Every property is said to be text or null; a number in its place is no reason to refuse it.
    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)


class Found(Answered):
    """A page of a search: how many there are from here on, and the first of them."""

    total: int = Field(ge=0)
    results: list[Any]


class _Next(Answered):
    after: _Short = Field(min_length=1)


class _Paging(Answered):
    next: _Next | None = None


class Listed(Answered):
    """A page of a list."""

    results: list[Any]
    paging: _Paging | None = None

    @property
    def after(self) -> str:
        """Return where the next page begins, "" where there is none."""
        return self.paging.next.after if self.paging and self.paging.next else ""


class Numbered(Answered):
    """A record of which only the id is asked."""

    id: _Id


class CallProperties(Answered):
    """What a call is; only these are asked for."""

    hs_timestamp: _Cell = None
    hs_call_direction: _Cell = None
    hs_call_duration: _Cell = None
    hs_call_from_number: _Cell = None
    hs_call_to_number: _Cell = None
    hs_call_status: _Cell = None
    hs_call_app_id: _Cell = None
    hs_call_external_id: _Cell = None
    hs_call_source: _Cell = None
    hubspot_owner_id: _Cell = None


class CallRecord(Answered):
    """One call."""

    id: _Id
    properties: CallProperties


class TextProperties(Answered):
    """What a message is; its body is counted and dropped."""

    hs_timestamp: _Cell = None
    hs_communication_channel_type: _Cell = None
    hs_communication_body: Annotated[str, StringConstraints(max_length=100_000)] | None = None
    hubspot_owner_id: _Cell = None


class TextRecord(Answered):
    """One message."""

    id: _Id
    properties: TextProperties


class ChangedProperties(Answered):
    """When a record was changed last."""

    hs_lastmodifieddate: _Short


class ChangedRecord(Answered):
    """A record of which only that is asked."""

    properties: ChangedProperties


class Owner(Answered):
    """A user, or a queue."""

    id: _Id
    email: _Cell = None
    firstName: _Cell = None  # noqa: N815 - as HubSpot writes it
    lastName: _Cell = None  # noqa: N815
    archived: bool = False


class Account(Answered):
    """The account that a key belongs to."""

    portalId: _Id  # noqa: N815
    timeZone: _Cell = None  # noqa: N815
    companyCurrency: _Cell = None  # noqa: N815
