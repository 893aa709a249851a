"""*Accueil*: what the workbook is, how to use it, where everything stands, where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from generator import __version__
from generator.model.formula import Ref
from generator.model.grid import Block, Cell, Column, Link, Page, Sheet, Validation
from generator.sheets.common import COVER, FIRST_ROW, Model, add_section, add_status, input_texts

STEPS = 5
COPY = ("who", "service", "date", "version")
"""What a copy says of itself."""

COPY_LIMIT = 200
LEGEND = ("sample", "base", "changed", "alert", "alarm", "action", "subtotal", "grand")


def build(model: Model, sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the cover, with an index of the sheets."""
    columns = (Column("name", 22), Column("label", 96))
    page = Page("A4", Block(FIRST_ROW, "name", "end", "label"), landscape=False)
    sheet = Sheet(COVER, columns, page, frozen=("body", "name"))
    _add_title(sheet, model)
    _add_steps(sheet, model)
    _add_copy(sheet, model)
    _add_legend(sheet, model)
    _add_index(sheet, model, sheets)
    _add_provenance(sheet, model)
    sheet.add("end", height=4)
    return [sheet]


def _add_title(sheet: Sheet, model: Model) -> None:
    settings, words = model.plan.settings, model.words
    sheet.add(FIRST_ROW, {"name": Cell(settings.title, "line.title")}, 26)
    parts = [settings.country, settings.motto, words("cover.matrix")]
    text = " · ".join(part for part in parts if part)
    sheet.add(cells={"name": Cell(text, "line.note")})
    add_status(sheet, model, "name")


def _section(sheet: Sheet, title: str) -> None:
    sheet.add(height=8)
    add_section(sheet, title, height=18)


def _add_steps(sheet: Sheet, model: Model) -> None:
    words = model.words
    add_section(sheet, words("cover.use"), "body", height=22)
    for step in range(1, STEPS + 1):
        cells = {
            "name": Cell(words(f"cover.step{step}.title"), "text.row.strong"),
            "label": Cell(words(f"cover.step{step}"), "text.row"),
        }
        sheet.add(f"step:{step}", cells)


def _add_copy(sheet: Sheet, model: Model) -> None:
    """Add the inputs that say whose copy this is, which open blank."""
    words = model.words
    _section(sheet, words("cover.copy"))
    for key in COPY:
        style = "date.input" if key == "date" else "text.input"
        cells = {"name": Cell(words(f"cover.copy.{key}"), "line.row")}
        sheet.add(f"copy:{key}", cells | {"label": Cell(None, style)})
    title, message, error = input_texts(words, "copy")
    block = Block(f"copy:{COPY[0]}", "label", f"copy:{COPY[-1]}", "label")
    sheet.validations.append(Validation((block,), "text", title, message, error, limit=COPY_LIMIT))


def _add_legend(sheet: Sheet, model: Model) -> None:
    words = model.words
    _section(sheet, words("cover.legend"))
    for style in LEGEND:
        cells = {
            "name": Cell(words(f"cover.legend.{style}.sample"), f"word.{style}"),
            "label": Cell(words(f"cover.legend.{style}"), "text.row"),
        }
        sheet.add(f"legend:{style}", cells)


def _add_index(sheet: Sheet, model: Model, sheets: Sequence[Sheet]) -> None:
    words = model.words
    _section(sheet, words("cover.index"))
    axes = {axis.sheet: axis.title for axis in model.plan.axes}
    for other in sheets:
        label = axes.get(other.name) or words(f"cover.index.{other.name}")
        cells = {"name": Cell(other.name, "line.row.link"), "label": Cell(label, "text.row")}
        key = sheet.add(f"index:{other.name}", cells)
        target = Ref(other.columns[0].key, FIRST_ROW, other.name)
        sheet.links.append(Link(key, "name", target, words("nav.sheet.tip", sheet=other.name)))


def _add_provenance(sheet: Sheet, model: Model) -> None:
    words = model.words
    _section(sheet, words("cover.provenance"))
    generator = words("cover.generator", version=__version__)
    facts = [(words("cover.made"), generator)]
    facts += [(f.name, words("cover.file", sha256=f.sha256)) for f in model.plan.files]
    for name, text in facts:
        sheet.add(cells={"name": Cell(name, "line.row"), "label": Cell(text, "text.row.note")})
