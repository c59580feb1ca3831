"""The dialogs of the connections, made together when the first of them is wanted."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.accounts import AccountShown
from ui.accounts.acts import Act
from ui.desk.accounts.changing import Changing
from ui.desk.accounts.connecting import Connecting
from ui.desk.accounts.keys import Keys
from ui.desk.company.network import Network
from ui.desk.company.side_lane import SideLane
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme


class AccountDialogs(QObject):
    """Holds them and brings their news together.

    ``changed``: connections are other ones now. ``round_wanted`` carries the id of one that is to
    be read at once, ``removing`` of one that is about to go, ``testing`` of one whose key is being
    tried, and whether it still is. ``told`` carries a sentence, ``failed`` a Problem.
    """

    changed = Signal()
    round_wanted = Signal(int)
    removing = Signal(int)
    testing = Signal(int, bool)
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        preferences: Preferences,
        *,
        lane: SideLane,
        network: Network,
    ) -> None:
        super().__init__(window)
        self.connecting = Connecting(window, theme, preferences, network)
        self.keys = Keys(window, theme, preferences, network)
        self.changing = Changing(window, theme, preferences, lane=lane, network=network)
        for part in (self.connecting, self.keys, self.changing):
            part.failed.connect(self.failed)
        for part in (self.connecting, self.keys):
            part.told.connect(self.told)
        self.connecting.connected.connect(self._on_ready)
        self.connecting.me_chosen.connect(self._on_me)
        self.keys.renewed.connect(self._on_ready)
        self.keys.testing.connect(self.testing)
        self.changing.changed.connect(self.changed)
        self.changing.removing.connect(self.removing)

    def act(self, shown: AccountShown, act: Act) -> None:
        """Do what is asked of a connection beside its rounds."""
        connection, changing = shown.connection, self.changing
        if act in {Act.PAUSE, Act.RESUME}:
            changing.pause(connection.id, paused=act is Act.PAUSE)
        elif act is Act.TEST:
            self.keys.test(connection)
        elif act is Act.KEY:
            self.keys.renew(connection)
        elif act is Act.RENAME:
            changing.rename(connection)
        elif act is Act.OPTIONS:
            changing.set_options(connection)
        elif act is Act.REMOVE:
            changing.remove(shown)

    def close(self) -> None:
        """Stop what is under way."""
        for part in (self.connecting, self.keys, self.changing):
            part.close()

    def _on_ready(self, connection_id: int) -> None:
        self.changed.emit()
        self.round_wanted.emit(connection_id)

    def _on_me(self, connection_id: int, user: str) -> None:
        self.changing.identify(connection_id, user, "")
