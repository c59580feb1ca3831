"""Messages to a plan server, made of what a person entered."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from app.domain.problem import UsageProblem, mark

_Message = TypeVar("_Message", bound=BaseModel)
_ODD = mark("{field} cannot be sent as it is ({reason}). Correct it.")


def message(model: type[_Message], **said: object) -> _Message:
    """Make a message; UsageProblem names the first field the contract does not allow."""
    try:
        return model.model_validate(said)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"]))
        raise UsageProblem(_ODD, field=field, reason=first["msg"]) from None
