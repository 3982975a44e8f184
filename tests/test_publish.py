"""The output folder is the whole old site or the whole new one, and only files of ours are touched."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.publish import Entry, PlannedOutput, Publication, Published
from site_gen.publish.exchange import Exchange, exchange_folders, rename_twice

SOURCE = Place("content/2022/papers/x.yaml", 1)


def build(
    project: Path, site: dict[str, str], out: str = "_site", exchange: Exchange = exchange_folders
) -> Published:
    """Publish a site given as path → text."""
    with begin(project, site, out, exchange) as publication:
        return publication.commit([publication.put(path, text.encode()) for path, text in site.items()])


def begin(
    project: Path, site: dict[str, str], out: str = "_site", exchange: Exchange = exchange_folders
) -> Publication:
    outputs = [PlannedOutput(path, SOURCE) for path in site]
    return Publication.open(project, project / out, outputs, ProblemLog(), patience=0.2, exchange=exchange)


def tree(folder: Path) -> dict[str, str]:
    """Every file in a folder but the manifest, as path → text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "build-manifest.json"
    }


def times(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file()
    }


def problems_of(project: Path, paths: list[str], out: str = "_site") -> list[str]:
    """What a build that plans these paths, each from a file of its own, is refused for."""
    problems = ProblemLog()
    outputs = [
        PlannedOutput(path, Place(f"content/{number}.yaml")) for number, path in enumerate(paths, start=1)
    ]
    with pytest.raises(Stop) as refusal:
        Publication.open(project, project / out, outputs, problems)
    assert refusal.value.status is ExitStatus.CONTENT
    return [f"{problem.place}: {problem.what} [{problem.code}]" for problem in problems.errors]


def test_first_build_makes_the_folder_and_its_manifest(tmp_path: Path) -> None:
    published = build(tmp_path, {"index.html": "home", "2022/index.html": "2022"})
    assert published == Published(total=2, written=2, removed=0, unchanged=0)
    assert tree(tmp_path / "_site") == {"index.html": "home", "2022/index.html": "2022"}
    assert (tmp_path / "_site/build-manifest.json").read_text() == (
        '{"version":1,"files":{\n'
        f'"2022/index.html":{{"sha256":"{hashlib.sha256(b"2022").hexdigest()}","size":4}},\n'
        f'"index.html":{{"sha256":"{hashlib.sha256(b"home").hexdigest()}","size":4}}\n'
        "}}\n"
    )


def test_an_empty_site_has_a_readable_manifest(tmp_path: Path) -> None:
    build(tmp_path, {})
    assert json.loads((tmp_path / "_site/build-manifest.json").read_bytes()) == {"version": 1, "files": {}}


def test_nothing_is_live_before_commit(tmp_path: Path) -> None:
    with begin(tmp_path, {"index.html": "home"}) as publication:
        publication.put("index.html", b"home")
        assert not (tmp_path / "_site").exists()


def test_unchanged_files_keep_their_time_through_every_kind_of_build(tmp_path: Path) -> None:
    site = {"a.html": "a", "b.html": "b", "c/d.html": "d"}
    build(tmp_path, site)
    first = times(tmp_path / "_site")
    assert build(tmp_path, site) == Published(total=3, written=0, removed=0, unchanged=3)
    assert times(tmp_path / "_site") == first
    for number in range(4):
        assert build(tmp_path, site | {"b.html": f"b{number}"}).written == 1
        now = times(tmp_path / "_site")
        assert (now["a.html"], now["c/d.html"]) == (first["a.html"], first["c/d.html"])


def test_a_file_that_returns_to_old_bytes_gets_a_new_time(tmp_path: Path) -> None:
    # A server that saw the old time again would tell a browser that holds "two": 304 Not Modified.
    build(tmp_path, {"a.html": "one"})
    build(tmp_path, {"a.html": "two"})
    second = times(tmp_path / "_site")["a.html"]
    build(tmp_path, {"a.html": "one"})
    assert tree(tmp_path / "_site") == {"a.html": "one"}
    assert times(tmp_path / "_site")["a.html"] > second


