"""The words that Qt itself says, in buttons of message boxes and in file dialogs."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


class NativeWords:
    """Lets Qt speak the language of the window."""

    def __init__(self) -> None:
        self._translator: QTranslator | None = None

    def speak(self, code: str) -> None:
        """Change the language, such as "de"; English where Qt does not know it."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
        self._translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{code}", folder):
            QCoreApplication.installTranslator(self._translator)
