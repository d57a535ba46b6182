"""Stopping at once. Streams never end by themselves, and a server told to stop waits for open answers: so the signal
is taken from it, the streams are ended, and then the signal does what it does by default. Nothing here needs saving.
"""

import asyncio
import functools
import signal
from asyncio import AbstractEventLoop
from collections.abc import Callable
from types import FrameType

PATIENCE = 2.0  # seconds for the streams to say goodbye
TICK = 0.05

Close = Callable[[], None]
IsDone = Callable[[], bool]


def take_signals(close: Close, *, is_done: IsDone) -> None:
    """From now on SIGTERM and SIGINT call `close`, wait until `is_done`, and end the process. For the main thread.

    A loop's own handlers are told through a pipe, which is full when the loop is busiest; these are not.
    """
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.remove_signal_handler(number)
        signal.signal(number, functools.partial(_heard, loop, close, is_done))


def _heard(
    loop: AbstractEventLoop, close: Close, is_done: IsDone, number: int, _frame: FrameType | None
) -> None:
    loop.call_soon_threadsafe(_begin, loop, close, is_done, number)


def _begin(loop: AbstractEventLoop, close: Close, is_done: IsDone, number: int) -> None:
    close()
    _end_when_done(loop, is_done, number, loop.time() + PATIENCE)


def _end_when_done(loop: AbstractEventLoop, is_done: IsDone, number: int, deadline: float) -> None:
    if is_done() or loop.time() > deadline:
        signal.signal(number, signal.SIG_DFL)
        loop.call_later(TICK, signal.raise_signal, number)  # the last words are on their way
    else:
        loop.call_later(TICK, _end_when_done, loop, is_done, number, deadline)