def test_edited_added_and_removed_outputs(tmp_path: Path) -> None:
    build(tmp_path, {"a.html": "a", "old/b.html": "b", "c.html": "c"})
    published = build(tmp_path, {"a.html": "A", "c.html": "c", "new/d.html": "d"})
    assert published == Published(total=3, written=2, removed=1, unchanged=1)
    assert tree(tmp_path / "_site") == {"a.html": "A", "c.html": "c", "new/d.html": "d"}
    assert not (tmp_path / "_site/old").exists()


def test_sites_may_alternate_in_any_order(tmp_path: Path) -> None:
    sites = [
        {"a.html": "1", "x": "a file"},
        {"a.html": "2", "x/index.html": "a folder"},
        {"b.html": "3"},
        {"a.html": "1", "x/y/z.html": "deep"},
    ]
    for number in (0, 1, 0, 2, 3, 1, 1, 2, 2, 0, 3, 0, 1):
        build(tmp_path, sites[number])
        assert tree(tmp_path / "_site") == sites[number]


def test_only_changed_files_are_touched_in_the_previous_tree(tmp_path: Path) -> None:
    site = {f"{number}.html": str(number) for number in range(9)}
    build(tmp_path, site)
    build(tmp_path, site | {"3.html": "three"})
    [previous] = (tmp_path / ".plenary").glob("published-*/previous")
    same = [path for path in site if (previous / path).samefile(tmp_path / "_site" / path)]
    assert same == [path for path in site if path != "3.html"]


def test_what_another_version_left_in_the_staging_directory_goes(tmp_path: Path) -> None:
    build(tmp_path, {"a.html": "a"})
    build(tmp_path, {"a.html": "b"})
    [staging] = (tmp_path / ".plenary").glob("published-*")
    (staging / "previous").rename(staging / "standby")  # as it was called before
    build(tmp_path, {"a.html": "A"})
    assert tree(tmp_path / "_site") == {"a.html": "A"}
    assert sorted(path.name.partition("-")[0] for path in staging.iterdir()) == ["previous", "state"]


def test_keep_proves_bytes_that_are_live_and_refuses_others(tmp_path: Path) -> None:
    digest = hashlib.sha256(b"a").hexdigest()
    build(tmp_path, {"a.html": "a"})
    with begin(tmp_path, {"a.html": "", "b.html": ""}) as publication:
        assert publication.keep("a.html", digest) == Entry("a.html", 1, digest)
        assert publication.keep("a.html", "0" * 64) is None
        assert publication.keep("b.html", digest) is None


def test_read_gives_what_was_put_and_what_was_kept(tmp_path: Path) -> None:
    build(tmp_path, {"a.html": "a1", "b.html": "b"})
    build(tmp_path, {"a.html": "a2", "b.html": "b"})
    with begin(tmp_path, {"a.html": "", "b.html": ""}) as publication:
        publication.put("b.html", b"new")
        publication.keep("a.html", hashlib.sha256(b"a2").hexdigest())
        assert [publication.read("a.html"), publication.read("b.html")] == [b"a2", b"new"]


def test_a_file_is_published_as_it_stands_and_keeps_its_time(tmp_path: Path) -> None:
    source = tmp_path / "talk.pdf"
    published = []
    for body in (b"%PDF-1", b"%PDF-1", b"%PDF-2"):
        source.write_bytes(body)
        with begin(tmp_path, {"talk.pdf": ""}) as publication:
            entry = publication.put_file("talk.pdf", source)
            assert entry == Entry("talk.pdf", 6, hashlib.sha256(body).hexdigest())
            assert publication.read("talk.pdf") == body
            written = publication.commit([entry]).written
        published.append((written, tree(tmp_path / "_site"), times(tmp_path / "_site")["talk.pdf"]))
    (*first, began), (*second, unchanged), (*third, edited) = published
    assert [first, second, third] == [
        [1, {"talk.pdf": "%PDF-1"}],
        [0, {"talk.pdf": "%PDF-1"}],
        [1, {"talk.pdf": "%PDF-2"}],
    ]
    assert began == unchanged < edited


