"""Only this computer is listened to."""

import pytest

from app.domain.problem import UsageProblem
from app.softphone.baresip.place import Place, read_place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("127.0.0.1:4444", Place("127.0.0.1", 4444)),
        (" 127.0.0.1 ", Place("127.0.0.1", 4444)),
        ("127.8.8.8:5", Place("127.8.8.8", 5)),
        ("localhost", Place("127.0.0.1", 4444)),
        ("LocalHost:65535", Place("127.0.0.1", 65535)),
        ("::1", Place("::1", 4444)),
        ("[::1]:4445", Place("::1", 4445)),
        ("[::1]", Place("::1", 4444)),
    ],
)
def test_an_address_of_this_computer_is_read(text: str, place: Place) -> None:
    assert read_place(text) == place


@pytest.mark.parametrize(
    "text",
    ["", "0.0.0.0:4444", "192.168.1.2:4444", "[::]:4444", "pbx.example.com", "127.0.0.1:0",
     "127.0.0.1:65536", "127.0.0.1:x", "127.0.0.1:" + "9" * 5000, "[::1]4444x", "127.0.0.1:²",
     "localhost.example.com:4444"],
)  # fmt: skip
def test_any_other_address_is_refused(text: str) -> None:
    with pytest.raises(UsageProblem, match="on this computer"):
        read_place(text)
