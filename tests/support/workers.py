"""Shares the tests out where several workers run them: by the file, each file to one worker.

So whatever a file, or a folder of :data:`TOGETHER`, prepares once is prepared by one worker alone.
The longest come first (see `tests.support.order`), so that no worker waits long for the last one.
"""

import pytest
from typing_extensions import override
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

#: The folders whose files share what takes long to prepare.
TOGETHER = ("tests/journeys/million/",)


class FileSharing(LoadFileScheduling):  # type: ignore[misc]  # it comes without types
    """Gives each worker the next file when it is nearly through with what it has."""

    @override
    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)


def pytest_configure(config: pytest.Config) -> None:
    if config.pluginmanager.has_plugin("xdist"):
        # What kills its worker would be given to the next one, and the next.
        config.option.maxworkerrestart = "0"
        # Those with most tests would come first; they are the cheap ones.
        config.option.loadscopereorder = False


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> FileSharing:
    return FileSharing(config, log)
