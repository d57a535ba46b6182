"""Reads an XML file element by element without keeping it: each element comes when it ends, with its leaves' texts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree


class Unreadable(Exception):
    """The file is not well-formed XML; the text names it."""


@dataclass
class Ended:
    """An element that has just ended: its name, those it stands in (outermost first), the texts of its leaves by name,
    its children's names in order (repeated ones once), how many of each, and whether it held nothing at all."""

    name: str
    path: tuple[str, ...]
    text: str = ""
    kind: str = ""  # xsi:type
    namespace: str = ""
    leaves: dict[str, list[str]] = field(default_factory=dict)
    children: list[str] = field(default_factory=list)
    amounts: dict[str, int] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """The text of the first leaf of that name; empty when there is none."""
        return self.leaves.get(name, [""])[0]

    @property
    def where(self) -> str:
        return self.one("systemID") or "/".join((*self.path, self.name))


_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


def elements(path: Path) -> Iterator[Ended]:
    """Every element of a file in the order they end. Raises Unreadable."""
    open_elements: list[Ended] = []
    try:
        for event, element in etree.iterparse(
            str(path), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
        ):  # fmt: skip
            name = etree.QName(element)
            if event == "start":
                names = tuple(each.name for each in open_elements)
                kind = element.get(_TYPE, "")
                open_elements.append(Ended(name.localname, names, kind=kind, namespace=name.namespace or ""))
                continue
            ended = open_elements.pop()
            ended.text = (element.text or "").strip()
            if open_elements:
                _tell(open_elements[-1], ended)
            yield ended
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError:
        raise Unreadable(path.name) from None


def _tell(parent, child):
    if not parent.children or parent.children[-1] != child.name:
        parent.children.append(child.name)
    parent.amounts[child.name] = parent.amounts.get(child.name, 0) + 1
    if not child.children:
        parent.leaves.setdefault(child.name, []).append(child.text)
