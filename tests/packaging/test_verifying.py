"""What a proof of the packages says, and where it sees something wrong."""

import json
from pathlib import Path

import pytest
from shipping import sizes, verify
from shipping.place import Release
from shipping.verifying import linux, older, report
from shipping.verifying.report import Shown

RELEASE = Release("0.1.0", 0)
VERIFIED = Shown("deb", "talktally_0.1.0_amd64.deb", 54_200_000, 20.04)
FAILED = Shown("rpm", "talktally.rpm", 0, 1, wrong="There is no talktally.rpm.")
NOT_RUN = Shown("archive", "talktally.tar.xz", 0, 0, not_run="for want of rights")


class TestThePackages:
    def test_each_is_an_artefact_of_the_release(self) -> None:
        for _, attribute in verify.PACKAGES.values():
            assert isinstance(getattr(RELEASE, attribute), Path)

    def test_one_that_is_not_known_is_refused_with_those_that_are(self) -> None:
        with pytest.raises(SystemExit, match="no msi to verify; there is: deb, rpm, archive"):
            verify.main(["msi"])

    def test_what_is_wrong_becomes_the_sentence_of_its_row(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def prove(release: Release) -> None:
            raise SystemExit(f"{release.deb.name} is broken.")

        monkeypatch.setattr(linux, "verify_deb", prove)
        said = verify._wrong(verify.PACKAGES["deb"][0], RELEASE)
        assert said == "talktally_0.1.0_amd64.deb is broken."

    def test_a_tool_that_fails_is_said_and_no_traceback(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def prove(_release: Release) -> None:
            raise FileNotFoundError(2, "No such file", "dpkg-deb")

        monkeypatch.setattr(linux, "verify_deb", prove)
        assert "dpkg-deb" in verify._wrong(verify.PACKAGES["deb"][0], RELEASE)


class TestTheWayARunEnds:
    @pytest.mark.parametrize(
        ("rows", "everything", "code"),
        [
            ([VERIFIED], True, 0),
            ([VERIFIED, FAILED], False, 1),
            ([VERIFIED, NOT_RUN], False, 0),
            ([VERIFIED, NOT_RUN], True, 1),
        ],
    )
    def test_says_whether_all_hold(self, *, rows: list[Shown], everything: bool, code: int) -> None:
        assert verify.exit_code(rows, everything=everything) == code

    def test_shows_a_line_for_each_package(self) -> None:
        assert report.table([VERIFIED, FAILED, NOT_RUN]).splitlines() == [
            "deb      verified    20 s    54.2 MB  talktally_0.1.0_amd64.deb",
            "rpm      failed       1 s             talktally.rpm",
            "archive  not run      0 s             talktally.tar.xz: for want of rights",
        ]

    def test_leaves_a_file_for_programs(self, tmp_path: Path) -> None:
        report.write([VERIFIED, FAILED], "0.1.0", tmp_path / "verified.json")
        held = json.loads((tmp_path / "verified.json").read_text())
        assert (held["version"], held["release"]) == (1, "0.1.0")
        assert [each["outcome"] for each in held["packages"]] == ["verified", "failed"]
        assert held["packages"][0]["size"] == 54_200_000


class TestTheSize:
    def test_of_a_package_within_its_limit_is_right(self, tmp_path: Path) -> None:
        sizes.check_size(made(tmp_path / "talktally.deb", 60_000_000))

    @pytest.mark.parametrize(
        ("name", "size", "limit"),
        [("talktally.deb", 60_000_001, "60"), ("talktally-setup.exe", 35_000_001, "35")],
    )
    def test_past_the_limit_is_wrong(
        self, tmp_path: Path, name: str, size: int, limit: str
    ) -> None:
        with pytest.raises(SystemExit, match=f"{name} has .* MB; it may have {limit}"):
            sizes.check_size(made(tmp_path / name, size))

    def test_of_what_was_not_made_is_said_plainly(self, tmp_path: Path) -> None:
        with pytest.raises(SystemExit, match=r"There is no talktally\.deb: make packages makes it"):
            sizes.check_size(tmp_path / "talktally.deb")


def test_an_earlier_package_differs_in_its_version_alone() -> None:
    control = "Package: talktally\nVersion: 0.1.0\nDepends: libc6 (>= 2.36)\n"
    earlier = older.with_version(control, "0.0.1")
    assert earlier == "Package: talktally\nVersion: 0.0.1\nDepends: libc6 (>= 2.36)\n"


def test_packages_are_tried_in_one_debian_unless_more_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("TALKTALLY_DEBIAN", raising=False)
    assert linux.suites() == ["bookworm"]
    monkeypatch.setenv("TALKTALLY_DEBIAN", "bookworm trixie")
    assert linux.suites() == ["bookworm", "trixie"]


def made(path: Path, size: int) -> Path:
    with path.open("wb") as file:
        file.truncate(size)
    return path
