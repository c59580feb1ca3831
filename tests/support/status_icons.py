"""A desktop's list of icons by D-Bus: a watcher that icons register with, and what it asks them.

Of the protocol (StatusNotifierItem and com.canonical.dbusmenu) only what a test looks at.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.low_level import Message
from jeepney.wrappers import new_method_return

_WATCHER = "org.kde.StatusNotifierWatcher"
_ITEM = "org.kde.StatusNotifierItem"
_MENU = "com.canonical.dbusmenu"
_PATIENCE_SECONDS = 20.0


@dataclass
class StatusIcon:
    """One registered icon, or the one that has replaced it since."""

    connection: DBusConnection
    owner: str
    icons: "IconList"

    def read(self, name: str) -> Any:
        """Return a property of the icon."""
        place = ("/StatusNotifierItem", "org.freedesktop.DBus.Properties")
        return self._ask(place, "Get", "ss", (_ITEM, name))[0][1]

    def activate(self) -> None:
        """Press the icon as a left click does."""
        self._ask(("/StatusNotifierItem", _ITEM), "Activate", "ii", (0, 0))

    def lines(self) -> dict[str, int]:
        """Return the lines of the menu that can be chosen, by their words, with their ids."""
        layout = self._ask(self._menu(), "GetLayout", "iias", (0, -1, []))[1]
        return dict(_lines(layout))

    def choose(self, words: str) -> None:
        """Press a line of the menu."""
        line = self.lines()[words]
        self._ask(self._menu(), "Event", "isvu", (line, "clicked", ("s", ""), 0))

    def _menu(self) -> tuple[str, str]:
        return self.read("Menu"), _MENU

    def _ask(
        self, place: tuple[str, str], method: str, signature: str, body: tuple[Any, ...]
    ) -> Any:
        path, interface = place
        while True:
            address = DBusAddress(path, self.owner, interface)
            call = new_method_call(address, method, signature, body)
            reply = self.connection.send_and_get_reply(call, timeout=_PATIENCE_SECONDS)
            if reply.header.message_type is MessageType.method_return:
                return reply.body
            try:
                self.owner = self.icons.registered()
            except TimeoutError:
                raise AssertionError(reply.body) from None


@dataclass
class IconList:
    """The watcher; while its connection is open, desktops count as having a tray."""

    connection: DBusConnection
    address: str

    def registered(self) -> str:
        """Wait until an icon registers, and return who owns it."""
        while True:
            message = self.connection.receive(timeout=_PATIENCE_SECONDS)
            if message.header.message_type is MessageType.method_call:
                self.connection.send(new_method_return(message))
                if _member(message) == "RegisterStatusNotifierItem":
                    return str(message.header.fields[HeaderFields.sender])


@contextmanager
def icon_list(address: str) -> Iterator[IconList]:
    """Become the watcher of a bus."""
    with open_dbus_connection(address) as connection:
        connection.send_and_get_reply(message_bus.RequestName(_WATCHER))
        yield IconList(connection, address)


@contextmanager
def status_icon(icons: IconList) -> Iterator[StatusIcon]:
    """Wait for an icon, and open a connection on which it is asked.

    A program that gets another list of icons may register twice: what it has replaced by then, or
    before it is asked, has no owner any more.
    """
    with open_dbus_connection(icons.address) as connection:
        owner = icons.registered()
        while not connection.send_and_get_reply(message_bus.NameHasOwner(owner)).body[0]:
            owner = icons.registered()
        yield StatusIcon(connection, owner, icons)


def _member(message: Message) -> str:
    return str(message.header.fields.get(HeaderFields.member, ""))


def _lines(layout: Any) -> Iterator[tuple[str, int]]:
    number, properties, children = layout
    enabled = properties.get("enabled", ("b", True))[1]
    if "label" in properties and enabled:
        yield properties["label"][1].replace("_", ""), number
    for _, child in children:
        yield from _lines(child)
