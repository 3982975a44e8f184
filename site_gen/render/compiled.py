"""Compiled templates, kept from build to build: ours beside our compiled code, others in the project."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache

from site_gen.assets import built_in

_BESIDE_OUR_CODE = Path(__file__).parents[1] / "__pycache__"
_OPTIONS = 5  # to be raised with every change of how environments compile

# What this process has by name, file and source already: a preview asks for all after an edit of one.
_AT_HAND: dict[tuple[str, str | None, str], CodeType] = {}


class Compiled:
    """The compiled templates of a project and of the installation, which all projects share."""

    def __init__(self, project: Path) -> None:
        """Nothing is read yet."""
        # Another version of the library compiles to other code, and so do other options of ours.
        version = f"templates-{_OPTIONS}-{Path(jinja2.__file__).stat().st_mtime_ns:x}"
        self._of_project = project / ".plenary" / version
        self._of_installation = _BESIDE_OUR_CODE / version
        self._built_in = str(built_in("templates"))

    def code(self, environment: Environment, name: str, source: str, file: str | None) -> CodeType:
        """The code of a template with this source; compiled now where it was not before."""
        key = (name, file, source)
        if key not in _AT_HAND:
            _AT_HAND[key] = self._kept_or_compiled(environment, name, source, file)
        return _AT_HAND[key]

    def _kept_or_compiled(
        self, environment: Environment, name: str, source: str, file: str | None
    ) -> CodeType:
        folders = {self._of_project: file}
        if file and file.startswith(self._built_in):  # whose code may be copied, or moved, together with it
            folders = {self._of_installation: None, **folders}
        for folder, known_as in folders.items():
            bucket = FileSystemBytecodeCache(str(folder)).get_bucket(environment, name, known_as, source)
            if bucket.code:
                return _of_file(bucket.code, file) if file else bucket.code
        code = environment.compile(source, name, file)
        folder = next(folder for folder in folders if folder == self._of_project or _may_keep(folder))
        folder.mkdir(parents=True, exist_ok=True)
        cache = FileSystemBytecodeCache(str(folder))
        bucket = cache.get_bucket(environment, name, folders[folder], source)
        bucket.code = code
        cache.set_bucket(bucket)
        return code


def _of_file(code: CodeType, file: str) -> CodeType:
    """The code as that of this file, which tracebacks name; where it was moved, it was that of another."""
    if code.co_filename == file:
        return code
    parts = (_of_file(part, file) if isinstance(part, CodeType) else part for part in code.co_consts)
    return code.replace(co_filename=file, co_consts=tuple(parts))


def _may_keep(folder: Path) -> bool:
    """Whether Python itself would keep compiled code there."""
    there = next(each for each in (folder, *folder.parents) if each.exists())
    return not sys.dont_write_bytecode and os.access(there, os.W_OK)
