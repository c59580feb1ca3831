from ui.display import draw_off_screen


def test_a_picture_without_a_screen_has_the_fonts_of_windows() -> None:
    environ = {"SYSTEMROOT": r"D:\Windows"}

    draw_off_screen(environ, "win32")

    assert environ["QT_QPA_PLATFORM"] == "offscreen"
    assert environ["QT_QPA_FONTDIR"] == r"D:\Windows\Fonts"


def test_a_folder_of_fonts_that_a_person_named_stays() -> None:
    environ = {"QT_QPA_FONTDIR": r"E:\Fonts"}

    draw_off_screen(environ, "win32")

    assert environ["QT_QPA_FONTDIR"] == r"E:\Fonts"


def test_other_systems_know_their_fonts_without_a_screen_too() -> None:
    environ: dict[str, str] = {}

    draw_off_screen(environ, "linux")

    assert environ == {"QT_QPA_PLATFORM": "offscreen"}
