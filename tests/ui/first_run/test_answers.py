"""The answers of the first steps outlive a closed window."""

from hypothesis import given
from hypothesis import strategies as st

from ui.first_run.answers import COMPANY, USES, Answers, answers_of

ANSWERS = st.builds(
    Answers,
    step=st.integers(0, 2),
    uses=st.frozensets(st.sampled_from(USES)),
    whose=st.sampled_from(["alone", COMPANY]),
    calls=st.text(max_size=20),
    texts=st.text(max_size=20),
    zone=st.text(max_size=20),
    anchor_day=st.integers(1, 31),
    holidays=st.booleans(),
    at_login=st.booleans(),
    stay=st.booleans(),
)


@given(ANSWERS)
def test_answers_are_read_back_as_they_were_written(answers: Answers) -> None:
    assert answers_of(answers.written()) == answers


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(
        st.sampled_from([*Answers().written(), "other"]), inside),
))  # fmt: skip
def test_whatever_stands_in_the_settings_is_read_without_trouble(kept: object) -> None:
    found = answers_of(kept)
    assert 0 <= found.step <= 2
    assert 1 <= found.anchor_day <= 31
