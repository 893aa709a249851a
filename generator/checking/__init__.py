"""Is a workbook, perhaps edited, still sound: everything that is worth saying of a copy.

Two witnesses: the rules, which know nothing of how the workbook was made, and the model that its
own base gives, laid over it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator import __version__
from generator.checking.cells import compare_cells
from generator.checking.far import find_far_formatting
from generator.checking.gathering import join_neighbours, tell_once
from generator.checking.inputs import find_input_changes
from generator.checking.overlay import Overlay, lay_over
from generator.checking.renamed import undo_renaming
from generator.checking.states import find_failing_checks
from generator.checking.texts import say
from generator.checking.vouching import unexplained
from generator.errors import CellFinding, ModelError, Severity
from generator.reader import open_workbook
from generator.reader.opened import OpenedWorkbook
from generator.recovery import NotRecoveredError, Recovered, recover
from generator.rules import find_faults
from generator.rules.layout import axis_sheets, saved_by_excel

THUMB = "R06."
"""Rules of thumb on how long formulas are: they speak of the generator, whose tests read them."""

CONTRADICTION = "ce que le classeur dit de son propre plan se contredit"
"""Nothing says which of its cells is the wrong one."""

ORDER: tuple[Severity, ...] = ("erreur", "alerte", "remarque")


def check_workbook(path: Path) -> list[CellFinding]:
    """Return what is worth saying of a workbook, errors first; raises `WorkbookRefusedError`."""
    return check_opened(open_workbook(path))


def check_opened(workbook: OpenedWorkbook) -> list[CellFinding]:
    """Return what is worth saying of a workbook already read, errors first."""
    renamed, said = undo_renaming(workbook)
    beside = [*said, *find_far_formatting(renamed), *_origin(workbook)]
    told = join_neighbours(tell_once([*_found(renamed), *beside]))
    return sorted(told, key=lambda finding: ORDER.index(finding.severity))


def _found(workbook: OpenedWorkbook) -> list[CellFinding]:
    """Return what both witnesses find; where the model cannot be laid over the copy, the rules."""
    ruled = [fault for fault in find_faults(workbook) if not fault.rule.startswith(THUMB)]
    try:
        recovered = recover(workbook)
        overlay = lay_over(recovered, workbook)
    except NotRecoveredError as error:
        return [*(own.finding for own in (error, *error.others)), *ruled]
    except ModelError:  # what the copy says of its plan does not go together
        return [NotRecoveredError("", CONTRADICTION).finding, *ruled]
    modelled = list(_model_findings(recovered, overlay, workbook))
    return [*modelled, *unexplained(ruled, overlay, modelled)]


def _model_findings(
    recovered: Recovered, overlay: Overlay, workbook: OpenedWorkbook
) -> Iterator[CellFinding]:
    yield from _version(recovered)
    changes = list(find_input_changes(overlay))
    compared = compare_cells(overlay)
    yield from changes
    yield from compared.contents
    yield from find_failing_checks(overlay, compared.computed, recovered.language)
    yield from compared.stored
    yield from _sheets(overlay, workbook)


def _version(recovered: Recovered) -> Iterator[CellFinding]:
    made = str(recovered.facts.get("generateur", ""))
    if made != __version__:
        yield say("origin.version", "", "", made, __version__)


def _sheets(overlay: Overlay, workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    """Yield the sheets that the copy lacks, and those that it has beside the model's."""
    expected = [sheet.name for sheet in overlay.plain.book.sheets]
    found = [sheet.name for sheet in workbook.sheets]
    yield from (say("sheet.absent", name) for name in expected if name not in found)
    axes = {axis.sheet.name for axis in axis_sheets(workbook)}
    for name in found:
        if name not in expected:
            yield say("sheet.twice" if name in axes else "sheet.added", name)


def _origin(workbook: OpenedWorkbook) -> Iterator[CellFinding]:
    if not saved_by_excel(workbook):
        yield say("origin.program", "", "", workbook.application)
    yield from (say("origin.note", "", "", note) for note in workbook.notes)
