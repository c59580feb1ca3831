"""Tags in one form, however a person types them."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.tags import tags_of, tidy_tags


def test_tags_are_kept_once_and_in_order_whatever_their_case() -> None:
    assert tidy_tags("#renewal;  Angebot 7, RENEWAL,,") == "Angebot 7, renewal"
    assert tags_of("Angebot 7, renewal") == ("Angebot 7", "renewal")
    assert tags_of("") == ()


@given(st.text())
def test_tidy_tags_stay_as_they_are(written: str) -> None:
    once = tidy_tags(written)
    assert tidy_tags(once) == once
    assert ", ".join(tags_of(once)) == once
