"""Excel's ways of writing what we write otherwise, after ECMA-376 and Microsoft's notes on it.

Each takes the parts of a workbook and returns parts that say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

from openpyxl.formula.translate import Translator

from tests.reader.archives import MAIN, OFFICE, PACKAGE, Parts

M = f"{{{MAIN}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
X14AC = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"
REVISION = "http://schemas.microsoft.com/office/spreadsheetml/2014/revision"
EXCEL = "http://schemas.microsoft.com/office/excel/2006/main"
SHEET = re.compile(r"xl/worksheets/sheet[0-9]+\.xml")
CELL = re.compile(r"([A-Z]+)([0-9]+)")


def each_sheet(parts: Parts, change: Callable[[ET.Element], None]) -> Parts:
    """Return the parts, the root of each sheet changed in place."""
    changed = dict(parts)
    for name in filter(SHEET.fullmatch, parts):
        root = ET.fromstring(parts[name])
        change(root)
        changed[name] = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return changed


def each_text(parts: Parts, change: Callable[[str], str], pattern: str = r".*\.xml") -> Parts:
    """Return the parts, the text of each whose name matches changed."""
    return {
        name: change(data.decode()).encode() if re.fullmatch(pattern, name) else data
        for name, data in parts.items()
    }


def share_formulas(parts: Parts) -> Parts:
    """Formulas that are the copy of the one above share its text."""
    return each_sheet(parts, _share_sheet)


def _share_sheet(root: ET.Element) -> None:
    masters: dict[str, tuple[str, str, ET.Element, int]] = {}
    count = 0
    for cell in root.iter(f"{M}c"):
        formula, address = cell.find(f"{M}f"), cell.attrib["r"]
        found = CELL.fullmatch(address)
        assert found
        if formula is None:
            masters.pop(found[1], None)
            continue
        text = formula.text or ""
        master = masters.get(found[1])
        if master and _copied(master, address) == text:
            formula.text = None
            formula.attrib |= {"t": "shared", "si": str(master[3])}
            first = master[2].attrib | {"t": "shared", "si": str(master[3])}
            master[2].attrib.update(first, ref=f"{master[0]}:{address}")
        else:
            masters[found[1]] = (address, text, formula, count)
            count += 1


def _copied(master: tuple[str, str, ET.Element, int], address: str) -> str:
    formula: str = Translator("=" + master[1], origin=master[0]).translate_formula(address)
    return formula.removeprefix("=")


def write_rich_texts(parts: Parts) -> Parts:
    """Shared texts are cut into runs with their own look, and have a reading beside them."""
    changed = dict(parts)
    root = ET.fromstring(parts["xl/sharedStrings.xml"])
    for item in root:
        text = item[0].text or ""
        item.clear()
        for piece in (text[:3], text[3:]):
            run = ET.SubElement(item, f"{M}r")
            ET.SubElement(ET.SubElement(run, f"{M}rPr"), f"{M}b")
            ET.SubElement(run, f"{M}t", {SPACE: "preserve"}).text = piece
        reading = ET.SubElement(item, f"{M}rPh", {"sb": "0", "eb": "1"})
        ET.SubElement(reading, f"{M}t").text = "prononciation"
    changed["xl/sharedStrings.xml"] = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return changed


def write_inline_texts(parts: Parts) -> Parts:
    """Texts stand in their cells."""
    items = ET.fromstring(parts["xl/sharedStrings.xml"])
    texts = [item[0].text for item in items]

    def change(root: ET.Element) -> None:
        for cell in root.iter(f"{M}c"):
            if cell.get("t") == "s":
                text = texts[int(cell.findtext(f"{M}v") or "")]
                cell.set("t", "inlineStr")
                for child in list(cell):
                    cell.remove(child)
                ET.SubElement(
                    ET.SubElement(cell, f"{M}is"), f"{M}t", {SPACE: "preserve"}
                ).text = text

    return each_sheet(parts, change)


def escape_characters(parts: Parts) -> Parts:
    """Characters are written by their number."""
    return each_text(parts, lambda text: text.replace("é", "_x00E9_"), r"xl/sharedStrings\.xml")


def prefix_names(parts: Parts) -> Parts:
    """The elements have a prefix, as some of Microsoft's own libraries write them."""
    wanted = re.compile(r"xl/(?:workbook|styles|sharedStrings|worksheets/[^/]+)\.xml")
    changed = dict(parts)
    for name in filter(wanted.fullmatch, parts):
        text = ET.tostring(ET.fromstring(parts[name]), encoding="unicode")
        assert "<s:" in text  # openpyxl has registered this prefix
        changed[name] = re.sub(r"(?<=xmlns:)s(?==)|(?<=[</])s(?=:)", "x", text).encode()
    return changed


