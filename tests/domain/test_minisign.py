"""What is signed with minisign is told from what is not."""

import subprocess
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.minisign import MinisignError, check, public_key
from app.remote.updates.ed25519 import vouches
from tests.support.minisign import Signer
from tests.support.tools import find_tool, needs_tool

CONTENT = b'{"version": "0.2.0"}\n'
OURS, OTHERS = Signer(1), Signer(2)


def checked(content: bytes, signature: bytes, signer: Signer = OURS) -> str:
    return check(public_key(signer.public), content, signature, vouches)


def refused(content: bytes, signature: bytes, signer: Signer = OURS) -> str:
    with pytest.raises(MinisignError) as caught:
        checked(content, signature, signer)
    return str(caught.value)


@pytest.mark.parametrize("legacy", [False, True])
def test_what_was_signed_comes_with_its_trusted_comment(*, legacy: bool) -> None:
    assert checked(CONTENT, OURS.sign(CONTENT, "22 Nov 2026", legacy=legacy)) == "22 Nov 2026"


@pytest.mark.parametrize("legacy", [False, True])
def test_an_altered_content_is_refused(*, legacy: bool) -> None:
    signature = OURS.sign(CONTENT, legacy=legacy)
    assert refused(CONTENT + b" ", signature) == "the content is not what was signed"


def test_a_signature_of_another_file_is_refused() -> None:
    assert refused(CONTENT, OURS.sign(b"another file")) == "the content is not what was signed"


def test_an_altered_trusted_comment_is_refused() -> None:
    signature = OURS.sign(CONTENT, "of 2026").replace(b"of 2026", b"of 2027")
    assert refused(CONTENT, signature) == "the trusted comment is not what was signed"


def test_a_trusted_comment_of_another_signature_is_refused() -> None:
    mine, other = (OURS.sign(each, "same").split(b"\n") for each in (CONTENT, b"else"))
    signature = b"\n".join([*mine[:3], other[3], b""])
    assert refused(CONTENT, signature) == "the trusted comment is not what was signed"


def test_another_key_is_told_by_its_id() -> None:
    assert refused(CONTENT, OTHERS.sign(CONTENT)) == "signed with another key"


def test_another_key_that_takes_our_id_is_refused() -> None:
    thief = Signer(2, key_id=OURS.key_id)
    assert refused(CONTENT, thief.sign(CONTENT)) == "the content is not what was signed"


def test_a_prehashed_signature_is_none_of_the_hash_itself() -> None:
    signature = OURS.sign(CONTENT)
    as_plain = signature.split(b"\n")
    raw = b64decode(as_plain[1])
    as_plain[1] = b64encode(b"Ed" + raw[2:])
    assert refused(CONTENT, b"\n".join(as_plain)) == "the content is not what was signed"


@pytest.mark.parametrize("end", range(0, 240, 7))
def test_a_signature_that_was_cut_off_is_refused(end: int) -> None:
    refused(CONTENT, OURS.sign(CONTENT)[:end])


@pytest.mark.parametrize("junk", ["", "RW", "not base64 at all", "ä" * 56, OURS.public[:-4]])
def test_a_key_that_is_none_is_refused(junk: str) -> None:
    with pytest.raises(MinisignError):
        public_key(junk)


def test_a_key_of_another_kind_is_refused() -> None:
    with pytest.raises(MinisignError):
        public_key(b64encode(b"XX" + b"\0" * 40).decode())


@given(st.binary(max_size=300))
def test_junk_is_no_signature(junk: bytes) -> None:
    refused(CONTENT, junk)


@given(st.integers(min_value=0), st.integers(1, 255))
def test_no_byte_that_matters_can_be_changed(place: int, change: int) -> None:
    """Only the untrusted comment, and what base64 and ends of lines leave open, may differ."""
    signature = bytearray(OURS.sign(CONTENT, "of 2026"))
    place = len(b"untrusted comment: of a throw-away key\n") + place % (len(signature) - 60)
    signature[place % len(signature)] ^= change
    with suppress(MinisignError):
        assert checked(CONTENT, bytes(signature)) == "of 2026"


@given(st.text(max_size=80))
def test_junk_is_no_key(junk: str) -> None:
    with pytest.raises(MinisignError):
        public_key(junk)


@needs_tool("minisign")
@pytest.mark.parametrize("legacy", [(), ("-l",)])
def test_what_the_program_minisign_signs_is_taken(tmp_path: Path, legacy: tuple[str, ...]) -> None:
    minisign = find_tool("minisign")
    secret, public, file = (tmp_path / name for name in ("secret", "public", "updates.json"))
    file.write_bytes(CONTENT)
    make = [minisign, "-G", "-W", "-p", str(public), "-s", str(secret)]
    sign = [minisign, "-S", *legacy, "-s", str(secret), "-m", str(file), "-t", "of a test"]
    for command in (make, sign):
        subprocess.run(command, check=True, capture_output=True, timeout=60)
    key = public_key(public.read_text().splitlines()[1])
    signature = file.with_name("updates.json.minisig").read_bytes()
    assert check(key, CONTENT, signature, vouches) == "of a test"
    with pytest.raises(MinisignError):
        check(key, CONTENT + b"!", signature, vouches)


@needs_tool("minisign")
def test_the_program_minisign_takes_what_the_tests_sign(tmp_path: Path) -> None:
    file = tmp_path / "updates.json"
    file.write_bytes(CONTENT)
    file.with_name("updates.json.minisig").write_bytes(OURS.sign(CONTENT))
    command = [find_tool("minisign"), "-V", "-P", OURS.public, "-m", str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
