"""The door at which further starts knock, and the knocking: a local socket, for this person alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE, _PAUSE = 3000, 100
_TRIES = 100
"""Ten seconds: a first start on a slow computer holds the lock before it has a door."""
_LONGEST = 1 << 20


def knock(name: str, files: Sequence[Path]) -> bool:
    """Hand files over; whether somebody took them."""
    socket = QLocalSocket()
    if not _reached(socket, name):
        return False
    socket.write(json.dumps([str(file.resolve()) for file in files]).encode() + b"\n")
    socket.waitForBytesWritten(_PATIENCE)
    return bool(socket.bytesAvailable()) or socket.waitForReadyRead(_PATIENCE)


def _reached(socket: QLocalSocket, name: str) -> bool:
    for _ in range(_TRIES):
        socket.connectToServer(name)
        if socket.waitForConnected(_PATIENCE):
            return True
        QThread.msleep(_PAUSE)
    return False


class Door(QObject):
    """Where further starts knock. `knocked` tells the files that they bring; none: the window is to be shown only."""

    knocked = Signal(list)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a program that was killed
            self._server.listen(name)

    def close(self) -> None:
        """Nobody is answered here any more."""
        self._server.close()
        self.deleteLater()

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        files = _files(bytes(socket.readLine().data()))
        if files is not None:
            socket.write(b"\n")
            socket.flush()
            self.knocked.emit(files)


def _files(said: bytes) -> list[Path] | None:
    """The files that a start of ours names; None where it is something else."""
    try:
        names = json.loads(said)
    except ValueError:
        return None
    return [Path(name) for name in names] if isinstance(names, list) and all(map(_is_name, names)) else None


def _is_name(name: object) -> bool:
    return isinstance(name, str) and "\0" not in name
