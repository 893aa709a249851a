"""What the file says of itself: its properties, who saved it, what it carries besides sheets."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.reader.package import Package, Relation, find_relation
from generator.reader.values import plain_text

EXTRAS: Mapping[str, str] = MappingProxyType(
    {
        "vbaProject": "macros",
        "xlMacrosheet": "macros",
        "xlIntlMacrosheet": "macros",
        "externalLink": "external",
        "externalLinkPath": "external",
        "connections": "connections",
        "queryTable": "queries",
    }
)
"""What no copy should carry, by the relation that leads to it."""

NOTES: Mapping[str, str] = MappingProxyType(
    {
        "macros": "Le classeur contient des macros : elles n'ont été ni lues, ni exécutées.",
        "external": "Le classeur est lié à d'autres fichiers : ces liens n'ont pas été suivis.",
        "connections": (
            "Le classeur est connecté à des données extérieures : elles n'ont pas été demandées."
        ),
        "queries": "Le classeur contient des requêtes : elles n'ont pas été exécutées.",
    }
)
_OWN = ("Company", "Manager")


def read_properties(package: Package, root: Mapping[str, Relation]) -> dict[str, str]:
    """Return the document's properties that are not empty, by the file's words for them.

    `title`, `subject`, `creator`, `description`, `keywords`, `category`, `lastModifiedBy`,
    `created`, `modified`, `Company`, `Manager`.
    """
    found = _texts(package, find_relation(root, "core-properties"))
    more = _texts(package, find_relation(root, "extended-properties"))
    return found | {name: more[name] for name in _OWN if name in more}


def read_application(package: Package, root: Mapping[str, Relation]) -> str:
    """Return the program that saved the file, "" where it does not say."""
    return _texts(package, find_relation(root, "extended-properties")).get("Application", "")


def read_custom(package: Package, root: Mapping[str, Relation]) -> dict[str, str]:
    """Return the properties that the file's maker added, by name, as texts."""
    part = find_relation(root, "custom-properties")
    if part is None:
        return {}
    return {
        item.get("name", ""): plain_text("".join(item.itertext()).strip())
        for item in package.parse(part)
    }


def _texts(package: Package, part: str | None) -> dict[str, str]:
    """Return the texts of a part's children that have one, by their names."""
    if part is None:
        return {}
    texts = {
        item.tag.rpartition("}")[2]: plain_text(item.text or "").strip()
        for item in package.parse(part)
    }
    return {name: text for name, text in texts.items() if text}


def find_extras(package: Package) -> frozenset[str]:
    """Return what the file carries that no copy should, wherever it hangs."""
    found = {"macros"} if any("vbaproject" in part.casefold() for part in package) else set()
    for part in package:
        if part.endswith(".rels"):
            owner = part.replace("_rels/", "").removesuffix(".rels")
            kinds = {relation.kind for relation in package.relations(owner).values()}
            found |= {EXTRAS[kind] for kind in kinds & EXTRAS.keys()}
    return frozenset(found)
