"""Content files ↔ the model, with places: the only room that knows how content/ is written."""

from site_gen.content.editing import edit_item, edit_mapping, insert_item, remove_item
from site_gen.content.json_schema import schema_comment, schema_files
from site_gen.content.loading import Content
from site_gen.content.plain import digest, expand_keys, fields_to_plain, to_plain
from site_gen.content.proceedings import paper_files
from site_gen.content.reading import Plain, read_yaml
from site_gen.content.saving import write_files
from site_gen.content.schema import validated
from site_gen.content.writing import write_item, write_list, write_mapping

__all__ = [
    "Content", "Plain", "digest", "edit_item", "edit_mapping", "expand_keys", "fields_to_plain",
    "insert_item", "paper_files", "read_yaml", "remove_item", "schema_comment", "schema_files", "to_plain",
    "validated", "write_files", "write_item", "write_list", "write_mapping",
]  # fmt: skip
