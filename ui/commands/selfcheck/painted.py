"""Looks at what Qt brings: fonts, pictures, its own words; and at the symbols of the tray."""

from PySide6.QtCore import QBuffer, QIODevice, QLibraryInfo, QTranslator, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QImageReader, QImageWriter

from app.domain.problem import EnvironmentProblem, mark
from app.wording.words import Words
from ui.shell.application import make_application
from ui.theme.tone import Tone
from ui.tray.icon import picture
from ui.tray.symbol import STEPS, Mark, Symbol

#: Sides of symbols in px, as panels have them.
_SIDES = (16, 22, 24, 32)
_KINDS = ("png", "jpg", "webp", "bmp")
_NO_FONTS = mark("No fonts were found. Install some, on Debian the package fonts-dejavu-core.")
_UNPAINTED = mark("The symbol of the tray for {mark} is empty. Install Talktally again.")
_NO_KIND = mark("Pictures of the kind {kind} cannot be written and read. Install Talktally again.")
_NO_WORDS = mark("The German words of Qt itself are missing. Install Talktally again.")


def see_fonts(words: Words) -> str:
    """Look whether anything can be written with."""
    make_application()
    families = QFontDatabase.families()
    if not families:
        raise EnvironmentProblem(_NO_FONTS)
    return words.say_many("{n} font", "{n} fonts", len(families))


def see_tray(words: Words) -> str:
    """Paint the symbol of every level and state in every size."""
    make_application()
    for each in Mark:
        if not all(_is_painted(each, side) for side in _SIDES):
            raise EnvironmentProblem(_UNPAINTED, mark=each.value)
    sizes = ", ".join(map(str, _SIDES))
    return words.say_many(
        "{n} symbol, {sizes} px", "{n} symbols, {sizes} px", len(Mark), sizes=sizes
    )


def _is_painted(symbol: Mark, side: int) -> bool:
    """Tell whether a symbol of a half full arc has anything in it, and room around it."""
    image = picture(Symbol(STEPS // 2, Tone.NEAR, symbol), side).toImage()
    clear = {image.pixelColor(x, y).alpha() == 0 for x in range(side) for y in range(side)}
    return clear == {True, False}


def see_qt(words: Words) -> str:
    """Write and read every kind of picture, and load the German words of Qt's own dialogs."""
    make_application()
    for kind in _KINDS:
        if not _goes_round(kind):
            raise EnvironmentProblem(_NO_KIND, kind=kind)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not QTranslator().load("qtbase_de", folder):
        raise EnvironmentProblem(_NO_WORDS)
    return words.say(
        "Qt {version} on {platform}; pictures: {kinds}",
        version=qVersion(),
        platform=QGuiApplication.platformName(),
        kinds=", ".join(_KINDS),
    )


def _goes_round(kind: str) -> bool:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    written = QImageWriter(buffer, kind.encode()).write(image)
    buffer.seek(0)
    return written and QImageReader(buffer, kind.encode()).read().size() == image.size()
