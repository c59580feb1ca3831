"""What the page about softphones says to paste is understood by the program as it is."""

import re
from pathlib import Path

import pytest

from app.commands.arguments import Parser
from app.commands.main import _module
from app.commands.table import COMMANDS, take_apart
from app.domain.beat import Beat
from app.domain.call_report import CallReport, Happening, Heard
from app.domain.instant import Instant
from app.softphone.hook_http.door import Door
from tests.support.contracts import ROOT

PAGE = (ROOT / "docs" / "softphones.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
LINES = [line for block in BLOCKS for line in block.splitlines()]
COMMAND_LINES = [line for line in LINES if "talktally " in line]
ADDRESSES = [found for line in LINES for found in re.findall(r"http://127[^\s']+", line)]
PORT, TOKEN = 47612, "TOKEN"
AT = Beat(Instant(0))


def words_of(line: str) -> list[str]:
    return line.partition("talktally ")[2].split()


def test_the_page_has_recipes() -> None:
    assert len(COMMAND_LINES) >= 20
    assert len(ADDRESSES) >= 10


@pytest.mark.parametrize("line", sorted(set(COMMAND_LINES)))
def test_every_command_of_the_page_is_one(line: str) -> None:
    call = take_apart(words_of(line), COMMANDS)
    parser = Parser(call.words, "-")
    _module(COMMANDS[call.words].module).add_arguments(parser)
    parser.read(call.rest)


@pytest.mark.parametrize("line", [each for each in COMMAND_LINES if each.startswith("cmd")])
def test_what_microsip_adds_becomes_the_number(line: str) -> None:
    assert len(line.partition("=")[2]) < 256
    call = take_apart([*words_of(line), "+4930901820"], COMMANDS)
    parser = Parser(call.words, "-")
    _module(COMMANDS[call.words].module).add_arguments(parser)
    assert parser.read(call.rest).number == "+4930901820"


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_of_the_page_is_taken(address: str) -> None:
    told: list[Heard] = []
    filled = address.replace("$RemoteParty", "+4930901820").replace("NUMBER", "+4930901820")
    filled = filled.replace("$CallGUID", "6f9619ff").replace("$RemoteAlias", "Ada")
    target = filled.partition(f":{PORT}")[2]
    request = f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\n\r\n".encode()
    reply = Door(PORT, TOKEN, told.append)(request, AT)
    assert reply is not None
    assert reply.startswith(b"HTTP/1.1 204 ")
    (report,) = told
    assert isinstance(report, CallReport)
    assert report.what is Happening(target.partition("?")[0].rpartition("/")[2])
    assert report.number == "+4930901820"
    assert (report.direction is not None) == ("direction=" in address)


def test_every_trigger_of_twinkle_is_in_its_recipe() -> None:
    keys = {line.partition("=")[0] for line in COMMAND_LINES if line.startswith("script_")}
    twinkle = (Path(ROOT) / "tests" / "support" / "twinkle.py").read_text(encoding="utf-8")
    assert len(keys) == 8
    assert all(f'"{key.removeprefix("script_")}"' in twinkle for key in keys)


def test_every_word_of_the_page_is_known() -> None:
    rows = re.findall(r"^\| `(number|id|direction|method|name)` \| ([^|]*)\|", PAGE, re.MULTILINE)
    assert len(rows) == 5
    values = {"number": "1", "id": "1", "direction": "in", "method": "phone", "name": "Ada"}
    for field, others in rows:
        for word in [field, *filter(None, (each.strip() for each in others.split(",")))]:
            told: list[Heard] = []
            request = f"GET /hook/ring?token={TOKEN}&{word}={values[field]} HTTP/1.1\r\n"
            Door(PORT, TOKEN, told.append)(f"{request}Host: localhost\r\n\r\n".encode(), AT)
            (report,) = told
            assert str(getattr(report, field)).startswith(values[field])
