"""Ties a child's life to ours: when this process dies, however it dies, the kernel tells the child."""

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def leash(number: int) -> Callable[[], None] | None:
    """A `preexec_fn` that has the kernel send signal `number` to the child when we die; Linux only.

    The kernel means the *thread* that started the child, so no leash is given outside the main thread: the
    child would be told to stop as soon as that thread is done. `subprocess` changes user before it calls
    this, which matters, because a change of user takes the leash off.
    """
    if _libc is None or threading.current_thread() is not threading.main_thread():
        return None
    return _Leash(_libc, number, os.getpid())


class _Leash:
    def __init__(self, libc: ctypes.CDLL, number: int, parent: int) -> None:
        self._libc = libc
        self._number = number
        self._parent = parent

    def __call__(self) -> None:
        self._libc.prctl(PR_SET_PDEATHSIG, self._number, 0, 0, 0)
        if os.getppid() != self._parent:  # we died in between: no signal will come
            os.kill(os.getpid(), signal.SIGKILL)
