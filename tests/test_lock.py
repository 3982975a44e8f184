"""The lock names every package with its digest, and only hosts that everybody reaches."""

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent
LOCK = (PROJECT / "uv.lock").read_text(encoding="utf-8")
PACKAGES = [package for package in tomllib.loads(LOCK)["package"] if package["name"] != "plenary"]


def test_the_lock_names_no_mirror() -> None:
    hosts = set(re.findall(r'"(\w+://[^/"]*)', LOCK))
    assert hosts == {"https://pypi.org", "https://files.pythonhosted.org"}


def test_every_package_comes_from_the_index_with_its_version() -> None:
    source = {"registry": "https://pypi.org/simple"}
    assert [p["name"] for p in PACKAGES if p["source"] != source or not p["version"]] == []


def test_every_file_of_every_package_has_a_digest() -> None:
    files = {p["name"]: [*p.get("wheels", []), *([p["sdist"]] if "sdist" in p else [])] for p in PACKAGES}
    assert [name for name in files if not files[name]] == []
    digest = re.compile(r"sha256:[0-9a-f]{64}")
    assert [f["url"] for name in files for f in files[name] if not digest.fullmatch(f["hash"])] == []


def test_every_runtime_dependency_is_locked() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[^\w.-]", requirement)[0] for requirement in project["dependencies"]}
    assert sorted(wanted - {package["name"] for package in PACKAGES}) == []
