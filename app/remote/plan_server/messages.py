"""Messages to a plan server, made of what a person entered."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from app.domain.problem import UsageProblem, mark

_Message = TypeVar("_Message", bound=BaseModel)
_SHORT = mark("{field} must not be empty.")
_LONG = mark("{field} must not be longer than {most} characters.")
_ODD = mark("{field} cannot be kept as it is written. Correct it.")


def message(model: type[_Message], **said: object) -> _Message:
    """Make a message; UsageProblem names the first field the contract does not allow."""
    try:
        return model.model_validate(said)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"]))
        if first["type"] == "string_too_long":
            raise UsageProblem(_LONG, field=field, most=first["ctx"]["max_length"]) from None
        odd = _SHORT if first["type"] == "string_too_short" else _ODD
        raise UsageProblem(odd, field=field) from None