def rename_parts(parts: Parts) -> Parts:
    """Sheets have other names in the archive, other cases, and are led to from its root."""
    moved = {
        name: name.replace("worksheets/sheet", "Feuilles/Feuil")
        for name in filter(SHEET.fullmatch, parts)
    }
    renamed = {}
    for name, data in parts.items():
        if name.startswith("xl/worksheets/_rels/"):
            place = name.replace("worksheets/_rels/sheet", "Feuilles/_rels/Feuil")
            renamed[place] = data.replace(b'"../drawings/', b'"/XL/Drawings/')
        else:
            renamed[moved.get(name, name)] = data
    book = renamed["xl/_rels/workbook.xml.rels"]
    book = re.sub(rb'"worksheets/sheet', b'"/xl/Feuilles/Feuil', book)
    renamed["xl/_rels/workbook.xml.rels"] = book
    root = renamed["_rels/.rels"]
    renamed["_rels/.rels"] = root.replace(b'"xl/workbook.xml"', b'"/XL/Workbook.xml"')
    return renamed


def add_calculation_chain(parts: Parts) -> Parts:
    """The file says in which order it was calculated."""
    chain = f'<calcChain xmlns="{MAIN}"><c r="A3" i="1"/></calcChain>'.encode()
    link = f'<Relationship Id="rId99" Type="{OFFICE}/calcChain" Target="calcChain.xml"/>'.encode()
    rels = "xl/_rels/workbook.xml.rels"
    return parts | {
        "xl/calcChain.xml": chain,
        rels: parts[rels].replace(b"</Relationships>", link + b"</Relationships>"),
    }


def add_alternatives(parts: Parts) -> Parts:
    """Newer elements stand beside what older programs understand."""
    spaces = (
        f'xmlns:mc="{COMPATIBLE}" xmlns:x14="{X14}" xmlns:x14ac="{X14AC}" xmlns:xr="{REVISION}" '
        'mc:Ignorable="x14ac xr"'
    )
    choice = (
        '<mc:AlternateContent><mc:Choice Requires="x14"><controls><control/></controls>'
        "</mc:Choice></mc:AlternateContent>"
    )

    def change(text: str) -> str:
        text = text.replace("<worksheet ", f'<worksheet {spaces} xr:uid="{{0}}" ', 1)
        text = text.replace("<row ", '<row x14ac:dyDescent="0.25" ')
        return text.replace("<ignoredErrors>", f"{choice}<ignoredErrors>", 1)

    def change_book(text: str) -> str:
        text = text.replace("<workbook ", f"<workbook {spaces} ", 1)
        return text.replace("<bookViews>", f"{choice}<bookViews>", 1)

    return each_text(each_text(parts, change, SHEET.pattern), change_book, r"xl/workbook\.xml")


COMMENTS = (
    f'<comments xmlns="{MAIN}"><authors><author>Awa</author></authors><commentList>'
    '<comment ref="F13" authorId="0"><text><r><t>À revoir : 12 500 000 ?</t></r></text></comment>'
    "</commentList></comments>"
)
SHAPES = '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape type="#_x0000_t202"/></xml>'


def add_comments(parts: Parts) -> Parts:
    """Each sheet has a comment with its shape, and what the printer was told."""
    changed = dict(parts)
    for name in filter(SHEET.fullmatch, parts):
        number = name.removeprefix("xl/worksheets/sheet").removesuffix(".xml")
        links = {
            "comments": f"../comments{number}.xml",
            "vmlDrawing": f"../drawings/vmlDrawing{number}.vml",
            "printerSettings": f"../printerSettings/printerSettings{number}.bin",
        }
        rels = f"xl/worksheets/_rels/sheet{number}.xml.rels"
        changed[rels] = _linked(changed.get(rels, NO_LINKS), links)
        changed |= {
            f"xl/comments{number}.xml": COMMENTS.encode(),
            f"xl/drawings/vmlDrawing{number}.vml": SHAPES.encode(),
            f"xl/printerSettings/printerSettings{number}.bin": bytes(range(256)),
        }
        drawing = f'<legacyDrawing xmlns:r="{OFFICE}" r:id="vmlDrawing"/></worksheet>'
        changed[name] = changed[name].replace(b"</worksheet>", drawing.encode())
    return changed


NO_LINKS = f'<Relationships xmlns="{PACKAGE}/relationships"></Relationships>'.encode()


def _linked(rels: bytes, links: Mapping[str, str]) -> bytes:
    """Return a part of relations with more of them, each known by its kind."""
    items = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in links.items()
    )
    return rels.replace(b"</Relationships>", items.encode() + b"</Relationships>")


