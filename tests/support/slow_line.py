"""A line on the loopback address that leads to a server's socket: as slow and as broken as one wants."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue

_CHUNK = 16_384


class SlowLine:
    """Listens on a free port; each connection is carried to the socket, both ways."""

    def __init__(self, target: Path, delay: float = 0.0, is_cut: Callable[[], bool] = lambda: False) -> None:
        """``delay``: seconds that every byte takes one way; ``is_cut`` is asked at every chunk."""
        self._target = target
        self._delay = delay
        self._is_cut = is_cut
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.cuts = 0
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for one in self._open:
            _end(one)
            one.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                near.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                far = socket.socket(socket.AF_UNIX)
                self._open += (near, far)
                try:
                    far.connect(str(self._target))
                except OSError:
                    _end(near)
                    continue
                for one, other in ((near, far), (far, near)):
                    self._carry(one, other)

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        """Two threads a direction: what was read waits its time in a queue and holds up nothing behind it."""
        on_its_way: SimpleQueue[tuple[float, bytes]] = SimpleQueue()

        def read() -> None:
            data = b"-"
            while data:
                data = b""
                with suppress(OSError):
                    data = one.recv(_CHUNK)
                if data and self._is_cut():
                    self.cuts += 1
                    _end(one, other)
                    data = b""
                on_its_way.put((time.monotonic() + self._delay, data))

        def write() -> None:
            while True:
                due, data = on_its_way.get()
                time.sleep(max(0.0, due - time.monotonic()))
                if not data:
                    _end(one, other)
                    return
                with suppress(OSError):
                    other.sendall(data)

        threading.Thread(target=read, daemon=True).start()
        threading.Thread(target=write, daemon=True).start()


def _end(*sockets: socket.socket) -> None:
    for one in sockets:
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
