"""Content files ↔ the model, with places: the only room that knows how content/ is written."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from site_gen.content.cache import CachedFiles, ContentCache
from site_gen.content.loading import Content
from site_gen.content.pending import finish_writing
from site_gen.content.plain import Plain, digest, expand_keys, fields_to_plain, to_plain
from site_gen.content.proceedings import paper_files
from site_gen.content.saving import write_files

if TYPE_CHECKING:
    from site_gen.content.editing import edit_mapping
    from site_gen.content.item_list import ItemList, edit_item, insert_item, remove_item
    from site_gen.content.json_schema import schema_comment, schema_files
    from site_gen.content.reading import read_yaml
    from site_gen.content.schema import validated
    from site_gen.content.writing import write_item, write_list, write_mapping

__all__ = [
    "CachedFiles", "Content", "ContentCache", "ItemList", "Plain", "digest", "edit_item", "edit_mapping",
    "expand_keys", "fields_to_plain", "finish_writing", "insert_item", "paper_files", "read_yaml",
    "remove_item", "schema_comment", "schema_files", "to_plain", "validated", "write_files", "write_item",
    "write_list", "write_mapping",
]  # fmt: skip

# What parses or writes YAML is imported when it is first asked for: a build whose files were all read
# before needs neither yaml nor pydantic, which take 0.15 s.
_LATE = {
    "edit_mapping": "editing",
    **dict.fromkeys(("ItemList", "edit_item", "insert_item", "remove_item"), "item_list"),
    **dict.fromkeys(("schema_comment", "schema_files"), "json_schema"),
    "read_yaml": "reading",
    "validated": "schema",
    **dict.fromkeys(("write_item", "write_list", "write_mapping"), "writing"),
}


def __getattr__(name: str) -> object:
    """What is imported late, by its name."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
