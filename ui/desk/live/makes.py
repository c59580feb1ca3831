"""How each source is made; what it needs is loaded on the worker, and only where one is wanted."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from app.domain.beat import Beat
from ui.desk.live.sources import Make
from ui.desk.preferences import Preferences

if TYPE_CHECKING:
    from app.machine.secrets import Secrets
    from app.softphone.source import LiveSource, Tell


def usual_makes(
    preferences: Preferences, secrets: "Callable[[], Secrets]", look: Callable[[], Beat]
) -> Mapping[str, Make]:
    """Return what makes each source of a person's computer."""

    def baresip(place: str, tell: "Tell") -> "LiveSource":
        # Here, as below, because most people listen to no softphone.
        from app.softphone.baresip.source import BaresipSource

        return BaresipSource(place, look, tell)

    def hook(place: str, tell: "Tell") -> "LiveSource":
        from app.actions.hook_address import hook_address
        from app.softphone.hook_http.source import HookSource

        port = int(place.rpartition(":")[2])
        address = hook_address(secrets(), preferences.folder, port)
        return HookSource(port, address.token, look, tell)

    return {"baresip": baresip, "hook": hook}
