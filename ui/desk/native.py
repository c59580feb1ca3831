"""The words that Qt itself says, in buttons of message boxes and in file dialogs."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_NAME = "words of Qt"


class NativeWords:
    """Lets Qt speak the language of the window that spoke last.

    The application owns the one translator, for its words hold in the whole program: one of each
    window's own would speak on until it is collected.
    """

    def __init__(self) -> None:
        application = QCoreApplication.instance()
        found = application.findChild(QTranslator, _NAME) if application else None
        self._translator = found or QTranslator(application)
        self._translator.setObjectName(_NAME)

    def speak(self, code: str) -> None:
        """Change the language, such as "de"; English where Qt does not know it."""
        QCoreApplication.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{code}", folder):
            QCoreApplication.installTranslator(self._translator)
