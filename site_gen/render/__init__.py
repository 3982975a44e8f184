"""Site → bytes of its pages. The only importer of jinja2."""

from site_gen.render.renderer import BrokenTemplate, Renderer
from site_gen.render.templates import Templates

__all__ = ["BrokenTemplate", "Renderer", "Templates"]
