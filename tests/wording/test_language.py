"""Which language the program chooses."""

import pytest

from app.wording.language import Language, choose_language


def test_the_setting_comes_before_every_variable() -> None:
    environment = {"TALKTALLY_LANG": "en", "LC_ALL": "en_GB.UTF-8"}
    assert choose_language("de", environment) == Language("de", "DE")


def test_the_own_variable_comes_before_the_machine() -> None:
    environment = {"TALKTALLY_LANG": "de_AT", "LC_ALL": "en_GB.UTF-8"}
    assert choose_language("", environment).locale == "de_AT"


def test_a_language_without_region_takes_the_region_of_the_machine() -> None:
    assert choose_language("de", {"LANG": "de_CH.UTF-8"}).locale == "de_CH"


def test_the_first_variable_that_is_set_decides() -> None:
    environment = {"LC_ALL": "", "LC_MESSAGES": "de_DE.UTF-8", "LANG": "en_US.UTF-8"}
    assert choose_language("", environment).code == "de"


@pytest.mark.parametrize("name", ["C", "POSIX", "C.UTF-8", "fr_FR.UTF-8", "", "☎"])
def test_what_is_not_spoken_becomes_american_english(name: str) -> None:
    assert choose_language("", {"LC_ALL": name}) == Language("en", "US")


def test_a_setting_that_is_not_spoken_is_passed_over() -> None:
    assert choose_language("tlh", {"LANG": "de_DE"}).code == "de"


@pytest.mark.parametrize("name", ["de-AT", "de_AT", "DE_at.UTF-8@euro"])
def test_a_name_is_read_in_every_usual_spelling(name: str) -> None:
    assert choose_language(name, {}).locale == "de_AT"


def test_a_desktop_without_variables_tells_its_own_language() -> None:
    assert choose_language("", {}, desktop="de-DE").code == "de"


def test_variables_come_before_the_desktop() -> None:
    assert choose_language("", {"LANG": "C.UTF-8"}, desktop="de-DE").code == "en"
