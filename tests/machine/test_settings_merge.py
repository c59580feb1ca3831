"""Settings that the window and a command change at one time."""

from app.domain.phone_choice import PhoneChoice
from app.machine.settings import Settings
from app.machine.settings_merge import merged


def test_what_only_one_of_them_changed_holds() -> None:
    before = Settings()
    mine, theirs = Settings(theme="dark"), Settings(language="de")
    assert merged(before, mine, theirs) == Settings(theme="dark", language="de")


def test_parts_of_one_choice_hold_side_by_side() -> None:
    mine = Settings(phone=PhoneChoice(baresip=True))
    theirs = Settings(phone=PhoneChoice(logs=("/log",)))
    assert merged(Settings(), mine, theirs).phone == PhoneChoice(baresip=True, logs=("/log",))


def test_of_two_words_on_the_same_thing_mine_holds() -> None:
    assert merged(Settings(), Settings(theme="dark"), Settings(theme="light")).theme == "dark"
