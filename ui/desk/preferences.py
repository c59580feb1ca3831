"""What a person chose for the window, kept beside the ledger; and the words that follow from it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.assembly import words_of
from app.domain.problem import EnvironmentProblem, Problem
from app.domain.rollout import NOTHING_DECIDED, Rollout
from app.machine.clock import machine_zone
from app.machine.paths import make_folder
from app.machine.settings import Settings, load_settings, read_settings, save_settings, state_of
from app.machine.settings_merge import merged
from app.wording.language import SYSTEM
from app.wording.words import Words
from ui.activity.columns import ColumnChoice, choice_of
from ui.desk.snoozes import snoozes_of

_SNOOZED = "snoozed"
_COLUMNS = "activity_columns"


class Preferences:
    """The settings of one window; a change is kept at once, or told when it cannot be.

    ``rollout``: what is decided for everybody on this computer, where the settings say nothing;
    ``rollout_problem``: why nothing is, where its file cannot hold.
    """

    def __init__(
        self,
        folder: Path,
        environ: Mapping[str, str],
        tell: Callable[[EnvironmentProblem], None] = lambda _: None,
        *,
        rollout: Rollout = NOTHING_DECIDED,
        rollout_problem: Problem | None = None,
    ) -> None:
        self.folder = folder
        self.rollout, self.rollout_problem = rollout, rollout_problem
        self._environ = environ
        self.tell = tell
        self._settings, self.problem = load_settings(folder)
        #: As the file was last seen, and what tells it from a later state of itself.
        self._written, self._state = self._settings, state_of(folder)
        self.words = self._words()
        self.snoozes = snoozes_of(self._settings.others.get(_SNOOZED))
        self._watching: list[Callable[[Settings], None]] = []

    @property
    def settings(self) -> Settings:
        """Every choice as it stands."""
        return self._settings

    def watch(self, told: Callable[[Settings], None]) -> None:
        """Tell of every later change, with the settings as they are then."""
        self._watching.append(told)

    def change(self, **choices: Any) -> None:
        """Keep other values of fields of :class:`Settings`, and tell who watches."""
        before, self._settings = self._settings, replace(self._settings, **choices)
        self._keep()
        self._tell(before)

    def look_again(self) -> None:
        """Take in what a command changed meanwhile, and tell who watches."""
        before = self._settings
        self._take_in()
        if before != self._settings:
            self._tell(before)

    def kept(self, name: str) -> object:
        """Return what a part of the window kept under a name, ``None`` before it did."""
        return self._settings.others.get(name)

    def keep(self, name: str, value: object) -> None:
        """Keep plain values of a part of the window; nobody is told."""
        self._settings = replace(self._settings, others={**self._settings.others, name: value})
        self._keep()

    @property
    def theme(self) -> str:
        """The theme asked for: "system", "light" or "dark"."""
        return self._settings.theme

    @property
    def language(self) -> str:
        """The language asked for: "system", "en" or "de"."""
        asked = self._settings.language or self.rollout.language
        return asked.partition("_")[0] or SYSTEM

    @property
    def backup_every_days(self) -> int:
        """How old the last backup may grow before the window makes one; 0: it makes none."""
        return self._settings.backup_every_days

    @property
    def backups_kept(self) -> int:
        """How many of the backups stay."""
        return self._settings.backups_kept

    @property
    def keep_numbers_months(self) -> int:
        """After how many whole months entries lose their numbers and names; 0: never."""
        return self._settings.keep_numbers_months

    @property
    def environ(self) -> Mapping[str, str]:
        """The environment the window was started in."""
        return self._environ

    @property
    def machine_zone(self) -> str:
        """The zone of this computer."""
        return machine_zone(self._environ)

    def choose_theme(self, theme: str) -> None:
        """Keep another theme."""
        self.change(theme=theme)

    def choose_language(self, language: str) -> None:
        """Keep another language and speak it."""
        self.change(language=language)

    def keep_numbers(self, months: int) -> None:
        """Keep how long numbers are kept."""
        self.change(keep_numbers_months=months)

    def snooze(self, kind: str, meter: str, until: int) -> None:
        """Let a banner sleep until an instant."""
        self.snoozes = self.snoozes.with_one(kind, meter, until)
        self.keep(_SNOOZED, self.snoozes.written())

    @property
    def activity_columns(self) -> ColumnChoice:
        """The columns of the Activity list."""
        return choice_of(self.kept(_COLUMNS))

    def keep_activity_columns(self, columns: ColumnChoice) -> None:
        """Keep other columns."""
        self.keep(_COLUMNS, columns.written())

    def about(self) -> str:
        """Say what this program is and where its ledger lies."""
        return self.words.say(
            "Talktally counts your calling minutes and message segments, and shows why. "
            "Your figures stay on this computer, in {folder}.",
            folder=self.folder,
        )

    def report(self, error: Exception) -> str:
        """Log a fault of the program and say where the report lies."""
        # Here because logging is for trouble only.
        from app.machine.log import write_report

        file = write_report(self.folder, error)
        return self.words.say(
            "Something unforeseen happened in Talktally. Please report it and attach {file}; "
            "numbers and tokens are struck out there.",
            file=file or self.folder,
        )

    def _tell(self, before: Settings) -> None:
        if _spoken(before) != _spoken(self._settings):
            self.words = self._words()
        for told in self._watching:
            told(self._settings)

    def _take_in(self) -> None:
        """Let hold what another program wrote into the file, beside what was changed here."""
        before, self._state = self._state, state_of(self.folder)
        if self._state in (before, ()):
            return
        found, problem = read_settings(self.folder)
        if problem is None:
            self._settings = merged(self._written, self._settings, found)
            self._written = found

    def _words(self) -> Words:
        words = words_of(self._environ, self._settings.language, self.rollout.language)
        return words.masking(masked=True) if self._settings.mask_numbers else words

    def _keep(self) -> None:
        self._take_in()
        try:
            make_folder(self.folder)
            save_settings(self.folder, self._settings)
        except EnvironmentProblem as problem:
            self.tell(problem)
        else:
            self._written, self._state = self._settings, state_of(self.folder)


def _spoken(settings: Settings) -> tuple[str, bool]:
    """Return what the words follow from."""
    return settings.language, settings.mask_numbers
