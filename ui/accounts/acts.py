"""What can be asked of a connection; apart, because the desk knows it before any page is made."""

from enum import StrEnum


class Act(StrEnum):
    """What can be asked of a connection."""

    SYNC = "sync"
    STOP = "stop"
    PAUSE = "pause"
    RESUME = "resume"
    TEST = "test"
    KEY = "key"
    RENAME = "rename"
    OPTIONS = "options"
    REMOVE = "remove"
