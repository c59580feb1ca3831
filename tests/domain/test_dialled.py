"""A number as a person types or pastes it to be called."""

import pytest

from app.domain.dialled import dialled
from app.domain.problem import UsageProblem


@pytest.mark.parametrize(
    "written",
    ["+14155550188", " (415) 555-0188 ", "1.415.555.0188", "tel:+1-415-555-0188",
     "callto:+14155550188", "sip:+14155550188@pbx.example.com", "415 555 0188 ext. 12"],
)  # fmt: skip
def test_any_spelling_and_any_link_is_read(written: str) -> None:
    assert dialled(written).text == "+14155550188"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "Type a phone number"),
        ("   ", "Type a phone number"),
        ("911", "short or emergency number"),
        ("112", "short or emergency number"),
        ("jana@example.com", "e-mail address"),
        ("sip:jana@example.com", "names a person"),
        ("1-800-FLOWERS", "written with letters"),
        ("tel:1-800-FLOWERS", "written with letters"),
        ("*31#4155550188", "holds a code"),
        ("tel:*31%234155550188", "holds a code"),
        ("tel:911", "short or emergency number"),
        ("+1415555018812345678901", "too long"),
        ("9" * 500, "too long"),
        ("anonymous", "is not a phone number"),
        ("+1", "is not a phone number"),
    ],
)
def test_what_is_no_number_is_told_in_one_sentence(written: str, told: str) -> None:
    with pytest.raises(UsageProblem) as raised:
        dialled(written)
    assert told in raised.value.message
