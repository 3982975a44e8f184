"""Which names and addresses the preview answers to, so that no foreign site can read it by DNS rebinding."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, ip_address

from site_gen.values import dataclass

_HOST = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<name>[A-Za-z0-9._-]+))(?::(?P<port>[0-9]{1,5}))?")
_HTTP_PORT = 80
_EVERYWHERE = ("", "0.0.0.0", "::")


@dataclass(frozen=True, slots=True)
class Hosts:
    """The host that was asked for (`--host`) and the port that is listened on."""

    host: str
    port: int

    def allow(self, header: str) -> bool:
        """Whether a Host header names this preview: localhost, a loopback address or the asked host, with
        the port. Listening everywhere, any address will do, but still no other name."""
        found = _HOST.fullmatch(header)
        if found is None or int(found["port"] or _HTTP_PORT) != self.port:
            return False
        name = (found["six"] or found["name"]).lower()
        address = _address(name)
        if address is None:
            return name in ("localhost", self.host.lower())
        asked = address.is_loopback or address == _address(self.host)
        return asked or self.host in _EVERYWHERE

    @property
    def local(self) -> bool:
        """Whether only this computer can reach the preview."""
        address = _address(self.host)
        return self.host == "localhost" if address is None else address.is_loopback

    @property
    def url(self) -> str:
        """The address to open in a browser."""
        host = "127.0.0.1" if self.host in _EVERYWHERE else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"


def _address(name: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(name)
    except ValueError:
        return None
