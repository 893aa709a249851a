"""What a file cannot hold stops the build, and the message says which cell."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import reduce
from typing import Any, cast

import pytest
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.errors import (
    DuplicateKeyError,
    GeneratorError,
    ModelError,
    UnknownKeyError,
    WriteRefusedError,
)
from generator.model.compute import compute
from generator.model.formula import ONE, Binary, Const, Node, Ref, equal, total
from generator.model.grid import (
    Cell,
    Chart,
    Column,
    Content,
    Highlight,
    Link,
    Page,
    Series,
    Sheet,
    Validation,
)
from generator.writer import book as writing
from generator.writer import render
from tests.model.small import area, block, make_book, make_sheet, ref, set_height

NAME = "L'axe"


def written(sheet: Sheet, names: dict[str, Ref] | None = None) -> bytes:
    return render(compute(make_book([sheet], names)))


def long_formula(length: int) -> Node:
    """Return a join of literals whose text has exactly that many characters."""
    pieces = -(-(length + 1) // 258)  # 255 letters, two quotes, one &
    letters = length + 1 - 3 * pieces
    literals = [Const("x" * min(255, max(letters - 255 * piece, 0))) for piece in range(pieces)]
    return reduce(
        lambda left, right: Binary("&", left, right), literals[1:], cast("Node", literals[0])
    )


def deep_sum(terms: int) -> Node:
    return reduce(
        lambda left, right: left + right, [ref("B2")] * (terms - 1), cast("Node", ref("B2"))
    )


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("x" * 32_768, "texte de 32768 caractères"),
        ("😀" * 16_384, "texte de 16384 caractères"),
        ("a\x00b", "caractère de contrôle"),
        ("a\rb", "caractère de contrôle"),
        ("a\x1fb", "caractère de contrôle"),
        ("a\ud800b", "caractère de contrôle"),
        ("a\uffffb", "caractère de contrôle"),
        (Binary("&", Const("a\x07"), Const("b")), "caractère de contrôle"),
        (Binary("&", ref("A1"), ref("A1")), "texte de 40000 caractères"),
        (long_formula(8193), "formule de 8193 caractères"),
        (deep_sum(700), "formule trop imbriquée"),  # its text would be too deep for Python
        (deep_sum(2000), "formule trop imbriquée"),  # already its value
        (Cell(1, "monney"), "style inconnu(e) « monney »"),
        (Cell("a", "money.inputt"), "style inconnu(e) « money.inputt »"),
        (Cell(ONE, "x"), "style inconnu(e) « x »"),
    ],
)
def test_cells(content: Content | Cell, what: str) -> None:
    with pytest.raises(ModelError) as caught:
        written(make_sheet(NAME, {"A1": "x" * 20_000, "B2": 0, "C3": content}))
    assert str(caught.value).startswith("Erreur du modèle, 'L''axe'!C3 : ")
    assert what in str(caught.value)


def test_what_just_fits() -> None:
    cells: dict[str, Content] = {"A1": "x" * 32_767, "A2": "😀" * 16_383, "B2": 0}
    assert written(make_sheet(NAME, {**cells, "C3": long_formula(8192)}))


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"title": "T" * 33}, "exceeds Excel's limit of 32"),
        ({"message": "m" * 256}, "exceeds Excel's limit of 255"),
        ({"error": "e" * 256}, "exceeds Excel's limit of 255"),
        ({"kind": "list"}, "sans choix"),
    ],
)
def test_validations(changes: dict[str, Any], what: str) -> None:
    given = {"title": "Montant", "message": "m", "error": "e", "kind": "amount"} | changes
    sheet = make_sheet(NAME, {"A1": 1, "B2": 2})
    sheet.validations.append(Validation((block("B2:B2"),), **given))
    with pytest.raises(WriteRefusedError) as caught:
        written(sheet)
    assert "'L''axe'" in str(caught.value)
    assert given["title"] in str(caught.value)
    assert what in str(caught.value)


def test_a_validation_names_its_first_cell() -> None:
    sheet = make_sheet(NAME, {"A1": 1, "B2": 2})
    sheet.validations.append(Validation((block("B2:B2"),), "amount", "T", "m" * 256, "e"))
    with pytest.raises(WriteRefusedError, match="validation « T » en B2"):
        written(sheet)


@pytest.mark.parametrize(
    "name",
    [
        "AXE1",
        "A1",
        "R1C1",
        "R",
        "c",
        "R12",
        "TRUE",
        "Total Plan",
        "Total-Plan",
        "1er",
        "Été",
        "",
        "a!b",
    ],
)
def test_names_that_some_program_takes_for_something_else(name: str) -> None:
    with pytest.raises(WriteRefusedError, match="nom"):
        written(make_sheet(NAME, {"A1": 1}), {name: ref("A1", NAME)})


def test_a_name_given_twice_whatever_its_case() -> None:
    names = {"Total_Plan": ref("A1", NAME), "TOTAL_PLAN": ref("A1", NAME)}
    with pytest.raises(DuplicateKeyError, match="Total_Plan"):
        written(make_sheet(NAME, {"A1": 1}), names)


@pytest.mark.parametrize(
    "name", ["A/B", "A[1]", "x" * 32, "'a", "a'", "", "  ", "History", "a:b", "a?"]
)
def test_sheet_names(name: str) -> None:
    with pytest.raises(WriteRefusedError, match="feuille « "):
        written(make_sheet(name, {"A1": 1}))


@pytest.mark.parametrize("height", [-1, 410])
def test_heights(height: float) -> None:
    sheet = make_sheet(NAME, {"A1": 1, "A2": 2})
    set_height(sheet, "2", height)
    with pytest.raises(WriteRefusedError, match=r"'L''axe'!A2 : écriture refusée .hauteur"):
        written(sheet)


@pytest.mark.parametrize("width", [0, 256])
def test_widths(width: float) -> None:
    sheet = make_sheet(NAME, {"A1": 1}, columns=(Column("A", width),))
    with pytest.raises(WriteRefusedError, match=r"'L''axe' : écriture refusée .colonne A"):
        written(sheet)


def test_an_empty_sheet() -> None:
    sheet = Sheet(NAME, (Column("A", 10),), Page("A4", block("A1:A1")))
    with pytest.raises(WriteRefusedError, match=r"'L''axe' : .*feuille vide"):
        written(sheet)


def test_a_block_whose_end_precedes_its_start() -> None:
    sheet = make_sheet(NAME, {"A1": 1, "B2": 2})
    sheet.highlights.append(Highlight(block("B2:A1"), equal(Ref(), ONE), "changed"))
    with pytest.raises(ModelError, match=r"'L''axe' : la fin de .* précède"):
        written(sheet)


def add_link(sheet: Sheet) -> None:
    sheet.links.append(Link("1", "A", ref("A99"), "tip"))


def add_tip(sheet: Sheet) -> None:
    sheet.links.append(Link("1", "A", ref("A1"), "t" * 256))


def add_highlight(sheet: Sheet) -> None:
    sheet.highlights.append(Highlight(block("A1:A1"), equal(ref("Q1"), ONE), "changed"))


def add_look(sheet: Sheet) -> None:
    sheet.highlights.append(Highlight(block("A1:A1"), equal(Ref(), ONE), "unknown"))


def add_filter(sheet: Sheet) -> None:
    sheet.filtered = block("A1:A99")


def add_pane(sheet: Sheet) -> None:
    sheet.frozen = ("99", "A")


def add_titles(sheet: Sheet) -> None:
    sheet.page = Page("A4", block("A1:B2"), repeat_rows=("1", "99"))


def add_chart(sheet: Sheet) -> None:
    series = Series(ref("A1"), (ref("A1"), ref("A99")), (ref("A1"), ref("A2")))
    sheet.charts.append(Chart("share", "Dessin", (series,), ("1", "A"), (9, 9), "alt"))


@pytest.mark.parametrize(
    ("add", "what"),
    [
        (add_link, "L'axe / 99"),
        (add_tip, "lien en A1"),
        (add_highlight, "L'axe / Q"),
        (add_look, "'L''axe'!A1 : style inconnu"),
        (add_filter, "L'axe / 99"),
        (add_pane, "L'axe / 99"),
        (add_titles, "L'axe / 99"),
        (add_chart, "L'axe / 99"),
    ],
)
def test_keys_and_texts_around_the_cells(add: Callable[[Sheet], None], what: str) -> None:
    sheet = make_sheet(NAME, {"A1": 1, "B2": 2})
    add(sheet)
    with pytest.raises((UnknownKeyError, WriteRefusedError)) as caught:
        written(sheet)
    assert what in str(caught.value)
    assert "axe" in str(caught.value)


def test_a_property_that_is_too_long() -> None:
    book = make_book([make_sheet(NAME, {"A1": 1})])
    book.stamp = {"plan": "x" * 256}
    with pytest.raises(WriteRefusedError, match="propriété plan"):
        render(compute(book))


# XlsxWriter's codes


def everything() -> Sheet:
    """Return a sheet that calls every method of XlsxWriter which returns a code."""
    sheet = make_sheet(NAME, {"A1": 1, "B2": 2})
    sheet.filtered = block("A1:B2")
    sheet.links.append(Link("1", "A", ref("B2"), "tip"))
    sheet.validations.append(Validation((block("B2:B2"),), "amount", "T", "m", "e"))
    sheet.highlights.append(Highlight(block("A1:B2"), equal(Ref(), ONE), "changed"))
    series = Series(ref("A1"), (ref("A1"), ref("A1")), (ref("A1"), ref("A1")))
    sheet.charts.append(Chart("share", "Dessin", (series,), ("1", "A"), (9, 9), "alt"))
    return sheet


@pytest.mark.parametrize(
    ("owner", "method", "where"),
    [
        (Worksheet, "data_validation", "'L''axe', validation « T » en B2"),
        (Worksheet, "conditional_format", "'L''axe', mise en forme conditionnelle en A1"),
        (Worksheet, "write_url", "'L''axe', lien en A1"),
        (Worksheet, "autofilter", "'L''axe', filtre"),
        (Worksheet, "set_column", "'L''axe', colonne A"),
        (Worksheet, "ignore_errors", "'L''axe', erreurs ignorées"),
        (Worksheet, "print_area", "'L''axe', zone d'impression"),
        (Worksheet, "insert_chart", "'L''axe', graphique « Dessin »"),
        (Workbook, "define_name", "nom Total"),
        (Workbook, "set_custom_property", "propriété plan"),
    ],
)
@pytest.mark.parametrize("code", [-1, -2])
def test_a_code_other_than_0(
    monkeypatch: pytest.MonkeyPatch, owner: type, method: str, where: str, code: int
) -> None:
    monkeypatch.setattr(owner, method, lambda *_args, **_options: code)
    with pytest.raises(WriteRefusedError) as caught:
        written(everything(), {"Total": ref("A1", NAME)})
    assert str(caught.value) == f"Erreur du modèle, {where} : écriture refusée (code {code})."


def test_a_warning_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def warned(*_args: object, **_options: object) -> int:
        warnings.warn("Ignoring everything", stacklevel=2)
        return 0

    monkeypatch.setattr(Worksheet, "print_area", warned)
    with pytest.raises(WriteRefusedError, match=r"zone d'impression : .*Ignoring everything"):
        written(everything())


def test_a_warning_while_the_file_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workbook, "close", lambda _self: warnings.warn("late", stacklevel=2))
    with pytest.raises(WriteRefusedError, match=r"classeur : .*late"):
        written(everything())


def test_warnings_of_others_do_not_stop_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    close = Workbook.close

    def closing(self: Workbook) -> None:
        warnings.warn("old", DeprecationWarning, stacklevel=2)
        close(self)

    monkeypatch.setattr(Workbook, "close", closing)
    with pytest.warns(DeprecationWarning, match="old"):
        assert written(everything())


def test_no_method_with_a_code_is_called_unchecked() -> None:
    """In the writer's own text: what returns a code goes through `ask`."""
    from pathlib import Path  # noqa: PLC0415 - read here alone

    folder = Path(writing.__file__).parent
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    silent = {"hide_gridlines", "freeze_panes", "set_paper", "set_landscape", "fit_to_pages"}
    silent |= {"set_margins", "center_horizontally", "repeat_rows"}
    called = {part.split("(")[0] for part in text.split("worksheet.")[1:] if "(" in part[:24]}
    public = {name for name in called if hasattr(Worksheet, name) and not name.startswith("_")}
    assert public == silent


def test_every_refusal_is_one_that_the_command_prints() -> None:
    assert issubclass(WriteRefusedError, GeneratorError)


def test_formulas_read_their_own_sheet_by_default() -> None:
    assert written(make_sheet(NAME, {"A1": 1, "A2": 2, "B1": total(area("A1:A2"))}))
