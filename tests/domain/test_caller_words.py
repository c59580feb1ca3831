"""Words that stand where a number should."""

import pytest

from app.domain.caller_words import Said, said, spelled


@pytest.mark.parametrize(
    "text",
    [
        "anonymous", "Anonymous", "RESTRICTED", "Private number", "Unavailable", "Withheld",
        "blocked", "No Caller ID", "Caller ID withheld", "Not available", "Unterdrückt",
        "Unterdrückte Nummer",
        "Rufnummer unterdrückt", "Anonym", "Numéro masqué", "Appel privé", "Número oculto",
        "Número privado", "Anónimo", "Numero privato", "Privénummer afgeschermd", "Dolt nummer",
        "Skjult nummer", "Numer zastrzeżony", "Скрытый номер", "非通知",
    ],
)  # fmt: skip
def test_withheld_is_understood_in_many_languages(text: str) -> None:
    assert said(text) is Said.WITHHELD


@pytest.mark.parametrize(
    "text", ["Unknown", "unknown caller", "Unbekannt", "Inconnu", "N/A", "null"]
)
def test_unknown_is_not_withheld(text: str) -> None:
    assert said(text) is Said.UNKNOWN


@pytest.mark.parametrize("text", ["", "Private Bank", "BANK", "number", "jana", "12345"])
def test_other_words_say_nothing(text: str) -> None:
    assert said(text) is Said.NOTHING


def test_a_word_spelled_on_the_keypad_is_read() -> None:
    keypad = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
    withheld = ["ANONYMOUS", "RESTRICTED", "BLOCKED", "UNAVAILABLE"]
    assert {spelled(word.translate(keypad)) for word in withheld} == {Said.WITHHELD}
    assert spelled("UNKNOWN".translate(keypad)) is Said.UNKNOWN
    assert spelled("14155550188") is Said.NOTHING
