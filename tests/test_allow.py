"""What pages may load from other hosts: said once in site.yaml, in every page and `_headers`, and checked."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from tests.command import in_project as ran
from tests.test_only_what_was_meant import EDITION, write

MAP = """<!doctype html><html lang="en"><head><title>Map</title></head><body><h1>Map</h1>
<iframe src="https://www.openstreetmap.org/export/embed.html" title="Map"></iframe>
<img src="https://tiles.owls.example/1.png" alt="">
<form action="https://register.owls.example/new"><button>Go</button></form>
<object data="https://old.owls.example/x"></object>
</body></html>
"""
ALLOW = """allow:
  frame: [www.openstreetmap.org]
  image: ['https://*.owls.example/']
  form: [https://register.owls.example]
"""
BASE = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'"


def test_hosts_are_allowed_in_every_page_and_in_headers(tmp_path: Path) -> None:
    files = {"content/2027/conference.yaml": EDITION, "static/root/map.html": MAP}
    project = write(tmp_path, {**files, "content/site.yaml": "title: Owls\n"})
    assert ran(project, "build")[0] == 0
    status, output = ran(project, "check")
    blocked = "which is not of this site: browsers block it"
    allow = "; to allow it, write into content/site.yaml allow:"
    assert (status, [line for line in output.splitlines() if "[third-party-load]" in line]) == (
        1,
        [
            f"map.html:2: error: the page loads 'https://www.openstreetmap.org/export/embed.html', {blocked}"
            f"{allow} {{frame: [https://www.openstreetmap.org]}} [third-party-load]",
            f"map.html:3: error: the page loads 'https://tiles.owls.example/1.png', {blocked}"
            f"{allow} {{image: [https://tiles.owls.example]}} [third-party-load]",
            f"map.html:4: error: a form is sent to 'https://register.owls.example/new', {blocked}"
            f"{allow} {{form: [https://register.owls.example]}} [third-party-load]",
            f"map.html:5: error: the page loads 'https://old.owls.example/x', {blocked} [third-party-load]",
        ],
    )
    write(project, {"content/site.yaml": f"title: Owls\n{ALLOW}"})
    assert ran(project, "build")[0] == 0
    policy = (
        f"{BASE} https://register.owls.example; frame-src 'self' https://www.openstreetmap.org; "
        "img-src 'self' https://*.owls.example"
    )
    page = (project / "_site/2027/index.html").read_text("utf-8")
    assert f'http-equiv="Content-Security-Policy" content="{policy}"' in unescape(page)
    assert f"Content-Security-Policy: {policy}; frame-ancestors 'none'\n" in (
        project / "_site/_headers"
    ).read_text("utf-8")
    output = ran(project, "check")[1]
    assert [line.partition(":")[2][:1] for line in output.splitlines() if "[third-party-load]" in line] == [
        "5"
    ]


@pytest.mark.parametrize(
    "host", ["*", "'self'", "http://x.example", "https://x.example/a", "a.b; c.d", "data:"]
)
def test_what_is_no_host_is_refused(tmp_path: Path, host: str) -> None:
    site = f'title: Owls\nallow:\n  script: ["{host}"]\n'
    status, output = ran(write(tmp_path, {"content/site.yaml": site}), "build")
    assert (status, "is not a host; write it as https://www.openstreetmap.org" in output) == (1, True), output
