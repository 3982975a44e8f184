"""A tree: what we know of the files in a published folder, and the few operations on it.

Every operation takes the descriptor of the tree's root, which stays right when the folder is renamed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Iterable
from dataclasses import field
from pathlib import Path
from typing import BinaryIO

from site_gen.publish.planned_outputs import parent_of
from site_gen.values import dataclass

# sha256, size, modification time in nanoseconds, inode: plain, because marshal stores no classes.
Filed = tuple[str, int, int, int]
# modification time in nanoseconds and inode of a folder: unchanged as long as no name in it changes.
FolderMark = tuple[int, int]

_PIECE = 1 << 20
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_READ_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Tree:
    """A published folder as we left it; `foreign` are the topmost paths in it that are not ours."""

    files: dict[str, Filed] = field(default_factory=dict)
    folders: dict[str, FolderMark] = field(default_factory=dict)
    foreign: tuple[str, ...] = ()


def open_root(folder: Path) -> int:
    """A descriptor of a tree's root; a symbolic link is followed."""
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)


def open_folder(root: int, folder: str) -> int:
    """A descriptor of a folder in the tree ("" is the root); a symbolic link is not followed."""
    return os.open(folder or ".", _READ_FOLDER, dir_fd=root)


def status(root: int, path: str) -> os.stat_result | None:
    """What lies at the path itself, not behind a symbolic link; None where nothing does."""
    try:
        return os.stat(path or ".", dir_fd=root, follow_symlinks=False)
    except (FileNotFoundError, NotADirectoryError):
        return None


def folder_mark(root: int, folder: str) -> FolderMark | None:
    """The mark of a real folder, else None."""
    found = status(root, folder)
    return (found.st_mtime_ns, found.st_ino) if found and stat.S_ISDIR(found.st_mode) else None


def read(root: int, path: str) -> bytes:
    """The bytes of a file in the tree."""
    with os.fdopen(os.open(path, _READ, dir_fd=root), "rb") as file:
        return file.read()


def is_as_filed(root: int, path: str, filed: Filed) -> bool:
    """Whether a file is still the one that we wrote, as far as its size, time and inode tell."""
    try:
        found = os.stat(path, dir_fd=root, follow_symlinks=False)
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns, found.st_ino) == filed[1:]


def has_inode(root: int, path: str, inode: int) -> bool:
    """Whether the name still stands for the file that we gave it to, even one that was edited in place."""
    found = status(root, path)
    return found is not None and found.st_ino == inode


def file_again(root: int, path: str, sha256: str) -> Filed | None:
    """Look at a file whose bytes must be these; None where it is missing or holds others."""
    found = status(root, path)
    if found is None or not stat.S_ISREG(found.st_mode):
        return None
    if hashlib.sha256(read(root, path)).hexdigest() != sha256:
        return None
    return (sha256, found.st_size, found.st_mtime_ns, found.st_ino)


def write(root: int, path: str, body: bytes) -> None:
    """Write a new file; one that stands there loses only its name, for its bytes may be live elsewhere."""
    descriptor = _create(root, path)
    try:
        written = os.write(descriptor, body)
        while written < len(body):
            written += os.write(descriptor, memoryview(body)[written:])
    finally:
        os.close(descriptor)


def copy_into(root: int, path: str, opened: BinaryIO) -> None:
    """Write a new file with what can be read of another, piece by piece."""
    with os.fdopen(_create(root, path), "wb") as written:
        shutil.copyfileobj(opened, written, _PIECE)


def _create(root: int, path: str) -> int:
    while True:
        try:
            descriptor = os.open(path, _NEW_FILE, 0o644, dir_fd=root)
            os.fchmod(descriptor, 0o644)  # a web server reads it, whatever the mask of the user
            return descriptor
        except FileNotFoundError:
            make_folder(root, parent_of(path))
        except FileExistsError:
            remove_file(root, path)


def make_folder(root: int, folder: str) -> None:
    """Make a folder and those above it; other workers may do the same at the same time."""
    try:
        os.mkdir(folder, 0o755, dir_fd=root)
        os.chmod(folder, 0o755, dir_fd=root)
    except FileExistsError:
        return
    except FileNotFoundError:
        if not folder:
            raise
        make_folder(root, parent_of(folder))
        make_folder(root, folder)


def link(source: int, target: int, path: str) -> bool:
    """Give the file of one tree its name in the other; False where it had to be copied, with its time."""
    try:
        os.link(path, path, src_dir_fd=source, dst_dir_fd=target, follow_symlinks=False)
    except FileNotFoundError:
        if status(target, parent_of(path)):
            raise
        make_folder(target, parent_of(path))
        return link(source, target, path)
    except FileExistsError:
        remove_file(target, path)
        return link(source, target, path)
    except OSError as error:
        # No links on this file system, too many to one file, or protected_hardlinks forbids them.
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV):
            raise
        _copy(source, target, path)
        return False
    return True


def _copy(source: int, target: int, path: str) -> None:
    found = os.stat(path, dir_fd=source, follow_symlinks=False)
    remove_file(target, path)
    if stat.S_ISLNK(found.st_mode):
        os.symlink(os.readlink(path, dir_fd=source), path, dir_fd=target)
        return
    write(target, path, read(source, path))
    os.chmod(path, stat.S_IMODE(found.st_mode), dir_fd=target)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns), dir_fd=target)


def remove_file(root: int, path: str) -> None:
    """Remove a name, if it is there."""
    try:
        os.unlink(path, dir_fd=root)
    except (FileNotFoundError, NotADirectoryError):
        return


def remove(root: int, path: str) -> None:
    """Remove a file, or a folder with all that it holds; links are removed, never followed."""
    found = status(root, path)
    if found is None:
        return
    if not stat.S_ISDIR(found.st_mode):
        os.unlink(path, dir_fd=root)
        return
    for name in names(root, path):
        remove(root, f"{path}/{name}")
    os.rmdir(path, dir_fd=root)


def names(root: int, folder: str) -> list[str]:
    """The names in a folder, sorted."""
    descriptor = open_folder(root, folder)
    try:
        with os.scandir(descriptor) as listing:
            return sorted(entry.name for entry in listing)
    finally:
        os.close(descriptor)


def remove_files(root: int, paths: Iterable[str]) -> None:
    """Remove files, and the folders that are empty then."""
    folders: set[str] = set()
    for path in paths:
        remove_file(root, path)
        folders.add(parent_of(path))
    for folder in folders:
        _remove_empty(root, folder)


def _remove_empty(root: int, folder: str) -> None:
    while folder:
        try:
            os.rmdir(folder, dir_fd=root)
        except FileNotFoundError:
            pass
        except OSError:  # not empty
            return
        folder = parent_of(folder)
