"""One running window for a data file: a second start hands its files over and ends."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 1000
_LONGEST = 1 << 20


def name_of(data_file: Path) -> str:
    """The name under which the window of a data file is reached, for this person alone."""
    return "wopdesk-" + hashlib.sha256(str(data_file.resolve()).encode()).hexdigest()[:24]


def hand_over(data_file: Path, files: Sequence[Path]) -> bool:
    """Give files to the window that has this data file open; whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(data_file))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(json.dumps([str(file.resolve()) for file in files]).encode() + b"\n")
    socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    return True


class Door(QObject):
    """Where further starts knock. `knocked` tells the files that they bring, none to be shown only."""

    knocked = Signal(list)

    def __init__(self, data_file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = name_of(data_file)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a program that was killed
            self._server.listen(name)

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        try:
            said = json.loads(bytes(socket.readLine().data()))
            files = [Path(one) for one in said]
        except (ValueError, TypeError):
            return  # not one of ours
        self.knocked.emit(files)
