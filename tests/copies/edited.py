"""Copies edited in their parts: what programs leave in a cell, where openpyxl would interfere."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from openpyxl.utils import column_index_from_string, get_column_letter

from generator.copies.reading import ReadCopy, read_copy
from tests.reader.archives import MAIN, OFFICE, PACKAGE, Parts

M = f"{{{MAIN}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BOOK, RELATIONS, STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")
_REFERENCE = re.compile(
    r"(?:(?P<sheet>'[^']*'|\w+)!)?(?P<area>\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?)\b"
)
_PLACE = re.compile(r"(\$?[A-Z]{1,3}\$?)([0-9]+)")

Typed: TypeAlias = float | str | None
Move: TypeAlias = Callable[[int], int | None]
"""Where a row goes; None for one that is deleted."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A cell as its file may have it: a raw value of a type, a formula and its attributes.

    `look` is a number format that the cell is given, `runs` are the pieces of a rich text.
    """

    value: str | None = None
    kind: str = "n"
    formula: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    look: int | None = None
    runs: tuple[str, ...] = ()


Put: TypeAlias = Typed | Stored


@dataclass(slots=True)
class Edited:
    """The parts of a workbook, and the trees of those that were changed."""

    parts: Parts
    target: Path
    trees: dict[str, ET.Element] = field(default_factory=dict)

    def tree(self, part: str) -> ET.Element:
        """Return the tree of a part, to be changed."""
        if part not in self.trees:
            self.trees[part] = ET.fromstring(self.parts[part])
        return self.trees[part]

    def part(self, sheet: str) -> str:
        """Return the part of a sheet."""
        names = [own.get("name") for own in self.tree(BOOK).iter(f"{M}sheet")]
        return f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"

    def rows(self, sheet: str) -> ET.Element:
        """Return the rows of a sheet."""
        found = self.tree(self.part(sheet)).find(f"{M}sheetData")
        assert found is not None
        return found

    def row(self, sheet: str, number: int) -> ET.Element:
        """Return a row, which the sheet has from now on."""
        rows = self.rows(sheet)
        for place, row in enumerate(rows):
            if int(row.attrib["r"]) == number:
                return row
            if int(row.attrib["r"]) > number:
                added = ET.Element(f"{M}row", r=str(number))
                rows.insert(place, added)
                return added
        return ET.SubElement(rows, f"{M}row", r=str(number))

    def cell(self, sheet: str, address: str) -> ET.Element:
        """Return a cell, which the sheet has from now on."""
        col, number = split(address)
        row = self.row(sheet, number)
        for place, cell in enumerate(row):
            own = split(cell.attrib["r"])[0]
            if own == col:
                return cell
            if (len(own), own) > (len(col), col):
                added = ET.Element(f"{M}c", r=address)
                row.insert(place, added)
                return added
        return ET.SubElement(row, f"{M}c", r=address)

    def put(self, sheet: str, address: str, typed: Put) -> Edited:
        """Put into a cell what was typed, a text as a text, or what a program stored."""
        stored = typed if isinstance(typed, Stored) else _stored(typed)
        cell = self.cell(sheet, address)
        cell[:] = []
        cell.attrib.pop("t", None)
        if stored.kind != "n":
            cell.set("t", stored.kind)
        if stored.formula is not None:
            ET.SubElement(cell, f"{M}f", dict(stored.attributes)).text = stored.formula
        if stored.runs:
            inside = ET.SubElement(cell, f"{M}is")
            for text in stored.runs:
                run = ET.SubElement(inside, f"{M}r")
                ET.SubElement(ET.SubElement(run, f"{M}rPr"), f"{M}b")
                ET.SubElement(run, f"{M}t", {SPACE: "preserve"}).text = text
        elif stored.kind == "inlineStr":
            inside = ET.SubElement(cell, f"{M}is")
            ET.SubElement(inside, f"{M}t", {SPACE: "preserve"}).text = stored.value
        elif stored.value is not None:
            ET.SubElement(cell, f"{M}v").text = stored.value
        if stored.look is not None:
            cell.set("s", self._look(cell.get("s", "0"), stored.look))
        return self

    def _look(self, style: str, number_format: int) -> str:
        """Return the look of a cell with another of the formats that have no need to be named."""
        looks = self.tree(STYLES).find(f"{M}cellXfs")
        assert looks is not None
        looks.append(deepcopy(looks[int(style)]))
        looks[-1].set("numFmtId", str(number_format))
        looks.set("count", str(len(looks)))
        return str(len(looks) - 1)

    def move_rows(self, sheet: str, move: Move) -> Edited:
        """Move the rows of a sheet, as programs do: what reads them follows."""
        rows = self.rows(sheet)
        for row in list(rows):
            number = move(int(row.attrib["r"]))
            if number is None:
                rows.remove(row)
                continue
            row.set("r", str(number))
            for cell in row:
                cell.set("r", f"{split(cell.attrib['r'])[0]}{number}")
        rows[:] = sorted(rows, key=lambda row: int(row.attrib["r"]))
        for own in self._readers(sheet):
            for formula in self.tree(self.part(own)).iter(f"{M}f"):
                formula.text = _followed(formula.text or "", own, sheet, move)
        return self

    def _readers(self, sheet: str) -> list[str]:
        """Return the sheets whose formulas may name a sheet."""
        names = [str(own.get("name")) for own in self.tree(BOOK).iter(f"{M}sheet")]
        parts = [self.part(own) for own in names]
        text = f"{sheet}'!".encode()
        return [
            own
            for own, part in zip(names, parts, strict=True)
            if part in self.trees or text in self.parts[part]
        ]

    def insert_row(self, sheet: str, number: int) -> Edited:
        """Insert a blank row above a row."""
        return self.move_rows(sheet, lambda row: row + (row >= number))

    def delete_row(self, sheet: str, number: int) -> Edited:
        """Delete a row."""
        return self.move_rows(sheet, lambda row: None if row == number else row - (row > number))

    def swap_rows(self, sheet: str, one: int, other: int) -> Edited:
        """Swap two rows as sorting does: formulas read their own row, links stay as they were."""
        at = {one: other, other: one}
        rows = self.rows(sheet)
        for row in rows:
            number = int(row.attrib["r"])
            if number in at:
                row.set("r", str(at[number]))
                for cell in row:
                    cell.set("r", f"{split(cell.attrib['r'])[0]}{at[number]}")
                for formula in row.iter(f"{M}f"):
                    formula.text = _followed(
                        formula.text or "", sheet, sheet, lambda line: at.get(line, line)
                    )
        rows[:] = sorted(rows, key=lambda row: int(row.attrib["r"]))
        return self

    def swap_columns(self, sheet: str, one: str, other: str) -> Edited:
        """Swap what two columns hold, their formulas as they stand."""
        for row in self.rows(sheet):
            names = {one: other, other: one}
            for cell in row:
                col, number = split(cell.attrib["r"])
                cell.set("r", f"{names.get(col, col)}{number}")
            row[:] = sorted(row, key=lambda cell: _column(cell.attrib["r"]))
        return self

    def insert_column(self, sheet: str, place: int) -> Edited:
        """Put a blank column at a place counted from 0; formulas are left as they stand."""
        for cell in self.rows(sheet).iter(f"{M}c"):
            col, number = split(cell.attrib["r"])
            at = column_index_from_string(col) - 1
            cell.set("r", f"{get_column_letter(at + 2) if at >= place else col}{number}")
        return self

    def delete_column(self, sheet: str, col: str) -> Edited:
        """Empty a column, header and all."""
        for row in self.rows(sheet):
            row[:] = [cell for cell in row if split(cell.attrib["r"])[0] != col]
        return self

    def merge(self, sheet: str, area: str) -> Edited:
        """Merge an area."""
        root = self.tree(self.part(sheet))
        merged = root.find(f"{M}mergeCells")
        if merged is None:
            at = list(root).index(self.rows(sheet)) + 1
            merged = ET.Element(f"{M}mergeCells")
            root.insert(at + (root[at].tag == f"{M}sheetProtection"), merged)
        ET.SubElement(merged, f"{M}mergeCell", ref=area)
        return self

    def hide(self, sheet: str, state: str) -> Edited:
        """Hide a sheet."""
        self._listed(sheet).set("state", state)
        return self

    def delete_sheet(self, sheet: str) -> Edited:
        """Delete a sheet; its part stays behind, which nothing leads to."""
        sheets = self.tree(BOOK).find(f"{M}sheets")
        assert sheets is not None
        sheets.remove(self._listed(sheet))
        return self

    def copy_sheet(self, sheet: str, name: str) -> Edited:
        """Duplicate a sheet under another name, at the end."""
        place = len(list(self.tree(BOOK).iter(f"{M}sheet"))) + 1
        part = self.part(sheet)
        self.parts[f"xl/worksheets/sheet{place}.xml"] = self.parts[part]
        links = part.replace("worksheets/", "worksheets/_rels/") + ".rels"
        if links in self.parts:
            self.parts[f"xl/worksheets/_rels/sheet{place}.xml.rels"] = self.parts[links]
        self._add(name, place)
        return self

    def add_sheet(self, name: str) -> Edited:
        """Add a sheet with a note on it."""
        place = len(list(self.tree(BOOK).iter(f"{M}sheet"))) + 1
        note = '<row r="1"><c r="A1" t="inlineStr"><is><t>Notes</t></is></c></row>'
        text = f'<worksheet xmlns="{MAIN}"><sheetData>{note}</sheetData></worksheet>'
        self.parts[f"xl/worksheets/sheet{place}.xml"] = text.encode()
        self._add(name, place)
        return self

    def _add(self, name: str, place: int) -> None:
        sheets = self.tree(BOOK).find(f"{M}sheets")
        assert sheets is not None
        link = {"name": name, "sheetId": str(place), f"{{{OFFICE}}}id": f"rId{900 + place}"}
        ET.SubElement(sheets, f"{M}sheet", link)
        ET.SubElement(
            self.tree(RELATIONS),
            f"{{{PACKAGE}/relationships}}Relationship",
            Id=f"rId{900 + place}",
            Type=f"{OFFICE}/worksheet",
            Target=f"worksheets/sheet{place}.xml",
        )

    def reverse_sheets(self) -> Edited:
        """Put the sheets in the opposite order."""
        sheets = self.tree(BOOK).find(f"{M}sheets")
        assert sheets is not None
        sheets[:] = list(reversed(sheets))
        for name in self.tree(BOOK).iter(f"{M}definedName"):
            name.attrib.pop("localSheetId", None)
        return self

    def rename_sheet(self, sheet: str, name: str) -> Edited:
        """Rename a sheet as programs do: formulas and names follow."""
        for own in self._readers(sheet):
            for formula in self.tree(self.part(own)).iter(f"{M}f"):
                formula.text = _renamed(formula.text or "", sheet, name)
        for defined in self.tree(BOOK).iter(f"{M}definedName"):
            defined.text = _renamed(defined.text or "", sheet, name)
        self._listed(sheet).set("name", name)
        return self

    def _listed(self, sheet: str) -> ET.Element:
        return next(own for own in self.tree(BOOK).iter(f"{M}sheet") if own.get("name") == sheet)

    def replace(self, part: str, old: str, new: str) -> Edited:
        """Replace a text in a part that was not changed yet."""
        assert part not in self.trees
        text = self.parts[part].decode()
        assert old in text
        self.parts[part] = text.replace(old, new).encode()
        return self

    def save(self) -> Path:
        """Return the path, where the copy now is."""
        written = {
            name: ET.tostring(root, encoding="utf-8", xml_declaration=True)
            for name, root in self.trees.items()
        }
        with ZipFile(self.target, "w") as archive:
            for name, content in (self.parts | written).items():
                archive.writestr(name, content)
        return self.target

    def read(self) -> ReadCopy:
        """Return what is read of the copy."""
        return read_copy(self.save())


def split(address: str) -> tuple[str, int]:
    """Return the letters and the row of an address."""
    found = _ADDRESS.fullmatch(address)
    assert found, address
    return found[1], int(found[2])


def _column(address: str) -> tuple[int, str]:
    col = split(address)[0]
    return len(col), col


def _stored(typed: Typed) -> Stored:
    if isinstance(typed, str):
        return Stored(typed, "inlineStr")
    return Stored(None if typed is None else repr(typed))


def _renamed(formula: str, sheet: str, name: str) -> str:
    quoted = "'" + name.replace("'", "''") + "'!"
    return re.sub(rf"'{re.escape(sheet)}'!|\b{re.escape(sheet)}!", lambda _: quoted, formula)


def _followed(formula: str, own: str, sheet: str, move: Move) -> str:
    """Return a formula of the sheet `own` that follows the rows of another."""

    def follow(found: re.Match[str]) -> str:
        named, area = found["sheet"], found["area"]
        if (named or own).strip("'") != sheet:
            return found[0]
        moved = [_moved(place, move) for place in area.split(":")]
        if len(moved) == 1 and not moved[0]:
            return f"{named}!#REF!" if named else "#REF!"
        assert all(moved), "an area that ends at a deleted row"
        return (f"{named}!" if named else "") + ":".join(moved)

    return _REFERENCE.sub(follow, formula)


def _moved(place: str, move: Move) -> str:
    found = _PLACE.fullmatch(place)
    assert found
    row = move(int(found[2]))
    return "" if row is None else f"{found[1]}{row}"


def told(copy: ReadCopy) -> Sequence[tuple[str, str, str]]:
    """Return (severity, rule, place) of what is said of a copy, in order."""
    return [
        (said.severity, said.rule, f"{said.sheet}!{said.cell}" if said.cell else said.sheet)
        for said in copy.findings
    ]
