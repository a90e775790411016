"""What takes long is worked out in processes of its own, which give way to everything else on the machine.

In a thread of the server it would keep the requests waiting for the interpreter, and on the laptop of whoever
works alone it would take the processor from the browser, which draws what is being typed (docs/decisions).
"""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import current_process, get_context, parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Lock, Thread
from time import sleep
from typing import Any, ParamSpec, TypeVar

from blueprint.document import Document

P = ParamSpec("P")
V = TypeVar("V")

LARGE = 100  # steps; what a smaller document takes is not worth handing it over

AUTOGROUP = Path("/proc/self/autogroup")
TRIES = 20  # Linux lets a weight be set every tenth of a second, whoever asks (sched_autogroup_set_nice)

_spawn = get_context("spawn")  # a fork would copy the locks that other threads hold


class Helper:
    """A process that does one thing after another for us, and ends when we do, however we end."""

    def __init__(self) -> None:
        self.pipe, theirs = _spawn.Pipe()
        # A daemon: a server that is told to stop does not wait for it.
        self.process = _spawn.Process(target=_serve, args=[theirs], name="aside", daemon=True)
        self.process.start()
        theirs.close()  # theirs alone: when they end we read the end of it

    def ask(self, work: Callable[P, V], *args: P.args, **kwargs: P.kwargs) -> tuple[bool, Any]:
        """Whether `work` came to its end there, and what it made of it or the error that it raised. Raises
        EOFError or OSError where the process is gone.
        """
        self.pipe.send((work, args, kwargs))
        return self.pipe.recv()  # type: ignore[no-any-return]

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


_idle: list[Helper] = []
_guard = Lock()


def aside(work: Callable[P, V], *args: P.args, **kwargs: P.kwargs) -> V:
    """What `work`, a function of a module, makes of these arguments, of which the documents say how large it
    is. Raises what it raises; ChildProcessError where its process was ended from outside, twice.
    """
    if not any(len(one.steps) >= LARGE for one in args if isinstance(one, Document)):
        return work(*args, **kwargs)
    if current_process().daemon:  # a worker's, which is a process of its own already, and may have none
        return work(*args, **kwargs)
    for attempt in range(2):
        with _guard:
            # Where one was ended from outside, others may have been: the second time it is a new one.
            helper = _idle.pop() if _idle and attempt == 0 else None
        helper = helper or Helper()
        try:
            good, answer = helper.ask(work, *args, **kwargs)
        except (EOFError, OSError):
            helper.end()
            continue
        except BaseException:  # what was asked or answered could not be read: nobody knows where it stands
            helper.end()
            raise
        with _guard:
            _idle.append(helper)
        if good:
            return answer  # type: ignore[no-any-return]
        raise answer
    raise ChildProcessError("A process that works things out was ended while it was at work.")


def _serve(pipe: Connection) -> None:
    """Runs in the helper until the other end of the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server: it ends us
    Thread(target=_end_with_parent, name="end with parent", daemon=True).start()
    with suppress(OSError):  # some systems let nobody choose
        _give_way()
    while True:
        try:
            work, args, kwargs = pipe.recv()
        except EOFError:
            return
        try:
            answer = True, work(*args, **kwargs)
        except Exception as error:  # for whoever asked
            answer = False, error
        try:
            pipe.send(answer)
        except OSError:
            return  # nobody waits for it any more
        except Exception as error:  # it can't be handed over
            pipe.send((False, RuntimeError(repr(error))))


def _end_with_parent() -> None:
    """Also in the middle of something: a server that was killed outright told nobody."""
    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _give_way() -> None:
    """From now on this process runs when no other wants to."""
    # Linux shares the processor between sessions first, and counts what is idle only within one: without
    # one of its own that weighs next to nothing it would have as much as the browser.
    with suppress(OSError):
        _own_session()
    if hasattr(os, "SCHED_IDLE"):
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    elif hasattr(os, "nice"):
        os.nice(19)


def _own_session() -> None:
    # Opened first: a session of its own that may not be made light would weigh as much as the browser's.
    with AUTOGROUP.open("wb", buffering=0) as weight:
        os.setsid()
        for _ in range(TRIES):
            if weight.write(b"19") is not None:
                return
            sleep(0.1)  # another process set its own a moment ago
