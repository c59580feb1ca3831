"""The desktop's notification server: what stands there, and what it says of it."""

from collections.abc import Iterator
from html import escape
from typing import Any

from jeepney import DBusAddress, MatchRule, Properties, new_method_call

from ui.notices.bell import Notice
from ui.notices.bus import Bus, RefusedError
from ui.notices.messages import Acted, Gone, News, Picture, Presence

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_ADDRESS = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
_USUAL_TIME, _NORMAL = -1, 1
_CLICK = "default"


class Server:
    """Shows notices through one bus; every method may raise one of :data:`ui.notices.bus.TROUBLE`.

    Numbers of notices mean something to one server only: a new one begins with none.
    """

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._abilities: frozenset[str] | None = None
        self._slots: dict[int, str] = {}
        self._tokens: dict[int, str] = {}
        for rule in _rules():
            bus.listen(rule)

    def presenting(self) -> bool:
        """Ask whether notices are held back; a server that does not know says no."""
        try:
            ((_, value),) = self._bus.ask(Properties(_ADDRESS).get("Inhibited"))
        except RefusedError:
            return False
        return value is True

    def show(self, notice: Notice, picture: Picture | None) -> None:
        """Show a notice in the place of what stands in its slot."""
        able = self._able()
        body = escape(notice.body, quote=False) if "body-markup" in able else notice.body
        pressed = ((_CLICK, notice.opens), *notice.buttons) if "actions" in able else ()
        (number,) = self._bus.ask(
            new_method_call(
                _ADDRESS,
                "Notify",
                "susssasa{sv}i",
                (
                    *("Talktally", self._number(notice.slot), "talktally", notice.title, body),
                    *(
                        [word for button in pressed for word in button],
                        _hints(picture),
                        _USUAL_TIME,
                    ),
                ),
            )
        )
        self._forget(self._number(notice.slot))
        self._slots[number] = notice.slot

    def withdraw(self, slot: str) -> None:
        """Take back what stands in a slot."""
        number = self._number(slot)
        if number:
            self._forget(number)
            self._bus.ask(new_method_call(_ADDRESS, "CloseNotification", "u", (number,)))

    def withdraw_all(self) -> None:
        """Take back everything."""
        for slot in list(self._slots.values()):
            self.withdraw(slot)

    def heard(self) -> Iterator[News]:
        """Return what the server said since last asked."""
        for member, body in self._bus.heard():
            match member, body:
                case "ActivationToken", (int(number), str(token)):
                    self._tokens[number] = token
                case "ActionInvoked", (int(number), str(action)) if number in self._slots:
                    token = self._tokens.pop(number, "")
                    yield Acted(self._slots[number], "" if action == _CLICK else action, token)
                case "NotificationClosed", (int(number), _) if number in self._slots:
                    yield Gone(self._slots[number])
                    self._forget(number)
                case "NameOwnerChanged", (_, _, str()):
                    yield from self._begin_again()
                case "PropertiesChanged", (_, {"Inhibited": (_, value)}, *_):
                    yield Presence(value is True)
                case _:
                    pass

    def _begin_again(self) -> Iterator[News]:
        """Another server knows nothing of what the last one showed."""
        self._abilities = None
        yield from self.lost()
        self._slots.clear()
        self._tokens.clear()
        yield Presence(presenting=False)

    def lost(self) -> list[News]:
        """Return what is to be said when nothing that stands can be reached any more."""
        return [Gone(slot) for slot in self._slots.values()]

    def _able(self) -> frozenset[str]:
        if self._abilities is None:
            (found,) = self._bus.ask(new_method_call(_ADDRESS, "GetCapabilities"))
            self._abilities = frozenset(found)
        return self._abilities

    def _number(self, slot: str) -> int:
        return next((number for number, each in self._slots.items() if each == slot), 0)

    def _forget(self, number: int) -> None:
        self._slots.pop(number, None)
        self._tokens.pop(number, None)


def _hints(picture: Picture | None) -> dict[str, tuple[str, Any]]:
    hints: dict[str, tuple[str, Any]] = {
        "urgency": ("y", _NORMAL),
        "desktop-entry": ("s", "talktally"),
    }
    if picture is not None:
        side, has_opacity = picture.side, True
        row, bits, channels = 4 * side, 8, 4
        pixels = (side, side, row, has_opacity, bits, channels, picture.pixels)
        hints["image-data"] = ("(iiibiiay)", pixels)
    return hints


def _rules() -> tuple[MatchRule, ...]:
    own = MatchRule(type="signal", sender=_NAME, path=_PATH, interface=_NAME)
    changed = MatchRule(
        type="signal",
        sender=_NAME,
        path=_PATH,
        interface="org.freedesktop.DBus.Properties",
        member="PropertiesChanged",
    )
    owner: Any = MatchRule(
        type="signal",
        sender="org.freedesktop.DBus",
        interface="org.freedesktop.DBus",
        member="NameOwnerChanged",
    )
    owner.add_arg_condition(0, _NAME)
    return own, changed, owner
