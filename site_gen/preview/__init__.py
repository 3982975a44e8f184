"""The live preview: a server on this computer that plans on every change and makes what is looked at.

Nothing of it reaches the published folder: scripts and problems are added to answers on their way out.
"""

from site_gen.preview.resident import ResidentSite
from site_gen.preview.server import serve

__all__ = ["ResidentSite", "serve"]
