"""Where an officer types: look, lock, validation, amounts, base (rules 9 to 12).

An input whose look or validation is gone has been pasted over, which is an alert; where most inputs
of a sheet are so, the workbook was made so, which is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.errors import CellFinding
from generator.reader.opened import CellAddress, OpenedValidation, OpenedWorkbook
from generator.rules.layout import COVER, axis_sheets, find_sheet
from generator.rules.opencells import Inputs, inputs
from generator.rules.texts import fault

MAX_TITLE, MAX_MESSAGE = 32, 255

Faulty = Callable[[Inputs], set[CellAddress]]


def _unstyled(part: Inputs) -> set[CellAddress]:
    return {cell for cell, look in part.looks().items() if not (look.fill and look.bordered)}


def _locked(part: Inputs) -> set[CellAddress]:
    return {cell for cell, look in part.looks().items() if look.locked}


def _unguided(part: Inputs) -> set[CellAddress]:
    """Return the inputs without a validation that has a title and a message."""
    guided = [v for v in part.sheet.validations if v.prompt_title and v.prompt]
    return set(part.cells) - _covered(guided, part)


def _covered(validations: list[OpenedValidation], part: Inputs) -> set[CellAddress]:
    """Return the inputs inside the validations' areas, which are gone through row by row."""
    last = max((row for row, _ in part.cells), default=-1)
    spans: dict[int, list[tuple[int, int]]] = {}
    for validation in validations:
        for top, left, bottom, right in validation.areas:
            for row in range(top, min(bottom, last) + 1):
                spans.setdefault(row, []).append((left, right))
    return {
        (row, col)
        for row, col in part.cells
        if any(left <= col <= right for left, right in spans.get(row, ()))
    }


def _is_most(found: set[CellAddress], part: Inputs) -> bool:
    return len(found) * 2 > len(part.cells)


def _find_most(workbook: OpenedWorkbook, rule: str, faulty: Faulty) -> Iterator[CellFinding]:
    for part in inputs(workbook):
        found = faulty(part)
        if _is_most(found, part):
            yield fault(rule, part.sheet.name, min(found), f"{len(found)} sur {len(part.cells)}")


def find_unstyled(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the sheets most of whose inputs have no fill or no border."""
    return _find_most(workbook, "R09.style", _unstyled)


def find_locked(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the sheets most of whose inputs are locked."""
    return _find_most(workbook, "R09.locked", _locked)


def find_unguided(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the sheets most of whose inputs have no validation with a title and a message."""
    return _find_most(workbook, "R10.validation", _unguided)


def find_pasted(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield single inputs that lost their look, their lock or their validation."""
    for part in inputs(workbook):
        for what, faulty in (("aspect", _unstyled), ("verrou", _locked), ("validation", _unguided)):
            found = faulty(part)
            for cell in sorted(found) if not _is_most(found, part) else ():
                yield fault("R09.pasted", part.sheet.name, cell, what)


def _own(workbook: OpenedWorkbook) -> dict[str, set[CellAddress]]:
    """Return by sheet the inputs, and what an inserted row may leave unlocked between them."""
    found = {part.sheet.name: set(part.cells) for part in inputs(workbook)}
    for axis in axis_sheets(workbook):
        open_ = {*range(axis.columns["code"], axis.live[-1] + 1), *axis.decided}
        for row, col in axis.sheet.cells:
            if row > axis.header and row not in axis.rows and col in open_:
                found[axis.sheet.name].add((row, col))
    return found


def find_unlocked(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield unlocked cells that are no inputs; rows that nothing names may have been inserted."""
    own = _own(workbook)
    for sheet in workbook.sheets:
        inside = own.get(sheet.name, set())
        for cell, opened in sheet.cells.items():
            if not opened.look.locked and cell not in inside:
                yield fault("R09.unlocked", sheet.name, cell)


def find_typed_formulas(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield formulas in unlocked cells: an officer may have typed `=1000*3`."""
    for sheet in workbook.sheets:
        for cell, opened in sheet.cells.items():
            if opened.formula is not None and not opened.look.locked:
                yield fault("R09.formula", sheet.name, cell, opened.formula)


def _input_fills(workbook: OpenedWorkbook) -> set[str]:
    return {
        look.fill
        for part in inputs(workbook)
        for cell, look in part.looks().items()
        if not look.locked and look.fill and look.bordered
    }


def find_disguised(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield locked cells that look like inputs, the legend's samples on the cover apart."""
    fills = _input_fills(workbook)
    own = {part.sheet.name: set(part.cells) for part in inputs(workbook)}
    for sheet in workbook.sheets:
        for cell, opened in sheet.cells.items() if sheet.name != COVER else ():
            alike = opened.look.bordered and opened.look.fill in fills
            if opened.look.locked and alike and cell not in own.get(sheet.name, set()):
                yield fault("R09.disguised", sheet.name, cell)


def find_missing_legend(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the cover where no sample has the fill and the border of inputs."""
    fills, cover = _input_fills(workbook), find_sheet(workbook, COVER)
    if cover and fills:
        shown = {c.look.fill for c in cover.cells.values() if c.look.bordered and c.look.locked}
        if not fills <= shown:
            yield fault("R09.legend", COVER, expected=", ".join(sorted(fills)))


def find_long_prompts(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield validations whose title or message is longer than Excel shows."""
    for sheet in workbook.sheets:
        for validation in sheet.validations:
            titles = (validation.prompt_title, validation.error_title)
            messages = (validation.prompt, validation.error)
            long = [text for text in titles if len(text) > MAX_TITLE]
            long += [text for text in messages if len(text) > MAX_MESSAGE]
            for text in long:
                yield fault("R10.lengths", sheet.name, validation.areas[0][:2], text)


def find_loose_amounts(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield validations of amounts that let through anything but whole numbers."""
    for axis in axis_sheets(workbook):
        amounts = {(row, col) for row, col in axis.inputs() if col in axis.live}
        for validation in axis.sheet.validations:
            strict = validation.kind == "whole" and validation.stops
            covers = any(cell in amounts for area in validation.areas for cell in _corners(area))
            if covers and not strict:
                yield fault("R10.kind", axis.sheet.name, validation.areas[0][:2], validation.kind)


def _corners(area: tuple[int, int, int, int]) -> tuple[CellAddress, CellAddress]:
    return area[:2], area[2:]
