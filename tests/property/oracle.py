"""What must be visible, written from the papers alone: from files to visible operations, without the program."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

Cell = tuple[str, str, str]
"""Space id, record and field."""


def digest(*parts: str) -> str:
    data = b"".join(len(part.encode()).to_bytes(8, "big") + part.encode() for part in ("wopdesk/1", *parts))
    return hashlib.sha256(data).hexdigest()


class Oracle:
    """One set of files: what counts in it, and what is visible."""

    def __init__(self, root: str, statements: Sequence[tuple[str, bytes]], kinds: dict[str, dict[str, Any]]) -> None:
        said = sorted((hashlib.sha256(data).hexdigest(), signer, json.loads(data)) for signer, data in statements)
        void = {old for _, signer, one in said if signer == root for old in one["replaces"]}
        live = [one for name, signer, one in said if signer == root and name not in void]
        self.kinds = kinds
        self.cuts = [one for one in live if one["type"] == "cut"]
        self.admits = [(signer, one) for _, signer, one in said if one["type"] == "admit"]
        self.joins = {signer: one["office"] for _, signer, one in reversed(said) if one["type"] == "join"}
        self.approved = {one["key"]: one["office"] for one in reversed(live) if one["type"] == "office"}
        self.roles = {(one["space"], one["office"]): one["role"] for one in reversed(live) if one["type"] == "member"}
        programme = digest("space", "programme", "", root)
        self.pwon = {
            office for (space, office), role in self.roles.items() if (space, role) == (programme, "facilitator")
        }

    def office(self, author: str, space: list[str]) -> str | None:
        speak, name = dict(self.approved), digest("space", *space)
        for _ in self.admits:
            for signer, one in self.admits:
                cuts = [cut for cut in self.cuts if cut.get("key") == signer and space[0] != "team"]
                kept = all(one["key"] in cut["keep"] for cut in cuts)
                asked = signer in speak and self.joins.get(one["key"]) == speak[signer]
                if asked and kept and {"*", name} & set(one["spaces"]):
                    speak.setdefault(one["key"], speak[signer])
        return speak.get(author)

    def role(self, space: list[str], office: str) -> str | None:
        founder = "founder" if office == space[1] and space[0] != "programme" else None
        if space[0] == "team":
            return founder
        stated = self.roles.get((digest("space", *space), office))
        return stated or (space[0] == "partnership" and office in self.pwon and "facilitator") or founder

    def counts(self, file: dict[str, Any], files: dict[str, dict[str, Any]]) -> bool:
        """Whether the batches of one segment count as far as cuts go."""
        space, office = digest("space", *file["space"]), self.office(file["author"], file["space"])
        for cut in self.cuts:
            if cut.get("member") == [space, office] or (
                cut.get("key") == file["author"] and file["space"][0] != "team"
            ):
                reached = todo = set(cut["spaces"].get(space, []))
                while todo:
                    todo = {one for name in todo if name in files for one in files[name]["after"]} - reached
                    reached = reached | todo
                if file["id"] not in reached:
                    return False
        return True

    def may(self, op: list[Any], batch: dict[str, Any], office: str, founding: list[str]) -> bool:
        space, field, kind = batch["space"], op[1], self.kinds.get(founding[2])
        role = self.role(space, office)
        if (
            role is None
            or kind is None
            or batch["forms"].get(founding[2]) != kind["form"]
            or field.startswith("@later")
        ):
            return False
        if space[0] == "team":
            return not field.startswith("@review")
        if space[0] != kind["home"] or (kind["owner"] == "founder" and founding[1] != space[1]):
            return False
        if field.startswith("@review"):
            return field.endswith(f"/{office}") and role in kind["reviewers"]
        if field == "@behalf":
            return role == "facilitator"
        behalf = role == "facilitator" and any(one[:2] == [op[0], "@behalf"] for one in batch["ops"])
        return (office == founding[1] and role in [*kind["founders"], "founder"]) or role in kind["writers"] or behalf

    def visible(self, segments: list[bytes], own: Sequence[tuple[list[str], str, bytes]]) -> dict[Cell, set[str]]:
        """Visible operation ids by cell. `own`: space, author and line of batches that are in no segment."""
        files: dict[str, dict[str, Any]] = {}
        for data in segments:
            head, *lines = data[:-1].split(b"\n")
            files[hashlib.sha256(data).hexdigest()] = {**json.loads(head), "lines": lines}
        for name, file in files.items():
            file["id"] = name
        standing = [(file, self.counts(file, files), line) for file in files.values() for line in file["lines"]]
        standing += [({"space": space, "author": author}, True, line) for space, author, line in own]
        cells: dict[Cell, dict[str, tuple[list[Any], dict[str, Any]]]] = defaultdict(dict)
        counting: dict[str, bool] = defaultdict(bool)
        where: dict[str, Cell] = {}
        for file, ok, line in standing:
            if line == b"garbage":
                continue
            space = digest("space", *file["space"])
            batch = {**json.loads(line), "space": file["space"], "author": file["author"]}
            name = hashlib.sha256(self._prefixed("batch", space, file["author"], line)).hexdigest()
            counting[name] |= ok
            for index, op in enumerate(batch["ops"]):
                where[f"{name}:{index}"] = cell = (space, op[0], op[1])
                cells[cell][f"{name}:{index}"] = (op, batch)
        founded = {
            cell[:2]: json.loads(op[2])
            for cell, ops in cells.items()
            for op, batch in ops.values()
            if cell[2] == "@kind" and self._founds(op, batch)
        }
        found: dict[Cell, set[str]] = {}
        for cell, ops in cells.items():
            good = {name for name in ops if self._good(name, ops[name], founded.get(cell[:2]), counting, where)}
            hidden: set[str] = set()
            todo = [parent for name in good for parent in ops[name][0][3]]
            while todo:
                name = todo.pop()
                if name in ops and name not in hidden:
                    hidden.add(name)
                    todo += ops[name][0][3]
            if good - hidden:
                found[cell] = good - hidden
        return found

    def _good(
        self,
        name: str,
        one: tuple[list[Any], dict[str, Any]],
        founding: list[str] | None,
        counting: dict[str, bool],
        where: dict[str, Cell],
    ) -> bool:
        op, batch = one
        if any(where.get(parent, where[name]) != where[name] for parent in op[3]):
            return False
        if op[1] == "@kind":
            return self._founds(op, batch)
        office = self.office(batch["author"], batch["space"])
        return bool(office and founding and counting[name[:64]]) and self.may(op, batch, str(office), founding or [])

    def _founds(self, op: list[Any], batch: dict[str, Any]) -> bool:
        parts = json.loads(op[2]) if isinstance(op[2], str) and op[2].startswith("[") else []
        right = len(parts) == 5 and digest("record", *parts) == op[0]
        return right and (parts[0] == digest("space", *batch["space"]) or batch["space"][0] == "team")

    @staticmethod
    def _prefixed(tag: str, space: str, author: str, line: bytes) -> bytes:
        parts = [b"wopdesk/1", tag.encode(), space.encode(), author.encode(), line]
        return b"".join(len(part).to_bytes(8, "big") + part for part in parts)
