"""A function in a process of its own, which is killed before one of its writing system calls, or refused it.

With ptrace(2) of Linux on x86-64: what is refused is what the kernel would refuse, whoever calls it. The
programs that a process starts are followed as far as is asked for; a server that they talk to is not ours.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import platform
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from site_gen.problems import Stop

IS_POSSIBLE = sys.platform == "linux" and platform.machine() == "x86_64"
KILLED, INTERRUPTED, STOPPED, BROKEN = -signal.SIGKILL, -signal.SIGINT, 10, 11
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EMFILE, INTERRUPTED)

_TRACEME, _GETREGS, _SETREGS, _DETACH, _SYSCALL = 0, 12, 13, 17, 24
_SETOPTIONS, _GETEVENTMSG, _GET_SYSCALL_INFO = 0x4200, 0x4201, 0x420E
_SYSGOOD_AND_EXITKILL, _FORKS_AND_EXECS = 0x100001, 0x2 | 0x4 | 0x8 | 0x10
_FORK, _VFORK, _CLONE = 1, 2, 3  # events; a clone is a thread
_ENTRY = 1
_ALL = 0x40000000  # wait for processes and threads
_SUBREAPER = 36
_RAX, _RDX, _RSI, _RDI, _ORIG_RAX = 10, 12, 13, 14, 15  # in user_regs_struct
_WRITES = {1: "write", 18: "pwrite64", 20: "writev", 40: "sendfile", 326: "copy_file_range"}
_OPENS = {2: "open", 257: "openat"}
_REMOVES = {84: "rmdir", 87: "unlink", 263: "unlinkat"}
_CHANGES = {
    76: "truncate", 77: "ftruncate", 82: "rename", 83: "mkdir", 86: "link", 88: "symlink", 90: "chmod",
    91: "fchmod", 258: "mkdirat", 264: "renameat", 265: "linkat", 266: "symlinkat", 268: "fchmodat",
    280: "utimensat", 316: "renameat2", 74: "fsync", 75: "fdatasync", 306: "syncfs",
}  # fmt: skip
_LIBRARY = ctypes.CDLL(None, use_errno=True)
_LASTING = (errno.ENOSPC, errno.EROFS)  # a disk that is full stays so
_FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Fault:
    """What happens at the writing call of this number, from 0: an error, or ctrl-C, or the end where there is
    none."""

    at: int
    error: int | None = None

    def __str__(self) -> str:
        return f"{errno.errorcode.get(self.error, 'SIGINT') if self.error else 'SIGKILL'} at call {self.at}"


@dataclass(frozen=True)
class Ended:
    """How a function ended: its status, what it said of a fault, and its writing calls."""

    status: int
    output: str
    calls: tuple[str, ...]


def traced(
    function: Callable[[], object], folder: Path, fault: Fault | None = None, generations: int = 0
) -> Ended:
    """Run a function that writes in a folder; its status is 0, or STOPPED with a message.

    The programs that it starts are followed too, and those that they start, for so many generations. All has
    ended when this returns. A process of its own waits for them, so that it sees no child of its caller.
    """
    reading, writing = os.pipe()
    supervisor = os.fork()
    if supervisor == 0:
        _supervise(function, folder, fault, generations, writing)
    os.close(writing)
    found = json.loads(_all_of(reading))
    os.waitpid(supervisor, 0)
    return Ended(found["status"], found["output"], tuple(found["calls"]))


def _supervise(
    function: Callable[[], object], folder: Path, fault: Fault | None, generations: int, writing: int
) -> NoReturn:
    try:
        _LIBRARY.prctl(_SUBREAPER, 1, 0, 0, 0)
        saying, writing_end = os.pipe()
        child = os.fork()
        if child == 0:
            _run(function, writing_end)
        os.close(writing_end)
        tracer = _Tracer(child, folder, fault, generations)
        status = tracer.follow()
        text = _all_of(saying).decode(errors="replace")
        os.write(writing, json.dumps({"status": status, "output": text, "calls": tracer.calls}).encode())
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def _all_of(reading: int) -> bytes:
    with os.fdopen(reading, "rb") as pipe:
        return pipe.read()


def _run(function: Callable[[], object], writing: int) -> NoReturn:
    status = 0
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
    try:
        _ptrace(_TRACEME, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        function()
    except (Stop, OSError, KeyboardInterrupt) as stop:  # of an error of the system a command prints one line
        status = STOPPED
        os.write(writing, str(stop).encode())
    except BaseException:  # a fault of ours, which the sweep shows
        status = BROKEN
        os.write(writing, traceback.format_exc().encode())
    finally:
        os._exit(status)


@dataclass
class _Tracer:
    """A process and the programs that it starts, and what they wrote until now."""

    child: int
    folder: Path
    fault: Fault | None
    generations: int
    calls: list[str] = field(default_factory=list)
    _generation: dict[int, int] = field(default_factory=dict)  # of every process that is followed
    _newborn: set[int] = field(default_factory=set)  # stopped, and nobody said yet whose they are
    _refused: dict[int, int] = field(default_factory=dict)
    _is_killed: bool = False

    def follow(self) -> int:
        """Let all of them run to their end; the status of the first."""
        os.waitpid(self.child, 0)
        self._generation[self.child] = 0
        followed = _FORKS_AND_EXECS if self.generations else 0
        _ptrace(_SETOPTIONS, self.child, _SYSGOOD_AND_EXITKILL | followed)
        _ptrace(_SYSCALL, self.child)
        found = 0
        while True:
            try:
                process, status = os.waitpid(-1, _ALL)
            except ChildProcessError:
                return KILLED if self._is_killed else found
            if os.WIFSTOPPED(status):
                self._stopped(process, status)
            elif self._generation.pop(process, None) is not None and process == self.child:
                found = os.waitstatus_to_exitcode(status)

    def _stopped(self, process: int, status: int) -> None:
        if process not in self._generation:
            self._newborn.add(process)
            return
        event, number, passed_on = status >> 16, os.WSTOPSIG(status), 0
        if event in (_FORK, _VFORK, _CLONE):
            self._adopt(process, event)
        elif number == signal.SIGTRAP | 0x80:
            self._at_a_call(process)
        elif not event:
            passed_on = number
        self._go_on(process, passed_on)

    def _adopt(self, parent: int, event: int) -> None:
        message = ctypes.c_ulong()
        _ptrace(_GETEVENTMSG, parent, ctypes.byref(message))
        child = message.value
        self._generation[child] = self._generation[parent] + (event != _CLONE)
        if child not in self._newborn:
            os.waitpid(child, _ALL)  # it stops before it does anything
        self._newborn.discard(child)
        if self._generation[child] > self.generations:
            del self._generation[child]
            _ptrace(_DETACH, child)
        else:
            self._go_on(child)

    def _at_a_call(self, process: int) -> None:
        registers, about = (ctypes.c_ulong * 27)(), (ctypes.c_ubyte * 88)()
        _ptrace(_GETREGS, process, ctypes.byref(registers))
        _ptrace(_GET_SYSCALL_INFO, process, ctypes.byref(about), ctypes.sizeof(about))
        if about[0] != _ENTRY:
            if error := self._refused.pop(process, 0):
                registers[_RAX] = ctypes.c_ulong(-error).value
                _ptrace(_SETREGS, process, ctypes.byref(registers))
        elif call := _writing_call(registers, process, self.folder):
            refused = _refusal(self.fault, len(self.calls), call)
            if refused == KILLED:
                self._kill()
                return
            self.calls.append(call)
            if refused == INTERRUPTED:
                os.kill(self.child, signal.SIGINT)
            elif refused:
                self._refused[process] = refused
                registers[_ORIG_RAX] = ctypes.c_ulong(-1).value
                _ptrace(_SETREGS, process, ctypes.byref(registers))

    def _kill(self) -> None:
        self._is_killed = True
        for process in self._generation:
            _if_alive(os.kill, process, signal.SIGKILL)

    def _go_on(self, process: int, passed_on: int = 0) -> None:
        _if_alive(_ptrace, _SYSCALL, process, passed_on)


def _if_alive(call: Callable[..., object], *arguments: object) -> None:
    """Make a call on a process that may have been killed meanwhile."""
    with suppress(ProcessLookupError):
        call(*arguments)


def _refusal(fault: Fault | None, number: int, call: str) -> int:
    """The error that a call is refused with; 0 for none, KILLED where all ends."""
    if fault is None or number < fault.at:
        return 0
    if fault.error is None:
        return KILLED
    lasts = fault.error in _LASTING
    if (number > fault.at and not lasts) or (fault.error == errno.ENOSPC and call in _REMOVES.values()):
        return 0
    return fault.error if fault.error != errno.EMFILE or call in _OPENS.values() else 0


def _writing_call(registers: ctypes.Array[ctypes.c_ulong], process: int, folder: Path) -> str:
    """The name of a call that writes, if it does: to a file in the folder, if it writes bytes."""
    number = registers[_ORIG_RAX]
    if number in _OPENS:
        flags = registers[_RDX if number == 257 else _RSI]
        return _OPENS[number] if flags & _FOR_WRITING and not _is_device(registers, process, number) else ""
    if number in _WRITES:
        try:
            target = str(Path(f"/proc/{process}/fd/{registers[_RDI]}").readlink())
        except OSError:
            return ""
        return _WRITES[number] if target.startswith(str(folder)) else ""
    return _CHANGES.get(number, _REMOVES.get(number, ""))


def _is_device(registers: ctypes.Array[ctypes.c_ulong], process: int, number: int) -> bool:
    with open(f"/proc/{process}/mem", "rb") as memory:  # noqa: PTH123  # no file of a project
        memory.seek(registers[_RSI if number == 257 else _RDI])
        return memory.read(5) == b"/dev/"


def _ptrace(request: int, process: int, value: object = 0, address: int = 0) -> None:
    word = value if not isinstance(value, int) else ctypes.c_void_p(value)
    if _LIBRARY.ptrace(request, process, ctypes.c_void_p(address), word) == -1:
        code = ctypes.get_errno()
        raise OSError(code, "ptrace")  # ProcessLookupError, if it is gone
