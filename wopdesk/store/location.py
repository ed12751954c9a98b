"""Where a data file may lie: on this computer's own disk, not where others write too."""

from __future__ import annotations

from pathlib import Path

from wopdesk.sentence import Sentence, reported
from wopdesk.store.faults import StoreFault

SYNCED_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud",
    "nextcloud",
    "pcloud",
    "mega",
)
_NETWORK_FILE_SYSTEMS = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "9p",
    "davfs",
    "fuse.davfs2",
    "fuse.rclone",
}


def refuse_bad_place(path: Path) -> None:
    """Make the folder of a new file.

    Raises:
        StoreFault: there is a file already, others write to that place too, or the folder cannot be made.
    """
    if path.exists():
        raise StoreFault(
            Sentence("There is a file {file} already.", file=path),
            "It was not touched.",
            "Choose another name, or open that file.",
        )
    reason = unsafe_place(path)
    if reason:
        raise _shared(path.parent, reason)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreFault(
            Sentence("The folder {folder} cannot be made ({reason}).", folder=path.parent, reason=reported(error)),
            "Nothing was changed.",
            "Choose another folder.",
        ) from None


def _shared(folder: Path, reason: str) -> StoreFault:
    return StoreFault(
        Sentence(
            "{folder} {reason}, where two programs would write the file at once and damage it.",
            folder=folder,
            reason=reason,
        ),
        "Nothing was made there.",
        "Choose a folder on this computer's own disk; sending by bundle is the way between computers.",
    )


def unsafe_place(path: Path) -> str:
    """Why a data file must not lie at `path` (it belongs to a synchronised or network folder), or an empty text."""
    folder = path.absolute().parent
    names = [part.lower() for part in folder.parts]
    synced = next((name for name in names if any(name.startswith(known) for known in SYNCED_FOLDERS)), None)
    if synced:
        return Sentence("lies in a folder that is synchronised with other computers ({service})", service=synced)
    if str(folder).startswith(("//", "\\\\")) or _file_system(folder) in _NETWORK_FILE_SYSTEMS:
        return Sentence("lies on a network drive")
    return ""


def _file_system(folder: Path) -> str:
    """The type of the file system that holds `folder`, where /proc tells it."""
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return ""
    found = ("", "")
    for line in mounts.read_text("utf-8", "replace").splitlines():
        _, place, kind, *_ = line.split(" ")
        under = str(folder) == place or str(folder).startswith(place.rstrip("/") + "/")
        if under and len(place) >= len(found[0]):
            found = (place, kind)
    return found[1]
