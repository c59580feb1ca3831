"""Holds requests and answers against an OpenAPI file: what it does not describe is a fault.

A schema of OpenAPI 3.0 is one of JSON Schema draft 4, but for its word "nullable".
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from tests.support.providers.place import Asked, Told

SPECS = Path(__file__).parents[1] / "data" / "specs"
_COERCED: Mapping[str, Callable[[str], Any]] = {
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
}


class ContractBroken(AssertionError):  # noqa: N818 - named for what happened
    """A request or an answer that the file does not describe."""


@dataclass
class Contract:
    """An OpenAPI file; ``checked`` counts what was held against each of its operations."""

    document: Mapping[str, Any]
    checked: dict[str, int] = field(default_factory=dict)
    validators: dict[int, jsonschema_rs.Draft4Validator] = field(default_factory=dict)

    def check(self, asked: Asked, told: Told) -> None:
        """Hold a request and its answer against the file; ContractBroken."""
        self.check_request(asked)
        self.check_answer(asked, told)

    def check_request(self, asked: Asked) -> None:
        """Hold a request against the file: path, every parameter, and the body."""
        operation, values = self._operation(asked)
        known = {
            (each["in"], each["name"]): each
            for each in map(self._resolved, operation.get("parameters", ()))
        }
        given = {("query", name): value for name, value in asked.query.items()}
        given |= {("path", name): value for name, value in values.items()}
        for place, value in given.items():
            if place not in known:
                raise ContractBroken(f"{asked.path} knows no {place[0]} parameter {place[1]}")
            self._parameter(known[place], value)
        for place, each in known.items():
            if each.get("required") and place not in given and place[0] != "header":
                raise ContractBroken(f"{asked.path} needs {place[1]}")
        if "requestBody" in operation:
            body = self._resolved(operation["requestBody"])
            self._holds(body["content"]["application/json"]["schema"], asked.document, asked.path)

    def check_answer(self, asked: Asked, told: Told) -> None:
        """Hold an answer against the file: its status, and its body."""
        operation, _ = self._operation(asked)
        answers = operation["responses"]
        found = answers.get(str(told.status)) or answers.get("default")
        if found is None:
            raise ContractBroken(f"{asked.path} never answers {told.status}")
        content = self._resolved(found).get("content", {})
        for kind in ("application/json", "*/*"):
            if "schema" in content.get(kind, {}):
                self._holds(content[kind]["schema"], told.body, asked.path)

    def _operation(self, asked: Asked) -> tuple[Mapping[str, Any], Mapping[str, str]]:
        for template, methods in self.document["paths"].items():
            found = _pattern(template).fullmatch(asked.path)
            if found and asked.method.lower() in methods:
                name = f"{asked.method} {template}"
                self.checked[name] = self.checked.get(name, 0) + 1
                return methods[asked.method.lower()], found.groupdict()
        raise ContractBroken(f"there is no {asked.method} {asked.path}")

    def _parameter(self, parameter: Mapping[str, Any], value: str) -> None:
        schema = parameter["schema"]
        kind = self._resolved(schema).get("type", "string")
        try:
            coerced = _COERCED.get(kind, str)(value)
        except (ValueError, KeyError):
            coerced = value
        self._holds(schema, coerced, parameter["name"])

    def _holds(self, schema: Mapping[str, Any], value: object, where: str) -> None:
        # By identity: the schemas of a document that is kept are many and never change.
        validator = self.validators.get(id(schema)) or self._validator(schema)
        for error in validator.iter_errors(value):
            at = "/".join(map(str, error.instance_path)) or "it"
            raise ContractBroken(f"{where}: {at}: {error.message[:300]}")

    def _validator(self, schema: Mapping[str, Any]) -> jsonschema_rs.Draft4Validator:
        whole = {"allOf": [schema], "components": self.document.get("components", {})}
        self.validators[id(schema)] = made = jsonschema_rs.Draft4Validator(whole)
        return made

    def _resolved(self, found: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in found:
            *_, room, name = found["$ref"].split("/")
            found = self.document["components"][room][name]
        return found


def contract_of(name: str) -> Contract:
    """Read an OpenAPI file among the test data, such as "aircall_subset.openapi.json"."""
    return Contract(_translated(json.loads((SPECS / name).read_text("utf-8"))))


def _translated(found: Any) -> Any:
    """Write what may be null as JSON Schema does."""
    if isinstance(found, list):
        return [_translated(each) for each in found]
    if not isinstance(found, dict):
        return found
    schema = {name: _translated(each) for name, each in found.items()}
    if schema.get("nullable") is not True:
        return schema
    del schema["nullable"]
    return {"anyOf": [schema, {"type": "null"}]}


@lru_cache(maxsize=256)
def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template)
    written = [
        f"(?P<{part}>[^/]+)" if number % 2 else re.escape(part) for number, part in enumerate(parts)
    ]
    return re.compile("".join(written))
