"""What the manual page says beside the commands' own help, in each language."""

from typing import NamedTuple


class Texts(NamedTuple):
    """``exit_meanings``: of 0 to 3. ``variables``, ``file_meanings``: in the order of the page."""

    group: str
    purpose: str
    name: str
    synopsis: str
    description: str
    options: str
    commands: str
    exits: str
    environment: str
    files: str
    option: str
    link: str
    command: str
    about: tuple[str, ...]
    exit_meanings: tuple[str, ...]
    variables: tuple[str, ...]
    file_meanings: tuple[str, ...]


TEXTS = {
    "en": Texts(
        group="User Commands",
        purpose="how many calling minutes and message segments are left, and why",
        name="Name",
        synopsis="Synopsis",
        description="Description",
        options="Options",
        commands="Commands",
        exits="Exit status",
        environment="Environment",
        files="Files",
        option="option",
        link="link",
        command="command",
        about=(
            "Talktally keeps a ledger of calls and texts and says how much of a plan is left.",
            "Without a command it opens its window, or raises the one that is open.",
            "A link such as tel:+14155550188 is shown there, with what such a call would be.",
        ),
        exit_meanings=(
            "Done.",
            "No, or refused.",
            "The command was written in a way that makes no sense.",
            "Something around the program does not work: the disk, the network, the screen.",
        ),
        variables=(
            "The folder of the ledger, the settings and the log, as with --data-dir.",
            "The language, en or de, where the settings say nothing.",
            "A file with certificates that are trusted beside those of the system.",
        ),
        file_meanings=(
            "The ledger, the settings and the log of one person.",
            "What is decided for everybody on this computer.",
        ),
    ),
    "de": Texts(
        group="Dienstprogramme für Benutzer",
        purpose="wie viele Gesprächsminuten und Nachrichtensegmente übrig sind, und warum",
        name="Bezeichnung",
        synopsis="Übersicht",
        description="Beschreibung",
        options="Optionen",
        commands="Befehle",
        exits="Rückgabewert",
        environment="Umgebungsvariablen",
        files="Dateien",
        option="Option",
        link="Link",
        command="Befehl",
        about=(
            "Talktally führt ein Journal der Anrufe und sagt, wie viel vom Tarif übrig ist.",
            "Ohne Befehl öffnet es sein Fenster oder holt das offene nach vorn.",
            "Ein Link wie tel:+14155550188 wird dort gezeigt, mit dem, was der Anruf wäre.",
        ),
        exit_meanings=(
            "Erledigt.",
            "Nein, oder abgelehnt.",
            "Der Befehl ist so geschrieben, dass er keinen Sinn ergibt.",
            "Etwas um das Programm herum geht nicht: die Platte, das Netz, der Bildschirm.",
        ),
        variables=(
            "Der Ordner des Journals, der Einstellungen und des Protokolls, wie bei --data-dir.",
            "Die Sprache, en oder de, wo die Einstellungen nichts sagen.",
            "Eine Datei mit Zertifikaten, denen neben denen des Systems vertraut wird.",
        ),
        file_meanings=(
            "Das Journal, die Einstellungen und das Protokoll einer Person.",
            "Was für alle auf diesem Rechner festgelegt ist.",
        ),
    ),
}