def test_a_file_that_cannot_be_read_stops_a_build_and_leaves_the_old_site(tmp_path: Path) -> None:
    build(tmp_path, {"talk.pdf": "old"})
    with begin(tmp_path, {"talk.pdf": ""}) as publication, pytest.raises(Stop) as stop:
        publication.put_file("talk.pdf", tmp_path / "gone.pdf")
    message = f"cannot read gone.pdf: {tmp_path}/gone.pdf: No such file or directory"
    assert (stop.value.status, str(stop.value)) == (ExitStatus.ENVIRONMENT, message)
    assert tree(tmp_path / "_site") == {"talk.pdf": "old"}


def test_forked_workers_put_files(tmp_path: Path) -> None:
    paths = [f"{letter}/{number}.html" for letter in "ab" for number in range(50)]
    with begin(tmp_path, dict.fromkeys(paths, "")) as publication:
        worker = os.fork()
        for path in paths[::2] if worker else paths[1::2]:
            publication.put(path, path.encode())
        if not worker:
            os._exit(0)
        os.waitpid(worker, 0)
        publication.commit(
            [Entry(path, len(path), hashlib.sha256(path.encode()).hexdigest()) for path in paths]
        )
    assert tree(tmp_path / "_site") == {path: path for path in paths}


def test_an_entry_that_nobody_put_is_our_mistake(tmp_path: Path) -> None:
    with begin(tmp_path, {"a.html": ""}) as publication:
        with pytest.raises(ValueError, match=r"'a\.html' was not put"):
            publication.commit([Entry("a.html", 1, "0" * 64)])
        with pytest.raises(ValueError, match="the entries are not the planned outputs"):
            publication.commit([])
        with pytest.raises(ValueError, match=r"'b\.html' was not planned"):
            publication.put("b.html", b"")
    assert not (tmp_path / "_site").exists()


def test_leaving_without_commit_keeps_the_old_site_and_the_next_build_works(tmp_path: Path) -> None:
    old, new = {"a.html": "a", "b.html": "b"}, {"a.html": "A", "c/d.html": "d"}
    build(tmp_path, old)
    build(tmp_path, old | {"b.html": "b2"})
    build(tmp_path, old)
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt), begin(tmp_path, new) as publication:
            publication.put("a.html", b"A")
            publication.put("c/d.html", b"d")
            raise KeyboardInterrupt
        assert tree(tmp_path / "_site") == old
        [previous] = (tmp_path / ".plenary").glob("published-*/previous")
        assert not (previous / "c").exists()
    assert build(tmp_path, old).written == 0
    build(tmp_path, new)
    assert tree(tmp_path / "_site") == new


def test_a_first_build_that_fails_leaves_only_the_lock(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), begin(tmp_path, {"a.html": ""}) as publication:
        publication.put("a.html", b"A")
        raise KeyboardInterrupt
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        ".plenary",
        ".plenary/lock",
    ]


@pytest.mark.parametrize("damage", ["edited", "edited, same size", "removed", "replaced", "folder removed"])
@pytest.mark.parametrize("earlier", [1, 2, 3])
def test_live_files_that_were_changed_by_hand_are_right_again(
    tmp_path: Path, damage: str, earlier: int
) -> None:
    site = {"a.html": "aaaa", "b/index.html": "bbbb"}
    for number in range(earlier):
        build(tmp_path, site | {"a.html": f"aaa{number}"} if number + 1 < earlier else site)
    page = tmp_path / "_site/b/index.html"
    if damage == "edited":
        page.write_text("edited by hand")
    elif damage == "edited, same size":
        page.write_text("hand")
    elif damage == "removed":
        page.unlink()
    elif damage == "folder removed":
        shutil.rmtree(page.parent)
    else:
        (tmp_path / "other").write_text("bbbX")
        (tmp_path / "other").rename(page)
    build(tmp_path, site)
    assert tree(tmp_path / "_site") == site
    build(tmp_path, site | {"a.html": "next"})
    assert tree(tmp_path / "_site") == site | {"a.html": "next"}


