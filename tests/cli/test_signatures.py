"""What is exported can be checked by tools that everybody has, and `verify` says who signed it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import bagit  # type: ignore[import-untyped]  # it ships no types
import pytest

from tests.cli.offices import Network, run, sentences


@pytest.fixture
def bundle(network: Network, tmp_path: Path) -> Path:
    """A bundle of PWON with messages and statements."""
    (file,) = (tmp_path / "to-mentee").glob("*.wopx")
    assert network.pwon.file.exists()
    return file


@pytest.fixture
def bag(bundle: Path, tmp_path: Path) -> Path:
    """The same, unpacked by unzip."""
    subprocess.run(["unzip", "-tq", bundle], check=True, capture_output=True)
    subprocess.run(["unzip", "-q", bundle, "-d", tmp_path / "bag"], check=True)
    (bag,) = (tmp_path / "bag").iterdir()
    return bag


def ssh_verify(file: Path, namespace: str, signers: Path, principal: str) -> subprocess.CompletedProcess[bytes]:
    asked = ("-f", str(signers), "-I", principal, "-n", namespace, "-s", f"{file}.sig")
    command = ["ssh-keygen", "-Y", "verify", *asked]
    return subprocess.run(command, input=file.read_bytes(), capture_output=True, check=False)


def signs(statement: Path, signers: Path, principal: str) -> bool:
    return ssh_verify(statement, "authority@wopdesk", signers, principal).returncode == 0


def test_the_bag_is_one_for_stock_tools(bag: Path) -> None:
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(["sha256sum", "--check", "--strict", "--quiet", manifest], cwd=bag, check=True)
    bagit.Bag(str(bag)).validate()


def test_every_signature_holds_for_ssh_keygen(network: Network, bag: Path, tmp_path: Path) -> None:
    signers = tmp_path / "allowed_signers"
    signers.write_text(network.mentee.done("offices", "--allowed-signers") + "\n", encoding="utf-8")
    envelope = bag / "tagmanifest-sha256.txt"
    segments, statements = sorted(bag.glob("data/segments/*.ndjson")), sorted(bag.glob("data/statements/*.json"))
    assert segments
    assert len(statements) > 3
    assert ssh_verify(envelope, "bundle@wopdesk", signers, "pwon").returncode == 0
    assert all(ssh_verify(one, "segment@wopdesk", signers, "pwon").returncode == 0 for one in segments)
    who = [{one for one in ("authority", "wasa-faisalabad") if signs(file, signers, one)} for file in statements]
    assert sorted(who, key=str) == [{"authority"}] * (len(who) - 1) + [{"wasa-faisalabad"}]  # its own wish

    assert ssh_verify(envelope, "bundle@wopdesk", signers, "wasa-faisalabad").returncode != 0
    assert ssh_verify(envelope, "segment@wopdesk", signers, "pwon").returncode != 0
    envelope.write_bytes(envelope.read_bytes() + b"\n")
    assert ssh_verify(envelope, "bundle@wopdesk", signers, "pwon").returncode != 0


def test_alone_verify_knows_no_signer(bundle: Path) -> None:
    result = run("verify", bundle)
    assert result.exit_code == 0
    assert "signer unknown" in result.stdout


def test_with_a_key_verify_compares_it(network: Network, bundle: Path) -> None:
    key = json.loads(run("verify", bundle, "--json").stdout)[0]["key"]
    for said in (key, network.pwon.code, network.pwon.code.lower()):
        assert run("verify", bundle, "--key", said).exit_code == 0
    assert sentences(run("verify", bundle, "--key", key[::-1]))[0].endswith("The file is signed by another key.")
    assert sentences(run("verify", bundle, "--key", network.mentee.code))


def test_with_a_data_file_verify_asks_for_office_approval(network: Network, bundle: Path, tmp_path: Path) -> None:
    assert "signed by PWON, approved by PWON" in " ".join(network.mentee.done("verify", bundle).split())
    run("--data", tmp_path / "far.wopdesk", "init", "--role", "mentor", "--utility", "Far", "--person", "Sample Mentor")
    assert "did not approve" in sentences(run("verify", bundle, "--data", tmp_path / "far.wopdesk"))[0]


def test_verify_refuses_what_was_changed(bundle: Path) -> None:
    data = bytearray(bundle.read_bytes())
    data[-40] ^= 1
    bundle.write_bytes(data)
    assert len(sentences(run("verify", bundle))) == 3
