"""A record that cannot be taken, and why, whether it came in a file or over the network."""

_SHOWN = 80


class UnreadableRecord(Exception):  # noqa: N818 - named for the record it is about
    """Raised inside a reader for one record, which is then refused; the others are read on.

    ``reason`` is an English template marked for translation, ``places`` fill it; ``value`` is the
    offending value alone, cut short.
    """

    def __init__(self, reason: str, value: str = "", /, **places: object) -> None:
        shown = value if len(value) <= _SHOWN else value[:_SHOWN] + "…"
        self.reason = reason
        self.value = shown
        self.places = {"value": shown, **places}
        super().__init__(reason)