def test_a_manifest_or_output_folder_that_was_removed_or_spoilt_comes_back(tmp_path: Path) -> None:
    site = {"a.html": "a", "b/index.html": "b"}
    build(tmp_path, site)
    manifest = (tmp_path / "_site/build-manifest.json").read_bytes()
    for spoil in (
        Path.unlink,
        lambda path: path.write_text("{"),
        lambda path: path.write_text(json.dumps(json.loads(path.read_text()))),  # the same, in other bytes
        lambda path: shutil.rmtree(path.parent),
    ):
        spoil(tmp_path / "_site/build-manifest.json")
        build(tmp_path, site)
        assert tree(tmp_path / "_site") == site
        assert (tmp_path / "_site/build-manifest.json").read_bytes() == manifest


def test_without_our_own_folder_the_manifest_is_enough_to_keep_every_time(tmp_path: Path) -> None:
    site = {"a.html": "a", "b/index.html": "b"}
    build(tmp_path, site)
    before = times(tmp_path / "_site")
    shutil.rmtree(tmp_path / ".plenary")
    assert build(tmp_path, site) == Published(total=2, written=0, removed=0, unchanged=2)
    assert build(tmp_path, {"a.html": "a"}) == Published(total=1, written=0, removed=1, unchanged=1)
    assert times(tmp_path / "_site")["a.html"] == before["a.html"]
    assert tree(tmp_path / "_site") == {"a.html": "a"}


def test_the_files_have_the_usual_rights(tmp_path: Path) -> None:
    before = os.umask(0o077)  # a web server reads what a careful user builds
    try:
        build(tmp_path, {"a/b.html": "b"})
    finally:
        os.umask(before)
    rights = [stat.S_IMODE((tmp_path / "_site" / path).stat().st_mode) for path in ("", "a", "a/b.html")]
    assert rights == [0o755, 0o755, 0o644]


def test_collisions_name_both_sources(tmp_path: Path) -> None:
    assert problems_of(tmp_path, ["2022/Papers/x", "2022/papers/x"]) == [
        "content/2.yaml: two outputs have one path: '2022/Papers/x' of content/1.yaml"
        " and '2022/papers/x' of content/2.yaml [path-collision]"
    ]
    assert problems_of(tmp_path, ["ſtraße.html", "STRASSE.html"]) == [
        "content/2.yaml: two outputs have one path: 'ſtraße.html' of content/1.yaml"
        " and 'STRASSE.html' of content/2.yaml [path-collision]"
    ]
    assert problems_of(tmp_path, ["caf\u00e9", "cafe\u0301"]) == [
        "content/2.yaml: two outputs have one path: 'caf\u00e9' of content/1.yaml"
        " and 'cafe\u0301' of content/2.yaml [path-collision]"
    ]
    assert problems_of(tmp_path, ["2022", "2022/papers/x/index.html"]) == [
        "content/2.yaml: the output '2022' of content/1.yaml stands where '2022/papers/x/index.html'"
        " of content/2.yaml needs a folder [path-collision]"
    ]
    assert problems_of(tmp_path, ["2022/b", "2022", "2022/a"]) == [
        "content/3.yaml: the output '2022' of content/2.yaml stands where '2022/a'"
        " of content/3.yaml needs a folder [path-collision]"
    ]
    assert not (tmp_path / "_site").exists()
    assert not (tmp_path / ".plenary").exists()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("", "must be inside the output folder, with '/' between folders"),
        ("/etc/passwd", "must be inside the output folder, with '/' between folders"),
        ("a\\b", "must be inside the output folder, with '/' between folders"),
        ("../x", "must not hold empty, '.' or '..' parts"),
        ("a/../../x", "must not hold empty, '.' or '..' parts"),
        ("a//b", "must not hold empty, '.' or '..' parts"),
        ("a/", "must not hold empty, '.' or '..' parts"),
        ("./a", "must not hold empty, '.' or '..' parts"),
        ("a\nb", "holds a character that is not allowed in file names everywhere"),
        ("a\0b", "holds a character that is not allowed in file names everywhere"),
        ("a:b", "holds a character that is not allowed in file names everywhere"),
        ("\ud800", "holds a character that is not allowed in file names everywhere"),
        ("a./b", "has a part that begins or ends with a space, or ends with a dot"),
        ("a /b", "has a part that begins or ends with a space, or ends with a dot"),
        ("con", "holds a name that Windows keeps for a device"),
        ("a/aux.html", "holds a name that Windows keeps for a device"),
        ("LPT1/index.html", "holds a name that Windows keeps for a device"),
        ("ä" * 128, "has a part of more than 255 bytes"),
        ("a" * 256, "has a part of more than 255 bytes"),
        ("build-manifest.json", "is kept for the manifest"),
        ("Build-Manifest.json", "is kept for the manifest"),
        ("build-manifest.json/index.html", "is kept for the manifest"),
    ],
)
def test_unsafe_paths_are_refused(tmp_path: Path, path: str, reason: str) -> None:
    problems = problems_of(tmp_path, [path])
    assert problems == [f"content/1.yaml: the output path '{path}' {reason} [unsafe-path]"]


