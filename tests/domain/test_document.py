"""What a wrong plan document is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.catalogue import plan_from_document
from app.domain.problem import UsageProblem

PLANS = Path(__file__).parents[2] / "resources" / "plans"


def document(name: str = "hubspot-free") -> dict[str, Any]:
    read: dict[str, Any] = json.loads((PLANS / f"{name}.json").read_text(encoding="utf-8"))
    return read


def refusal(changed: dict[str, Any]) -> str:
    with pytest.raises(UsageProblem) as caught:
        plan_from_document(changed)
    return str(caught.value)


def changed_version(**fields: Any) -> dict[str, Any]:
    whole = document()
    whole["versions"][0].update(fields)
    return whole


def changed_allowance(**fields: Any) -> dict[str, Any]:
    whole = document()
    whole["versions"][0]["allowances"][1].update(fields)
    return whole


@pytest.mark.parametrize("second", ["2019-01-11", "2018-01-01"])
def test_versions_out_of_order_or_of_one_date_are_refused(second: str) -> None:
    whole = document()
    whole["versions"] = [*document()["versions"], *document()["versions"]]
    whole["versions"][1]["effective_from"] = second
    assert "versions must be in order of effective_from" in refusal(whole)


@pytest.mark.parametrize("name", ["", "Über", "a_b", "x" * 41, "A", "a b", "a\n", 7, None])
def test_a_name_is_small_letters_digits_and_hyphens(name: object) -> None:
    assert refusal(document() | {"name": name}).startswith("Field name must be 1 to 40")


def test_the_word_for_no_plan_is_no_name() -> None:
    assert 'must not be "none"' in refusal(document() | {"name": "none"})


@pytest.mark.parametrize("value", [True, 1.0, "1", -1, 10**9 + 1, None, [], {}])
def test_a_figure_is_a_whole_number(value: object) -> None:
    sentence = refusal(changed_allowance(included=value))
    expected = "must be a whole number from 0 to 1000000000."
    assert sentence == f"Field versions[0].allowances[1].included {expected}"


@pytest.mark.parametrize(
    "value", ["2019-02-29", "20190111", "2019-W02-5", "11.01.2019", "1899-12-31", 20190111, None]
)
def test_a_date_is_an_iso_date(value: object) -> None:
    sentence = refusal(changed_version(effective_from=value))
    assert sentence == "Field versions[0].effective_from must be a date such as 2026-11-21."


@pytest.mark.parametrize(
    ("changed", "beginning"),
    [
        (document() | {"color": 1}, "Field color is not known. Allowed are: anchored, line,"),
        (changed_allowance(limit=1), "Field versions[0].allowances[1].limit is not known."),
        (changed_version(rounding={"third": 1}), "Field versions[0].rounding.third is not known"),
        (document() | {"versions": []}, "Field versions must have at least one entry"),
        (document() | {"versions": {}}, "Field versions must be a list"),
        (document() | {"versions": "ab"}, "Field versions must be a list"),
        (document() | {"versions": ["ab"]}, "Field versions[0] must be an object"),
        (document() | {"line": "both"}, "Field line must be one of: calls, texts."),
        (document() | {"anchored": 1}, "Field anchored must be true or false"),
        (document() | {"title": "  "}, "Field title must be a text of 1 to 80"),
        (changed_version(source=""), "Field versions[0].source must be a text"),
        (changed_version(allowances=[]), "Field versions[0].allowances must have at least one"),
        (changed_version(legs_phone=0), "Field versions[0].legs_phone must be a whole"),
        (changed_version(rounding=None), "Field versions[0].rounding must be an object"),
        (changed_version(rounding={"next_seconds": 0}), "Field versions[0].rounding.next_seconds"),
        (changed_version(territory=["us"]), "Field versions[0].territory must be a list of"),
        (changed_version(territory="US"), "Field versions[0].territory must be a list"),
        (changed_allowance(kind="minutes"), "Field versions[0].allowances must have each kind"),
        (changed_allowance(kind="sms_segments"), "Field versions[0].allowances[1].kind must be"),
        (changed_allowance(kind=["calls"]), "Field versions[0].allowances[1].kind must be one of"),
        (changed_allowance(near_percent=101), "Field versions[0].allowances[1].near_percent"),
    ],
)
def test_a_wrong_field_is_named_with_what_is_allowed(
    changed: dict[str, Any], beginning: str
) -> None:
    assert refusal(changed).startswith(beginning)


@pytest.mark.parametrize("field", ["name", "title", "provider", "line", "versions"])
def test_a_field_that_is_needed_may_not_be_missing(field: str) -> None:
    whole = document()
    del whole[field]
    assert refusal(whole) == f"Field {field} is missing."


def test_texts_never_go_through_twilio_connect() -> None:
    whole = document("aircall-us-ca")
    whole["versions"][0]["allowances"][0]["past"] = "twilio_connect"
    assert refusal(whole).endswith("past must be one of: blocked, billed.")


def test_a_document_that_is_no_object_is_refused() -> None:
    assert refusal([]) == "Field plan must be an object with named fields."  # type: ignore[arg-type]
