"""What software centres show: the description that is kept, and the releases of the changelog.

https://www.freedesktop.org/software/appstream/docs/chap-Metadata.html
"""

import re
import time

from shipping.place import Release

_PLACE = "  <releases/>\n"
_heading = re.compile(
    r"^## \[(?P<version>[0-9][^\]]*)\] [-–] (?P<date>\d{4}-\d\d-\d\d)$", re.MULTILINE
)


def metainfo(template: str, changes: str, release: Release) -> str:
    """Fill the releases in; one that the changelog does not have yet is a build in development."""
    found = [(each["version"], each["date"], "stable") for each in _heading.finditer(changes)]
    if release.version not in [version for version, _, _ in found]:
        today = time.strftime("%Y-%m-%d", time.gmtime(release.epoch))
        found.insert(0, (release.version, today, "development"))
    lines = [
        f'    <release version="{version}" date="{date}" type="{kind}"/>\n'
        for version, date, kind in found
    ]
    return template.replace(_PLACE, f"  <releases>\n{''.join(lines)}  </releases>\n")
