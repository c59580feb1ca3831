"""A link is read as people paste it, and never sends anything where others could listen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.join_link import JoinLink, read_link
from app.domain.problem import UsageProblem
from app.domain.server_address import check_address, is_loopback, server_name

CODE = "Ab-_" * 8


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("https://plans.example/join#", "https://plans.example"),
        ("  <https://Plans.Example:8443/join#", "https://plans.example:8443"),
        ("https://example.com/talktally/join/#", "https://example.com/talktally"),
        ("http://127.0.0.1:8000/join#", "http://127.0.0.1:8000"),
        ("http://[::1]:8000/join#", "http://[::1]:8000"),
        ("http://localhost/join#", "http://localhost"),
    ],
)
def test_a_link_is_a_server_and_a_code(text: str, server: str) -> None:
    assert read_link(f"{text}{CODE}\n") == JoinLink(server, CODE)


def test_a_link_broken_into_lines_is_put_together() -> None:
    assert read_link(f"https://plans.example/jo\n in#{CODE}").server == "https://plans.example"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        f"https://plans.example#{CODE}",
        f"https://plans.example/other#{CODE}",
        "https://plans.example/join#short",
        f"https://plans.example/join#{CODE}&x=1",
        f"http://plans.example/join#{CODE}",
        f"http://127.0.0.1.example/join#{CODE}",
        f"https://me:word@plans.example/join#{CODE}",
        f"https:///join#{CODE}",
        f"https://plans.example:port/join#{CODE}",
        f"https://plans.example:0/join#{CODE}",
        f"https://plans.example/join?to=elsewhere#{CODE}",
        f"file:///join#{CODE}",
        f"https://plans.example\\elsewhere/join#{CODE}",
    ],
)
def test_anything_else_is_refused_without_telling_the_code(text: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        read_link(text)
    assert CODE not in str(caught.value)
    assert "word" not in str(caught.value)


@given(st.text(max_size=200))
def test_whatever_is_pasted_is_read_or_refused_in_words(text: str) -> None:
    try:
        found = read_link(text)
    except UsageProblem:
        return
    assert check_address(found.server) == found.server


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://plans.example", "plans.example"),
        ("https://plans.example:443/x", "plans.example"),
        ("https://plans.example:8443", "plans.example:8443"),
        ("http://[::1]:80", "[::1]"),
    ],
)
def test_a_server_is_named_by_its_host(address: str, name: str) -> None:
    assert server_name(address) == name


def test_only_this_computer_is_loopback() -> None:
    hosts = ["localhost", "127.0.0.1", "127.8.8.8", "::1", "10.0.0.1", "example", "localhost.x"]
    assert [is_loopback(host) for host in hosts] == [True, True, True, True, False, False, False]
