"""The dialogs of plan and company, made together when the first of them is wanted."""

from PySide6.QtCore import QObject, Signal

from ui.desk.company.access import AccessDesk
from ui.desk.company.joining import Joining
from ui.desk.company.network import Network
from ui.desk.company.plan_edits import PlanEdits
from ui.desk.company.side_lane import SideLane
from ui.desk.company.what_ifs import WhatIfs
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme
from ui.window.window import MainWindow


class CompanyDialogs(QObject):
    """Holds them and brings their news together.

    ``changed``: plans, people or the company are other ones now. ``joined`` and ``left`` a company.
    ``not_mine``: only an owner can do it. ``told`` carries a sentence, ``failed`` a Problem.
    """

    changed = Signal()
    joined = Signal()
    left = Signal()
    not_mine = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        preferences: Preferences,
        *,
        lane: SideLane,
        network: Network,
    ) -> None:
        super().__init__(window)
        self.joining = Joining(window, theme, preferences, network)
        self.access = AccessDesk(window, theme, preferences, network)
        self.edits = PlanEdits(window, theme, preferences, lane, network)
        self.what_ifs = WhatIfs(window, theme, preferences, lane)
        for part in (self.joining, self.access, self.edits, self.what_ifs):
            part.failed.connect(self.failed)
        self.joining.joined.connect(self.joined)
        self.joining.left.connect(self.left)
        self.joining.told.connect(self.told)
        self.access.changed.connect(self.changed)
        self.edits.changed.connect(self.changed)
        self.edits.not_mine.connect(self.not_mine)

    def close(self) -> None:
        """Stop what is under way."""
        self.what_ifs.close()
