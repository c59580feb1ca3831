import os
from pathlib import Path

import pytest
from nacl.bindings import crypto_sign_open
from shipping.release.signing import Key, NoKeyError, is_signed, key_of, make_key, sign

from app.domain.minisign import check, public_key
from tests.support.tools import needs_tool

pytestmark = needs_tool("minisign")


@pytest.fixture
def key(tmp_path: Path) -> tuple[Key, str]:
    """A throw-away key with its public half."""
    return make_key(tmp_path)


@pytest.fixture
def sums(tmp_path: Path) -> Path:
    (tmp_path / "SHA256SUMS").write_text("0123  talktally_1.2.3_amd64.deb\n")
    return tmp_path / "SHA256SUMS"


def test_a_signed_file_is_vouched_for(sums: Path, key: tuple[Key, str]) -> None:
    sign(sums, key[0], "talktally 1.2.3")
    assert is_signed(sums, key[1])


def test_an_altered_file_is_refused(sums: Path, key: tuple[Key, str]) -> None:
    sign(sums, key[0], "talktally 1.2.3")
    sums.write_text(sums.read_text().replace("0123", "0124"))
    assert not is_signed(sums, key[1])


def test_an_altered_comment_is_refused(sums: Path, key: tuple[Key, str]) -> None:
    signature = sign(sums, key[0], "talktally 1.2.3")
    signature.write_text(signature.read_text().replace("1.2.3", "1.2.4"))
    assert not is_signed(sums, key[1])


def test_the_signature_of_another_key_is_refused(
    sums: Path, key: tuple[Key, str], tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other, _ = make_key(tmp_path / "other")
    sign(sums, other, "talktally 1.2.3")
    assert not is_signed(sums, key[1])


def test_the_program_itself_takes_such_a_signature(sums: Path, key: tuple[Key, str]) -> None:
    signature = sign(sums, key[0], "talktally 1.2.3").read_bytes()
    comment = check(public_key(key[1]), sums.read_bytes(), signature, _vouches)
    assert comment == "talktally 1.2.3"


def test_a_secret_key_is_for_its_owner_alone(key: tuple[Key, str]) -> None:
    assert key[0].file.stat().st_mode & 0o777 == 0o600


def test_who_names_no_key_signs_nothing() -> None:
    with pytest.raises(NoKeyError):
        key_of({})


def test_a_key_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="MINISIGN_KEY names a file that is not there"):
        key_of({**os.environ, "MINISIGN_KEY": str(tmp_path / "none")})


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of Unix")
def test_a_key_that_others_can_read_signs_nothing(key: tuple[Key, str]) -> None:
    key[0].file.chmod(0o640)
    with pytest.raises(SystemExit, match="a key that others can use: chmod 600"):
        key_of({"MINISIGN_KEY": str(key[0].file)})


def test_a_broken_key_is_told_in_a_sentence(sums: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.key").write_text("no key\n")
    with pytest.raises(SystemExit, match="minisign refused"):
        sign(sums, Key(tmp_path / "broken.key"), "talktally 1.2.3")


def _vouches(public: bytes, content: bytes, signature: bytes) -> bool:
    return crypto_sign_open(signature + content, public) == content
