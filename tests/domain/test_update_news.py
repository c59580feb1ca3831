"""The news of versions are read as they are meant, or not at all."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.problem import EnvironmentProblem
from app.domain.update_news import document_of, news_of, reaches, version_of

NEWS = {
    "kind": "talktally-updates",
    "format": 1,
    "date": "2026-11-22",
    "version": "0.2.0",
    "page": "https://example.com/talktally/0.2.0",
    "systems": {"linux": "2.36", "windows": "10.0.17763", "macos": ""},
    "notes": {"en": "Faster starts.", "de": "Startet schneller."},
}


def read(**changes: Any) -> Any:
    return news_of(json.dumps({**NEWS, **changes}).encode())


def refusal(**changes: Any) -> str:
    with pytest.raises(EnvironmentProblem) as caught:
        read(**changes)
    return str(caught.value)


def test_news_say_the_version_its_day_and_its_page() -> None:
    news = read()
    assert (str(news.version), news.day, news.page) == ("0.2.0", date(2026, 11, 22), NEWS["page"])


def test_the_note_is_in_the_language_of_the_person_else_in_english() -> None:
    news = read()
    assert (news.note("de"), news.note("fr")) == ("Startet schneller.", "Faster starts.")


def test_news_are_kept_as_they_were() -> None:
    assert document_of(read()) == NEWS


def test_a_file_without_systems_and_notes_is_for_all() -> None:
    whole = json.dumps({k: v for k, v in NEWS.items() if k not in ("systems", "notes")})
    news = news_of(whole.encode())
    assert (news.systems, news.note("en")) == ({}, "")


@pytest.mark.parametrize(
    "version",
    ["0.2", "0.2.0rc1", "v0.2.0", "0.2.0-beta", "00.2.0", "1.2.3.4", "", 2, None, "٠.2.0"],
)
def test_only_a_released_version_is_one(version: object) -> None:
    assert version_of(version) is None
    assert "makes no sense" in refusal(version=version)


@pytest.mark.parametrize(
    "page",
    [
        "http://example.com/", "javascript:alert(1)", "file:///etc/passwd", "https://", "",
        "https://ada@example.com/", "https://example.com/\nx", "https://example.com/a b", None,
        "data:text/html,x", "https://exa\u202emple.com/", 'https://example.com/"', "HTTPS://e.com",
        "https://example.com:99999/", "https://example.com/" + "x" * 300, "ms-settings:x",
        "https://%65xample.com/", "https://example.com%00/", "https://[::1]/", "https://e..com/",
        "https://{e}/",
    ],
)  # fmt: skip
def test_a_page_that_a_browser_should_not_be_given_is_refused(page: object) -> None:
    assert "makes no sense" in refusal(page=page)


@pytest.mark.parametrize("note", ["a\nb", "\x1b[31mred", "\u202eback", "x" * 201, 7, "", None])
def test_a_note_that_steers_what_shows_it_is_left_out(note: object) -> None:
    assert read(notes={"en": note, "de": "Gut."}).note("en") == ""


@pytest.mark.parametrize(
    "day", ["22.11.2026", "2026-13-01", 20261122, None, "2026-11-22T00:00", "2026-W47-7"]
)
def test_a_day_that_is_none_is_refused(day: object) -> None:
    assert "makes no sense" in refusal(date=day)


@pytest.mark.parametrize("systems", [[], {"linux": 2}, {"linux": "new"}, "linux"])
def test_systems_that_make_no_sense_are_refused(systems: object) -> None:
    assert "makes no sense" in refusal(systems=systems)


def test_a_file_of_another_kind_is_refused() -> None:
    assert "makes no sense" in refusal(kind="checksums")


@pytest.mark.parametrize("format_", [0, "1", True, 1.0, None, float("nan")])
def test_a_format_that_is_no_number_of_one_is_refused(format_: object) -> None:
    assert "makes no sense" in refusal(format=format_)


def test_a_name_that_stands_there_twice_is_refused() -> None:
    twice = json.dumps(NEWS).removesuffix("}") + ', "version": "9.9.9"}'
    with pytest.raises(EnvironmentProblem, match="makes no sense"):
        news_of(twice.encode())


def test_a_later_format_is_told() -> None:
    assert "meant for a newer" in refusal(format=2)


@given(st.binary(max_size=200))
def test_junk_is_refused(junk: bytes) -> None:
    with pytest.raises(EnvironmentProblem):
        news_of(junk)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(NEWS)), values, max_size=4))
def test_whatever_is_read_is_kept_and_read_alike(changes: dict[str, Any]) -> None:
    try:
        news = read(**changes)
    except EnvironmentProblem:
        return
    assert news_of(json.dumps(document_of(news)).encode()) == news
    assert news.page.startswith("https://")


@pytest.mark.parametrize(
    ("found", "least", "fits"),
    [
        ("10.0.19045", "10.0.17763", True), ("10.0.9", "10.0.17763", False), ("13", "13.0", True),
        ("2.36", "2.34", True), ("2.4", "2.34", False), ("", "13", True), ("odd", "13", True),
        ("1", "", True),
    ],
)  # fmt: skip
def test_a_system_is_new_enough_or_not(found: str, least: str, *, fits: bool) -> None:
    assert reaches(found, least) is fits
