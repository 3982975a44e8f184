"""A function in a process of its own, which is killed before one of its writing system calls, or refused it.

With ptrace(2) of Linux on x86-64: what is refused is what the kernel would refuse, whoever calls it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from site_gen.problems import Stop

IS_POSSIBLE = sys.platform == "linux" and platform.machine() == "x86_64"
KILLED, STOPPED, BROKEN = -signal.SIGKILL, 10, 11
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EMFILE)

_TRACEME, _GETREGS, _SETREGS, _SYSCALL, _SETOPTIONS = 0, 12, 13, 24, 0x4200
_SYSGOOD_AND_EXITKILL = 0x1 | 0x100000
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
    """What happens at the writing call of this number, from 0: an error, or the end where there is none."""

    at: int
    error: int | None = None

    def __str__(self) -> str:
        return f"{errno.errorcode[self.error] if self.error else 'SIGKILL'} at call {self.at}"


@dataclass(frozen=True)
class Ended:
    """How a function ended: its status, what it said of a fault, and its writing calls."""

    status: int
    said: str
    calls: tuple[str, ...]


def traced(function: Callable[[], object], folder: Path, fault: Fault | None = None) -> Ended:
    """Run a function that writes in a folder; its status is 0, or STOPPED with a message."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _run(function, writing)
    os.close(writing)
    calls, status = _follow(child, folder, fault)
    said = b""
    while part := os.read(reading, 65536):
        said += part
    os.close(reading)
    return Ended(status, said.decode(errors="replace"), tuple(calls))


def _run(function: Callable[[], object], writing: int) -> NoReturn:
    status = 0
    try:
        _ptrace(_TRACEME, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        function()
    except (Stop, OSError) as stop:  # of an error of the system a command prints one line
        status = STOPPED
        os.write(writing, str(stop).encode())
    except BaseException:  # a fault of ours, which the sweep shows
        status = BROKEN
        os.write(writing, traceback.format_exc().encode())
    finally:
        os._exit(status)


def _follow(child: int, folder: Path, fault: Fault | None) -> tuple[list[str], int]:
    os.waitpid(child, 0)
    _ptrace(_SETOPTIONS, child, _SYSGOOD_AND_EXITKILL)
    calls: list[str] = []
    is_entry, refused, passed_on = True, 0, 0
    registers = (ctypes.c_ulong * 27)()
    while True:
        _ptrace(_SYSCALL, child, passed_on)
        _, status = os.waitpid(child, 0)
        if not os.WIFSTOPPED(status):
            return calls, os.waitstatus_to_exitcode(status)
        passed_on = 0
        if os.WSTOPSIG(status) != signal.SIGTRAP | 0x80:
            passed_on = os.WSTOPSIG(status)
            continue
        _ptrace(_GETREGS, child, ctypes.byref(registers))
        if is_entry and (call := _writing_call(registers, child, folder)):
            refused = _refusal(fault, len(calls), call)
            if refused == KILLED:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                return calls, KILLED
            calls.append(call)
            if refused:
                registers[_ORIG_RAX] = ctypes.c_ulong(-1).value
                _ptrace(_SETREGS, child, ctypes.byref(registers))
        elif not is_entry and refused:
            registers[_RAX], refused = ctypes.c_ulong(-refused).value, 0
            _ptrace(_SETREGS, child, ctypes.byref(registers))
        is_entry = not is_entry


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


def _writing_call(registers: ctypes.Array[ctypes.c_ulong], child: int, folder: Path) -> str:
    """The name of a call that writes, if it does: to a file in the folder, if it writes bytes."""
    number = registers[_ORIG_RAX]
    if number in _OPENS:
        flags = registers[_RDX if number == 257 else _RSI]
        return _OPENS[number] if flags & _FOR_WRITING and not _is_device(registers, child, number) else ""
    if number in _WRITES:
        try:
            target = str(Path(f"/proc/{child}/fd/{registers[_RDI]}").readlink())
        except OSError:
            return ""
        return _WRITES[number] if target.startswith(str(folder)) else ""
    return _CHANGES.get(number, _REMOVES.get(number, ""))


def _is_device(registers: ctypes.Array[ctypes.c_ulong], child: int, number: int) -> bool:
    with open(f"/proc/{child}/mem", "rb") as memory:  # noqa: PTH123  # no file of a project
        memory.seek(registers[_RSI if number == 257 else _RDI])
        return memory.read(5) == b"/dev/"


def _ptrace(request: int, child: int, value: object = 0) -> None:
    word = value if not isinstance(value, int) else ctypes.c_void_p(value)
    if _LIBRARY.ptrace(request, child, None, word) == -1:
        raise OSError(ctypes.get_errno(), "ptrace")
