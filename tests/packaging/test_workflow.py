import re
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from shipping.make import STEPS
from shipping.verify import PACKAGES

from tests.support.contracts import ROOT

_RELEASE = ROOT / "packaging" / "release"
_WORKFLOW = (_RELEASE / "workflow.yml").read_text(encoding="utf-8")
_README = (ROOT / "packaging" / "README.md").read_text(encoding="utf-8")
_KNOWN = {"packages": set(STEPS), "verify-packages": set(PACKAGES)}


def _steps() -> list[dict[str, Any]]:
    jobs = yaml.safe_load(_WORKFLOW)["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


def _commands() -> str:
    return "\n".join(step.get("run", "") for step in _steps())


def test_every_target_that_the_workflow_makes_is_there() -> None:
    targets = re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text())
    lines = re.findall(r"(?m)^(?:\S+=\S+ )*make ([a-z -]+)", _commands())
    asked = [word for line in lines for word in line.split()]
    assert asked
    assert set(asked) <= set(targets)


def test_every_package_that_the_workflow_names_is_made_or_proven() -> None:
    asked = re.findall(r'make ([a-z-]+) ARGS="?([a-z ]+)', _commands())
    assert {target for target, _ in asked} == set(_KNOWN)
    for target, words in asked:
        assert set(words.split()) <= _KNOWN[target]


def test_every_module_and_script_that_the_workflow_starts_is_there() -> None:
    modules = re.findall(r"python -m (shipping\S+)", _commands())
    scripts = re.findall(r"packaging/\S+\.(?:sh|ps1)", _commands())
    assert modules
    assert scripts
    assert all(find_spec(each) for each in modules)
    assert all((ROOT / each).is_file() for each in scripts)


def test_every_secret_is_explained() -> None:
    secrets = set(re.findall(r"secrets\.(\w+)", _WORKFLOW))
    explained = set(re.findall(r"(?m)^\| `([A-Z_]+)` \|", _README))
    assert secrets == explained


def test_nothing_is_signed_before_every_system_was_tried() -> None:
    jobs = yaml.safe_load(_WORKFLOW)["jobs"]
    assert set(jobs["papers"]["needs"]) == set(jobs) - {"papers"}
    assert jobs["papers"]["environment"] == "release"


def test_each_system_lets_the_program_check_itself() -> None:
    held = _WORKFLOW + "".join(each.read_text() for each in _RELEASE.glob("*.ps1"))
    signing = (ROOT / "packaging" / "macos" / "sign-and-notarise.sh").read_text()
    assert "talktally --selfcheck" in held
    assert "talktally-cli.exe" in held
    assert "--selfcheck" in signing


@pytest.mark.parametrize("script", sorted(_RELEASE.glob("*.sh")), ids=lambda each: each.name)
def test_scripts_of_the_workflow_are_ones_that_a_shell_reads(script: Path) -> None:
    subprocess.run(["sh", "-n", str(script)], check=True, capture_output=True)
