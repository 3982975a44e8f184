"""XML with places: the elements of a document and the line that each begins on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from xml.parsers.expat import ExpatError, ParserCreate

from site_gen.ingest.records import Document
from site_gen.problems import Place, ProblemLog

# A bare "&", as in "Drop & Swap": what follows is no name of a character.
_BARE = re.compile(r"&(?!#?\w{1,40};)")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]\w{1,40};)")
_DEEPEST = 100  # elements inside each other
_MOST = 500_000  # elements: of ten thousand papers with all that is said of them, or a thousand pages


@dataclass(slots=True)
class XmlElement:
    """An element; its `parts` are texts and elements, in their order.

    `instructions` are the processing instructions directly inside, by their targets: each its place and text.
    """

    name: str
    place: Place
    attributes: dict[str, str]
    parts: list[str | XmlElement] = field(default_factory=list)
    instructions: dict[str, tuple[Place, str]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """What stands in it outside its own elements."""
        return "".join(part for part in self.parts if isinstance(part, str))

    @property
    def children(self) -> list[XmlElement]:
        """The elements directly inside."""
        return [part for part in self.parts if isinstance(part, XmlElement)]

    def all(self, name: str) -> list[XmlElement]:
        """The elements of a name directly inside."""
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> XmlElement | None:
        """The first element of a name directly inside; None where there is none."""
        return next(iter(self.all(name)), None)

    def each(self, *names: str) -> Iterator[XmlElement]:
        """The elements at the end of a path of names."""
        if not names:
            yield self
            return
        for child in self.all(names[0]):
            yield from child.each(*names[1:])


class _Refused(Exception):
    """XML that is not read, though it may be well-formed."""


@dataclass(slots=True)
class _Builder:
    """Takes what the parser meets and makes elements of it."""

    document: Document
    open: list[XmlElement] = field(default_factory=list)
    root: XmlElement | None = None
    count: int = 0

    def start(self, name: str, attributes: dict[str, str], line: int, column: int) -> None:
        element = XmlElement(name, self.document.place(line, column), attributes)
        self.count += 1
        if self.count > _MOST:
            raise _Refused(f"it has more than {_MOST} elements")
        if len(self.open) > _DEEPEST:
            raise _Refused("its elements lie too deep inside each other")
        if self.open:
            self.open[-1].parts.append(element)
        self.root = self.root or element
        self.open.append(element)

    def end(self, _name: str) -> None:
        self.open.pop()

    def instruction(self, target: str, text: str, line: int) -> None:
        if self.open:
            self.open[-1].instructions[target] = self.document.place(line), text

    def text(self, characters: str) -> None:
        self.open[-1].parts.append(characters)

    def entity(self, name: str) -> None:
        """Take a character by its name, as a DTD that is not here declares it ("&ouml;" of DBLP)."""
        character = html5.get(f"{name};")
        if character is None:
            raise _Refused(f"it does not say what '&{name};' stands for")
        self.text(character)


def _numbered(match: re.Match[str]) -> str:
    """A named character by its number; as it is where nobody has such a name."""
    return "".join(f"&#{ord(character)};" for character in html5.get(match[1], "")) or match[0]


def read_xml(document: Document, problems: ProblemLog) -> XmlElement | None:
    """The root element of a document; None and a problem where it is not well-formed.

    Entities of its own are refused: no schedule has any, and a few lines of them fill a memory. A bare "&"
    in a text, which XML does not allow, is itself.
    """
    text = document.text if "<![CDATA[" in document.text else _BARE.sub("&amp;", document.text)
    if "<!DOCTYPE" not in text:  # records cut out of DBLP's file name characters as its DTD does
        text = _NAMED.sub(_numbered, text)
    builder, parser = _Builder(document), ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        builder.start(name, attributes, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def instruct(target: str, text: str) -> None:
        builder.instruction(target, text, parser.CurrentLineNumber)

    def name_character(name: str, is_parameter: bool) -> None:
        if not is_parameter:
            builder.entity(name)

    def refuse(*_declared: object) -> None:
        raise _Refused("it declares entities of its own")

    parser.StartElementHandler, parser.EndElementHandler = start, builder.end
    parser.CharacterDataHandler, parser.EntityDeclHandler = builder.text, refuse
    parser.ProcessingInstructionHandler = instruct
    parser.SkippedEntityHandler = name_character
    try:
        parser.Parse(text, True)
    except ExpatError as error:
        place = document.place(error.lineno, error.offset + 1)
        problems.error("broken-xml", "this is no XML: a sign is wrong or missing", place, "export it again")
        return None
    except _Refused as refused:
        place = document.place(parser.CurrentLineNumber)
        problems.error("broken-xml", f"this XML is not read: {refused}", place, "export it again")
        return None
    return builder.root
