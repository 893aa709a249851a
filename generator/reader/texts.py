"""The texts that cells share."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from xml.etree.ElementTree import iterparse

from generator.reader.limits import Limits
from generator.reader.package import Package, Relation, find_relation
from generator.reader.refusals import refusing
from generator.reader.values import MAIN, string_item

_ITEM = f"{MAIN}si"


def read_texts(package: Package, relations: Mapping[str, Relation], limits: Limits) -> list[str]:
    """Return the shared texts by their number, rich ones as plain text; none without that part."""
    part = find_relation(relations, "sharedStrings")
    if part is None:
        return []
    data, texts = package.read(part), []
    with refusing("part", part=part):
        for _, element in iterparse(BytesIO(data)):  # noqa: S314 - `read` lets no entity pass
            if element.tag == _ITEM:
                texts.append(string_item(element))
                element.clear()
                limits.take("textes", 1)
    return texts
