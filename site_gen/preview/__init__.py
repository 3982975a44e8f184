"""The live preview: a server on this computer that builds on every change and keeps the last good site.

Nothing of it reaches the published folder: scripts and problems are added to answers on their way out.
"""

from site_gen.preview.places import origin
from site_gen.preview.server import serve

__all__ = ["origin", "serve"]
