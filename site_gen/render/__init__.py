"""Site → pages: Jinja templates."""

from site_gen.render.markdown import MarkdownTemplates
from site_gen.render.renderer import Renderer
from site_gen.render.templates import BrokenTemplate, Templates

__all__ = ["BrokenTemplate", "MarkdownTemplates", "Renderer", "Templates"]
