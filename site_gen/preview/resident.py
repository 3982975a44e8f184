"""The site of a project in memory: planned after every change, each file made when somebody looks at it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path

from site_gen.assets import Asset, Assets, built_in, collect
from site_gen.build import body_of, code_of, name_of
from site_gen.conference import PaperFile
from site_gen.content import ContentCache, paths
from site_gen.graph.fingerprints import fingerprint
from site_gen.graph.queries import remade
from site_gen.planning import Plan, Planned, compiled, plan_project
from site_gen.preview.places import origin
from site_gen.problems import Place, ProblemLog
from site_gen.publish.planned_outputs import check_outputs
from site_gen.render import BrokenTemplate, Templates
from site_gen.site import File, Page, PostBuildFile


class ResidentSite:
    """The site of a project. Its files lie in `folder` once they were made.

    What was made before is made again only where something that it read has changed. Only `is_made` and
    `origin` may be asked while another thread plans or makes.
    """

    def __init__(
        self,
        project: Path,
        folder: Path,
        *,
        base_url: str | None = None,
        strict: bool = False,
        asked_for: Sequence[str] = (),
    ) -> None:
        """No file is made, and none known, before the first `plan`; with `strict` a warning is an error.

        `asked_for` are the options of post-build exports that are not always made.
        """
        self.folder = folder
        self._project, self._base_url, self._strict, self._asked_for = project, base_url, strict, asked_for
        self._content, self._surroundings = ContentCache.of(project), _Surroundings(project)
        self._plan: Plan | None = None
        self._outputs: dict[str, Planned] = {}
        self._plans = 0
        self._made: dict[str, int] = {}

    def plan(self, problems: ProblemLog) -> bool:
        """Take over what the project holds now; where that is wrong the last good site stays."""
        plan = plan_project(
            self._project,
            problems,
            self._base_url,
            lambda: self._content,
            self._surroundings.templates(),
            self._asked_for,
            collected=self._surroundings.assets,
            is_preview=True,
            before=self._plan,
        )
        outputs = self._outputs_of(plan, problems) if plan else {}
        if plan is None or problems.errors or (self._strict and problems.warnings):
            return False
        self._begin(plan)
        for path in self._made.keys() - outputs.keys():
            del self._made[path]
            (self.folder / path).unlink(missing_ok=True)
        self._plan, self._outputs, self._plans = plan, outputs, self._plans + 1
        return True

    def _outputs_of(self, plan: Plan, problems: ProblemLog) -> dict[str, Planned]:
        """What a plan makes each file of, after reporting what cannot be published."""
        if plan.has_same_outputs:
            return self._outputs
        planned = [*plan.outputs]
        if [output.path for output, _ in planned] != [*self._outputs]:  # which are right, each once
            check_outputs((output for output, _ in planned), problems)
        return {output.path: made_of for output, made_of in planned}

    def _begin(self, plan: Plan) -> None:
        """Let what stands of the last plan stand for this one."""
        graph, remake = plan.site.graph, partial(remade, plan.site)
        before = self._plan.site if self._plan else None
        if before is None or before.graph.is_worn or code_of(before) != code_of(plan.site):
            graph.begin(remake)
        else:
            graph.follow(remake, before.graph)

    def is_made(self, path: str) -> bool:
        """Whether there is nothing to make of a path: its file is as the project says, or there is none."""
        return path not in self._outputs or self._made.get(path) == self._plans

    def make(self, path: str, problems: ProblemLog) -> bool:
        """Make the file at a path, and what it is made of; False where a template is broken."""
        if self.is_made(path) or self._plan is None:
            return True
        try:
            self._put(path, self._outputs[path], self._plan)
        except BrokenTemplate as broken:
            problems.extend([broken.problem])
            return False
        self._made[path] = self._plans
        return True

    def origin(self, path: str) -> Place | None:
        """Where the page in the file at a path is edited; None for any other file."""
        output = self._outputs.get(path)
        return origin(self._project, output) if isinstance(output, Page) else None

    def _put(self, path: str, output: Planned, plan: Plan) -> None:
        file = self.folder / path
        if isinstance(output, PaperFile):
            _copy(self._project / paths.files(output.edition) / output.name, file)
        elif isinstance(output, Page | File):
            name, graph = name_of(output), plan.site.graph
            if path not in self._made or not graph.standing(name):
                make = partial(body_of, output, plan)
                _write(file, graph.output(name, make, lambda body: hashlib.sha256(body).hexdigest()))
        else:
            _write(file, output.body if isinstance(output, Asset) else self._post_build(output, plan))

    def _post_build(self, output: PostBuildFile, plan: Plan) -> bytes:
        outputs = {path: _Finished(path, partial(self._body, path)) for path in self._outputs}
        reads = tuple(output.export.reads(plan.site, output.subject, outputs))
        return output.export.body(output.subject, reads, self._body)

    def _body(self, path: str) -> bytes:
        """The bytes of another output, which is made before."""
        problems = ProblemLog()
        if not self.make(path, problems):
            raise BrokenTemplate(problems.all[0])
        return (self.folder / path).read_bytes()


class _Surroundings:
    """The templates and static files of a project, which stay as they are while content is written."""

    def __init__(self, project: Path) -> None:
        """Nothing is read yet."""
        self._project = project
        self._folders = [
            folder / name for folder in (project, built_in("")) for name in ("templates", "static")
        ]
        self._fingerprint = ""
        self._templates: Templates | None = None
        self._assets: Assets | None = None
        self._problems = ProblemLog()

    def templates(self) -> Templates:
        """The templates as they are now, compiled."""
        now = fingerprint(self._folders)
        if self._templates is None or now != self._fingerprint:
            self._fingerprint, self._assets, self._templates = now, None, compiled(self._project)
        return self._templates

    def assets(self, project: Path, problems: ProblemLog) -> Assets:
        """The static files as they were when templates were asked for last, with what is wrong in them."""
        if self._assets is None:
            self._problems = ProblemLog()
            self._assets = collect(project, self._problems)
        problems.extend(self._problems.all)
        return self._assets


class _Finished:
    """A finished file that is made when somebody asks how large it is, or what it holds."""

    def __init__(self, path: str, make: Callable[[], bytes]) -> None:
        self.path, self._make = path, make

    @cached_property
    def _body(self) -> bytes:
        return self._make()

    @property
    def size(self) -> int:
        return len(self._body)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self._body).hexdigest()


def _write(file: Path, body: bytes) -> None:
    """Put a file in its place, whole at every moment."""
    file.parent.mkdir(parents=True, exist_ok=True)
    _partial(file).write_bytes(body)
    _partial(file).replace(file)


def _copy(source: Path, file: Path) -> None:
    """The same for a copy, with the time of what it was copied from."""
    if not file.exists() or file.stat().st_mtime_ns != source.stat().st_mtime_ns:
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, _partial(file))
        _partial(file).replace(file)


def _partial(file: Path) -> Path:
    """Where a file is written before it is whole: under a name that is not served."""
    return file.with_name(f".{file.name}")
