"""Content files ↔ the model, with places: the only room that knows how content/ is written."""

from site_gen.content.editing import edit_item, edit_mapping, insert_item, remove_item
from site_gen.content.loading import ELSEWHERE, Content, writable_fields
from site_gen.content.plain import digest, expand, fields_to_plain, to_plain
from site_gen.content.reading import Plain, position, read_yaml
from site_gen.content.saving import write_files
from site_gen.content.schema import json_schema
from site_gen.content.writing import write_item, write_list, write_mapping

__all__ = [
    "ELSEWHERE", "Content", "Plain", "digest", "edit_item", "edit_mapping", "expand", "fields_to_plain",
    "insert_item", "json_schema", "position", "read_yaml", "remove_item", "to_plain", "writable_fields",
    "write_files", "write_item", "write_list", "write_mapping",
]  # fmt: skip
