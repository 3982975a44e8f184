"""Files that some hosts read (Netlify, Cloudflare Pages; GitLab Pages reads `_redirects`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_gen.conference import Allowed
from site_gen.site import Export, Naming, Site, Subject
from site_gen.site.policy import header_policy
from site_gen.site.subjects import PartOf, RedirectOf, SeriesHome
from site_gen.writers.links import uri

_YEAR = 31_536_000  # seconds


def headers_file(allowed: Allowed) -> bytes:
    """The `_headers` at the root of a site.

    Both hosts join the values of one header from all rules that match, so only fingerprinted assets have a
    rule for caching: all else keeps the hosts' own "public, max-age=0, must-revalidate", by which a visitor
    sees a correction at once and pays 304 for what did not change.
    """
    rules = {
        "/*": {
            "Content-Security-Policy": header_policy(allowed),
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "X-Content-Type-Options": "nosniff",
        },
        "/assets/*": {"Cache-Control": f"public, max-age={_YEAR}, immutable"},
    }
    lines = [line for path, headers in rules.items() for line in (path, *_indented(headers))]
    return "".join(f"{line}\n" for line in lines).encode()


def redirects_file(redirects: Iterable[tuple[str, str]]) -> bytes:
    """The `_redirects` at the root of a site, of old and new routes or addresses, in their order.

    Without Netlify's "!": Cloudflare and GitLab do not know it. Where a host prefers the page that leads
    on to the rule, that page does the same.
    """
    return "".join(f"{uri(_rooted(old))} {uri(_rooted(new))} 301\n" for old, new in redirects).encode()


def _indented(headers: dict[str, str]) -> list[str]:
    return [f"  {name}: {value}" for name, value in headers.items()]


def _rooted(route: str) -> str:
    return route if route.startswith(("/", "http://", "https://")) else f"/{route}"


def _files(_site: Site) -> Iterator[Naming]:
    yield PartOf(SeriesHome(), "headers"), "_headers"
    yield PartOf(SeriesHome(), "redirects"), "_redirects"


def _body(site: Site, subject: Subject) -> bytes:
    if subject == PartOf(SeriesHome(), "headers"):
        return headers_file(site.catalogue.series.allow)
    moved = (page.subject for page in site.pages if isinstance(page.subject, RedirectOf))
    return redirects_file((site.base_path + each.old, site.base_path + each.new) for each in moved)


HOST_FILES = Export(
    name="host-files",
    files=_files,
    body=_body,
    media_type="text/plain",
    is_alternate=False,
)
