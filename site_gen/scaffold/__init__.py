"""Scaffold: a new project with a small complete example, which goes as real content comes."""

from site_gen.scaffold.answers import Answers, Ask
from site_gen.scaffold.creation import Created, create
from site_gen.scaffold.edition import add_edition, is_project
from site_gen.scaffold.left_over import is_example, report_examples
from site_gen.scaffold.manifest import Example, examples_left
from site_gen.scaffold.retirement import Retirement, retire_examples, retirement

__all__ = [
    "Answers",
    "Ask",
    "Created",
    "Example",
    "Retirement",
    "add_edition",
    "create",
    "examples_left",
    "is_example",
    "is_project",
    "report_examples",
    "retire_examples",
    "retirement",
]  # fmt: skip
