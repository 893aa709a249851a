"""Copies as Excel saves them: edited in their parts, then written in its ways all through."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.copies.edited import Edited
from tests.reader.archives import MAIN, Parts, read_archive, write_archive
from tests.reader.excel_ways import SHEET, SPACE, WAYS, each_sheet, each_text
from tests.workbook.built import Built

M = f"{{{MAIN}}}"
STRINGS = "xl/sharedStrings.xml"
MANNERS = (
    ("share_formulas", "write_rich_texts", "extend_validations", "rename_parts"),
    ("write_seventeen_digits", "add_comments", "prefix_names", "add_calculation_chain"),
    ("drop_size", "write_inline_texts", "spell_truth"),
    ("escape_characters", "add_alternatives", "lie_about_size", "name_colours"),
)
"""Ways that one file can have together; those that go by the names of elements come first."""


def excel_copy(built: Built, target: Path) -> Edited:
    """Return a copy of a workbook, to be edited and then saved with `save_as_excel`."""
    return Edited(read_archive(built.path), target)


def save_as_excel(edited: Edited, manner: tuple[str, ...]) -> Path:
    """Return the path, where the copy now is, what was typed stored as Excel stores it."""
    parts = share_texts(read_archive(edited.save()))
    for name in manner:
        changed = WAYS[name](parts)
        assert changed != parts, name
        parts = changed
    return write_archive(edited.target, parts)


def share_texts(parts: Parts) -> Parts:
    """Return the parts, the texts that stand in cells moved to the part of shared texts."""
    items = ET.fromstring(parts[STRINGS])

    def change(root: ET.Element) -> None:
        for cell in root.iter(f"{M}c"):
            if cell.get("t") == "inlineStr":
                text = "".join(cell.itertext())
                cell[:] = []
                cell.set("t", "s")
                ET.SubElement(cell, f"{M}v").text = str(len(items))
                ET.SubElement(
                    ET.SubElement(items, f"{M}si"), f"{M}t", {SPACE: "preserve"}
                ).text = text

    changed = each_sheet(parts, change)
    changed[STRINGS] = ET.tostring(items, encoding="utf-8", xml_declaration=True)
    return each_text(changed, _without_prefix, rf"{SHEET.pattern}|xl/(?:workbook|[a-zA-Z]+s)\.xml")


def _without_prefix(text: str) -> str:
    """Return a part's text as a program writes it that gives the main elements no prefix."""
    found = re.search(rf'xmlns:(\w+)="{re.escape(MAIN)}"', text)
    if not found:
        return text
    text = re.sub(rf"(</?){found[1]}:", r"\1", text)
    return text.replace(f"xmlns:{found[1]}=", "xmlns=", 1)
