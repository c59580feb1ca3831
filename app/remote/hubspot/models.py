"""What HubSpot answers, as far as it is read; each record is understood by itself."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter
from typing_extensions import TypedDict

_Short = Annotated[str, StringConstraints(max_length=2_000)]
_Cell = _Short | None
_Id = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,19}$")]
# Every property is said to be text or null; a number in its place is no reason to refuse it.
_LENIENT = ConfigDict(extra="ignore", coerce_numbers_to_str=True)


class Answered(BaseModel):
    """Anything HubSpot says; what it says beside that is passed over."""

    model_config = ConfigDict(frozen=True, **_LENIENT)


class Found(Answered):
    """A page of a search: how many there are from here on, and the first of them."""

    total: int = Field(ge=0, lt=10**12)
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


class CallProperties(TypedDict, total=False):
    """What a call is; only these are asked for."""

    hs_timestamp: _Cell
    hs_call_direction: _Cell
    hs_call_duration: _Cell
    hs_call_from_number: _Cell
    hs_call_to_number: _Cell
    hs_call_status: _Cell
    hs_call_app_id: _Cell
    hs_call_external_id: _Cell
    hs_call_source: _Cell
    hubspot_owner_id: _Cell


class CallRecord(TypedDict):
    """One call; a dictionary, as there are many and objects would take five times as long."""

    __pydantic_config__ = _LENIENT  # type: ignore[misc]  # pydantic asks for it in a TypedDict

    id: _Id
    properties: CallProperties


class TextProperties(TypedDict, total=False):
    """What a message is; its body is counted and dropped."""

    hs_timestamp: _Cell
    hs_communication_channel_type: _Cell
    hs_communication_body: Annotated[str, StringConstraints(max_length=100_000)] | None
    hubspot_owner_id: _Cell


class TextRecord(TypedDict):
    """One message."""

    __pydantic_config__ = _LENIENT  # type: ignore[misc]  # pydantic asks for it in a TypedDict

    id: _Id
    properties: TextProperties


#: Understand one record; ValidationError.
understood_call: Callable[[Any], CallRecord] = TypeAdapter(CallRecord).validate_python
understood_text: Callable[[Any], TextRecord] = TypeAdapter(TextRecord).validate_python


class ChangedProperties(Answered):
    """When a record was changed last."""

    hs_lastmodifieddate: Any = None


class ChangedRecord(Answered):
    """A record of which only that is asked; both stamps say the same, where they are well."""

    properties: ChangedProperties
    updatedAt: Any = None  # noqa: N815 - as HubSpot writes it


class Owner(Answered):
    """A user, or a queue."""

    id: _Id
    email: _Cell = None
    firstName: _Cell = None  # noqa: N815 - as HubSpot writes it
    lastName: _Cell = None  # noqa: N815 - as HubSpot writes it
    archived: bool = False


class Account(Answered):
    """The account that a key belongs to."""

    portalId: _Id  # noqa: N815 - as HubSpot writes it
    timeZone: _Cell = None  # noqa: N815 - the same
    companyCurrency: _Cell = None  # noqa: N815 - the same
