"""The plan to the workbook: which sheets, in which order, and the witness of every build."""

from __future__ import annotations

from pathlib import Path

from generator import __version__
from generator.errors import ControlTotalsError
from generator.labels import Language, Words
from generator.model.compute import Computed, compute
from generator.model.formula import Ref
from generator.model.grid import Book
from generator.reading.source import Source, read_source
from generator.reading.totals import PLAN
from generator.sheets import (
    acronyms,
    activities,
    adjustments,
    axis,
    checks,
    cover,
    financing,
    parameters,
    reconciliation,
    stamp,
    structures,
    summary,
    workplan,
)
from generator.sheets.common import AXIS_TOTAL, SUMMARY, Model
from generator.sheets.gaps import gap_places
from generator.writer import render

BEFORE_CHECKS = (
    summary,
    axis,
    financing,
    reconciliation,
    activities,
    adjustments,
    workplan,
    structures,
)
AFTER_CHECKS = (parameters, acronyms)


def build_book(source: Source, language: Language = "fr") -> Book:
    """Return the workbook of a source as a book of cells, in the contract's order of sheets."""
    model = Model(source.plan, Words(language), source.controls, gap_places(source.plan))
    modules = (*BEFORE_CHECKS, *AFTER_CHECKS)
    before = [sheet for module in BEFORE_CHECKS for sheet in module.build(model)]
    after = [sheet for module in AFTER_CHECKS for sheet in module.build(model)]
    watched = [check for module in modules for check in module.checks(model)]
    last = stamp.build(model, before, len(watched))
    sheets = [*before, *checks.build(model, watched), *after, *last]
    return Book(
        [*cover.build(model, sheets), *sheets],
        parameters.names(),
        _properties(model),
        stamp.identity(model),
    )


def _properties(model: Model) -> dict[str, str]:
    settings = model.plan.settings
    return {
        "title": settings.title,
        "subject": model.words("cover.matrix"),
        "company": settings.country,
        "category": settings.acronym,
        "comments": model.words("cover.generator", version=__version__),
    }


def verify_totals(computed: Computed, source: Source) -> None:
    """Raise where a total of an axis or of the plan differs from pandas' own, from the CSV."""
    for code, control in source.controls.base.items():
        sheets = {part.code: part.sheet for part in source.plan.axes}
        sheet = SUMMARY if code == PLAN else sheets[code]
        row = summary.COMPUTED if code == PLAN else AXIS_TOTAL
        for col, expected in control.items():
            key = col if col == "total" else f"y{col}"
            found = computed.at(Ref(key, row, sheet))
            if found != expected:
                raise ControlTotalsError(sheet, col, found, expected)


def build_workbook(source: Source, language: Language = "fr") -> bytes:
    """Return the bytes of the workbook, once its totals agree with the control totals."""
    computed = compute(build_book(source, language))
    verify_totals(computed, source)
    return render(computed)


def build_folder(
    folder: Path, language: Language = "fr", encoding: str | None = None
) -> tuple[Source, bytes]:
    """Return the source of a folder and the bytes of its workbook.

    `encoding` is that of CSV files that are not UTF-8, None where it is to be recognised.
    """
    source = read_source(folder, encoding)
    return source, build_workbook(source, language)
