"""A text written cheaper."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.cheaper import Cheaper, cheaper, written_plain
from app.domain.segments import Encoding, costly, count

OFFER = "Hi Sam, I’ll send the offer tomorrow 🎉 and call you on Tuesday at ten. Bye for now!"
ANY = st.one_of(
    st.text(st.sampled_from("abc …’“🎉é\u200b\u00a0€中©\n"), max_size=260),
    st.text(max_size=200),
)


def found(text: str) -> Cheaper:
    return cheaper(text, costly(text), count(text))


def test_a_plain_text_has_nothing_to_replace() -> None:
    assert found("See you at ten.") == Cheaper()


def test_a_text_without_its_costly_characters_is_named_with_its_count() -> None:
    plain = found(OFFER)
    assert plain.text == OFFER.replace("’", "'").replace("🎉", "")
    assert plain.counted is not None
    assert (plain.counted.segments, plain.counted.encoding) == (1, Encoding.GSM7)


def test_each_kind_is_named_once_with_how_often_it_stands_there() -> None:
    kinds = {kind.char: kind.times for kind in found("‘a’ ‘b’ 🎉").kinds}
    assert kinds == {"‘": 2, "’": 2, "🎉": 1}


def test_what_nothing_stands_for_is_left_as_it_is() -> None:
    assert written_plain("שלום’", costly("שלום’")) == "שלום'"
    assert written_plain("中", costly("中")) == "中"


def test_a_text_that_stays_in_ucs_2_without_fewer_segments_is_not_offered() -> None:
    assert found("שלום’").text is None


def test_dots_that_would_cost_more_written_plainly_are_not_offered() -> None:
    assert found("…" * 70).text is None
    assert not found("…" * 70).kinds[0].helps


@given(ANY)
def test_a_cheaper_text_never_has_more_segments(text: str) -> None:
    plain = found(text)
    if plain.text is not None:
        assert count(plain.text).segments <= count(text).segments


@given(ANY)
def test_replacing_one_kind_that_helps_never_has_more_segments(text: str) -> None:
    for kind in found(text).kinds:
        if kind.helps:
            one = written_plain(text, costly(text), kind.char)
            assert count(one).segments <= count(text).segments
