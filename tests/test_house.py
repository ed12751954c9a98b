"""The house itself: what is packed is found, what is promised in its papers is there."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from wopdesk import places

TREE = Path(__file__).parents[1]
PROJECT = tomllib.loads((TREE / "pyproject.toml").read_text(encoding="utf-8"))
TEXTS = [".md", ".toml", ".py", ".sh", ".xml", ".lock", ".txt", ".csv", ".json"]


def tracked() -> list[Path]:
    """Files that git would hand to a newcomer."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=TREE, check=True, capture_output=True, text=True).stdout
    return [TREE / name for name in names.split("\0") if name]


def test_the_source_tree_is_found_from_the_source_tree() -> None:
    assert places.forms_folder() == TREE / "forms"
    assert places.resources_folder() == TREE / "resources"
    assert (places.forms_folder() / "programme.toml").is_file()


def test_the_data_file_lies_with_the_person_and_not_with_the_program() -> None:
    assert places.default_data_file().is_absolute()
    assert not places.default_data_file().is_relative_to(TREE)


@pytest.mark.parametrize("need", [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["test"]])
def test_the_lock_holds_what_the_project_asks_for(need: str) -> None:
    """A range that was changed without `make lock` is found here."""
    wanted = Requirement(need)
    lock = (TREE / "requirements.lock").read_text(encoding="utf-8")
    locked = re.search(rf"^{canonicalize_name(wanted.name)}==(\S+).*\\\n    --hash=sha256:", lock, re.MULTILINE)
    assert locked
    assert locked[1] in wanted.specifier


def test_what_is_installed_fits_together() -> None:
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", "check"], check=True)


def test_the_lock_names_no_place_to_fetch_from() -> None:
    lock = (TREE / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index" not in lock
    assert "--find-links" not in lock


def test_links_between_our_papers_lead_somewhere() -> None:
    for paper in (file for file in tracked() if file.suffix == ".md" and "forms" not in file.parts):
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", paper.read_text(encoding="utf-8")):
            assert (paper.parent / target).exists(), f"{paper.relative_to(TREE)} points at {target}"


def test_a_text_has_the_same_bytes_on_every_system() -> None:
    """Forms are named by the digest of their bytes, so no checkout may change a line end."""
    for file in tracked():
        if file.suffix in TEXTS:
            assert b"\r" not in file.read_bytes(), file


def test_decisions_are_numbered_without_gap() -> None:
    numbers = [int(file.name[:4]) for file in sorted((TREE / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=TREE, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.mark.long
def test_the_wheel_carries_forms_and_resources(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    for folder in ("forms", "resources", "wopdesk"):
        prefix = "" if folder == "wopdesk" else "wopdesk/"
        ours = {prefix + file.relative_to(TREE).as_posix() for file in tracked() if file.is_relative_to(TREE / folder)}
        assert ours
        assert ours <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)


@pytest.mark.long
def test_an_installed_wheel_finds_its_forms_and_resources(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path)
    question = "from wopdesk import places; print(places.forms_folder(), places.resources_folder(), sep='\\n')"
    surroundings = {**os.environ, "PYTHONPATH": str(tmp_path)}
    answer = subprocess.check_output([sys.executable, "-c", question], cwd=tmp_path, env=surroundings, text=True)
    forms, resources = map(Path, answer.splitlines())
    assert forms == tmp_path / "wopdesk" / "forms"
    assert (forms / "programme.toml").is_file()
    assert resources == tmp_path / "wopdesk" / "resources"
    assert (resources / "README.md").is_file()