def extend_validations(parts: Parts) -> Parts:
    """Validations and conditional formats stand among the extensions."""
    formats = ET.fromstring(parts["xl/styles.xml"]).findall(f"{M}dxfs/{M}dxf")

    def change(root: ET.Element) -> None:
        extensions = ET.SubElement(root, f"{M}extLst")
        _extend_validations(root, ET.SubElement(extensions, f"{M}ext", uri="{CCE6A557}"))
        _extend_highlights(root, ET.SubElement(extensions, f"{M}ext", uri="{78C0D931}"), formats)

    return each_sheet(parts, change)


def _extend_validations(root: ET.Element, extension: ET.Element) -> None:
    group = ET.SubElement(extension, f"{{{X14}}}dataValidations")
    for old in root.findall(f"{M}dataValidations/{M}dataValidation"):
        areas = old.attrib.pop("sqref")
        new = ET.SubElement(group, f"{{{X14}}}dataValidation", old.attrib)
        for formula in old:
            holder = ET.SubElement(new, formula.tag.replace(MAIN, X14))
            ET.SubElement(holder, f"{{{EXCEL}}}f").text = formula.text
        ET.SubElement(new, f"{{{EXCEL}}}sqref").text = areas
    for found in root.findall(f"{M}dataValidations"):
        root.remove(found)


def _extend_highlights(root: ET.Element, extension: ET.Element, formats: list[ET.Element]) -> None:
    groups = ET.SubElement(extension, f"{{{X14}}}conditionalFormattings")
    for old in root.findall(f"{M}conditionalFormatting"):
        root.remove(old)
        group = ET.SubElement(groups, f"{{{X14}}}conditionalFormatting")
        for rule in old:
            own = formats[int(rule.attrib.pop("dxfId"))]
            new = ET.SubElement(group, f"{{{X14}}}cfRule", rule.attrib)
            for formula in rule:
                ET.SubElement(new, f"{{{EXCEL}}}f").text = formula.text
            ET.SubElement(new, f"{{{X14}}}dxf").extend(own)
        ET.SubElement(group, f"{{{EXCEL}}}sqref").text = old.get("sqref")


def lie_about_size(parts: Parts) -> Parts:
    """The dimension is that of one cell."""
    return each_text(
        parts,
        lambda text: re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1"', text),
        SHEET.pattern,
    )


def drop_size(parts: Parts) -> Parts:
    """There is no dimension."""
    return each_text(parts, lambda text: re.sub(r"<dimension [^>]*/>", "", text), SHEET.pattern)


def spell_truth(parts: Parts) -> Parts:
    """Truth values are spelled in letters."""
    words = "sheet|objects|scenarios|formatColumns|formatRows|autoFilter|hidden|fitToPage|locked"
    return each_text(
        parts,
        lambda text: re.sub(
            rf' ({words}|showErrorMessage|showInputMessage)="([01])"',
            lambda found: f' {found[1]}="{("false", "true")[int(found[2])]}"',
            text,
        ),
        r"xl/(?:worksheets/.*|styles|workbook)\.xml",
    )


def write_seventeen_digits(parts: Parts) -> Parts:
    """Fractions have all the digits of their binary form: 0.29 is 0.28999999999999998."""

    def respelled(found: re.Match[str]) -> str:
        return f"{found[1]}{float(found[2]):.17g}{found[3]}"

    number = re.compile(r"(<v>)([0-9]+\.[0-9]+)(</v>)")
    return each_text(parts, lambda text: number.sub(respelled, text), SHEET.pattern)


def name_colours(parts: Parts) -> Parts:
    """Colours are those of the theme, or have a number: white, black, and the plan's green."""

    def change(text: str) -> str:
        text = text.replace('rgb="FFFFFFFF"', 'theme="0"').replace('rgb="FF000000"', 'indexed="8"')
        return text.replace('rgb="FF1F5C3F"', 'theme="4"')

    def change_theme(text: str) -> str:
        return re.sub(r'(<a:accent1><a:srgbClr val=")[0-9A-F]{6}', r"\g<1>1F5C3F", text)

    return each_text(
        each_text(parts, change, r"xl/styles\.xml"), change_theme, r"xl/theme/theme1\.xml"
    )


WAYS = {
    way.__name__: way
    for way in (
        share_formulas,
        write_rich_texts,
        write_inline_texts,
        escape_characters,
        prefix_names,
        rename_parts,
        add_calculation_chain,
        add_alternatives,
        add_comments,
        extend_validations,
        lie_about_size,
        drop_size,
        spell_truth,
        write_seventeen_digits,
        name_colours,
    )
}