def test_unusual_but_safe_paths_are_published(tmp_path: Path) -> None:
    site = {"ä b/ü.html": "1", ".nojekyll": "", "conference/console.html": "2", "a" * 255: "3"}
    build(tmp_path, site)
    assert tree(tmp_path / "_site") == site


def test_a_project_path_with_spaces_and_umlauts(tmp_path: Path) -> None:
    project = tmp_path / "Tagung für alle"
    project.mkdir()
    build(project, {"a.html": "a"})
    assert tree(project / "_site") == {"a.html": "a"}


@pytest.mark.parametrize("exchange", [exchange_folders, rename_twice])
def test_both_ways_to_exchange_publish_and_prune(tmp_path: Path, exchange: Exchange) -> None:
    for site in ({"a": "1", "b": "2"}, {"a": "1"}, {"a": "3", "c": "4"}):
        build(tmp_path, site, exchange=exchange)
        assert tree(tmp_path / "_site") == site


def test_an_exchange_that_the_system_refuses_is_no_publication(tmp_path: Path) -> None:
    build(tmp_path, {"a.html": "old"})
    with pytest.raises(FileNotFoundError) as refused:
        exchange_folders(tmp_path / "gone", tmp_path / "_site", tmp_path / "aside")
    assert refused.value.filename == str(tmp_path / "_site")
    assert tree(tmp_path / "_site") == {"a.html": "old"}


def test_a_kill_between_the_two_renames_is_mended(tmp_path: Path) -> None:
    def killed(_: Path, live: Path, aside: Path) -> None:
        live.rename(aside)
        os._exit(9)

    build(tmp_path, {"a": "1"})
    child = os.fork()
    if not child:
        build(tmp_path, {"a": "2"}, exchange=killed)
    os.waitpid(child, 0)
    assert not (tmp_path / "_site").exists()
    with begin(tmp_path, {"a": ""}):
        assert tree(tmp_path / "_site") == {"a": "1"}
    build(tmp_path, {"a": "3"})
    assert tree(tmp_path / "_site") == {"a": "3"}


def test_an_output_folder_on_another_file_system_has_its_staging_directory_beside_it(tmp_path: Path) -> None:
    here = tmp_path.stat().st_dev
    found = (each for each in map(Path, ("/dev/shm", "/tmp")) if each.is_dir() and each.stat().st_dev != here)
    parent = next(found, None)
    if parent is None:
        pytest.skip("needs a second file system")
    other = parent / f"plenary-test-{os.getpid()}"
    other.mkdir()
    try:
        for site in ({"a": "1", "b": "2"}, {"a": "1"}, {"a": "3"}):
            build(tmp_path, site, out=str(other / "www/site"))
            assert tree(other / "www/site") == site
        assert sorted(path.name for path in (other / "www").iterdir()) == [".site.plenary", "site"]
        assert sorted(path.name for path in (tmp_path / ".plenary").iterdir()) == ["lock"]
    finally:
        shutil.rmtree(other)


def test_two_output_folders_of_one_project_do_not_disturb_each_other(tmp_path: Path) -> None:
    for number in range(3):
        build(tmp_path, {"a": f"one {number}"}, out="one")
        build(tmp_path, {"b": f"two {number}"}, out="two")
    assert [tree(tmp_path / "one"), tree(tmp_path / "two")] == [{"a": "one 2"}, {"b": "two 2"}]


def test_importing_publish_loads_no_heavy_library() -> None:
    code = "import sys, site_gen.publish; print(*{'ctypes', 'jinja2', 'yaml', 'pydantic'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().strip() == ""
