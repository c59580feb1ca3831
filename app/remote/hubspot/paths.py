"""Where HubSpot keeps what is read, in either family of paths: "v3" or a dated one."""

import re
from dataclasses import dataclass

from app.domain.problem import UsageProblem, mark

#: HubSpot supports a dated version for eighteen months, and v3 only until September 2027.
USUAL_VERSION = "2026-09"
_dated = re.compile(r"20[0-9]{2}-(?:0[1-9]|1[0-2])").fullmatch
_NO_VERSION = mark("{version} is no version of HubSpot's API. Write v3, or one such as 2026-09.")
_SHOWN = 40
CALLS, TEXTS = "calls", "communications"


@dataclass(frozen=True, slots=True)
class Paths:
    """The paths of one version."""

    objects: str
    owners: str
    account: str

    def listed(self, kind: str) -> str:
        """Return where records of a kind are listed."""
        return f"{self.objects}/{kind}"

    def search(self, kind: str) -> str:
        """Return where records of a kind are searched."""
        return f"{self.objects}/{kind}/search"


def paths_of(version: str) -> Paths:
    """Return the paths of a version, "" being the usual one; UsageProblem for no such thing."""
    version = version.strip() or USUAL_VERSION
    if version == "v3":
        return Paths("/crm/v3/objects", "/crm/v3/owners", "/account-info/v3/details")
    if not _dated(version):
        raise UsageProblem(_NO_VERSION, version=version[:_SHOWN])
    return Paths(
        f"/crm/objects/{version}", f"/crm/owners/{version}", f"/account-info/{version}/details"
    )


def is_search(path: str) -> bool:
    """Tell whether a question goes to the search, which has a limit of its own."""
    return path.endswith("/search")
