"""Faults of the writer and of the styles: what the file says is not what the model says."""

from __future__ import annotations

from tests.mutants.planted import Mutant

WRITER, FRAME = "tests/model/test_writer.py", "tests/model/test_frame.py"
SHEETS, DETAILS = "tests/workbook/test_sheets.py", "tests/model/test_file_details.py"
ENGINE = "tests/workbook/test_recalculation.py::test_fast_engine_agrees"
VALUES_BACK = f"{WRITER}::test_openpyxl_reads_every_value_back"
FORMULAS_BACK = f"{WRITER}::test_openpyxl_reads_every_formula_back"
VALIDATIONS = f"{FRAME}::test_validations"
XML, CELLS = "generator/writer/xml.py", "generator/writer/cells.py"
FRAMED, NAMES = "generator/writer/frame.py", "generator/writer/names.py"
BOOK, STYLES = "generator/writer/book.py", "generator/styles.py"

CELL_FAULTS = (
    Mutant(
        "stale values",
        "every formula that is a whole number is stored as 0",
        CELLS,
        "</f><v>{value}</v></c>",
        "</f><v>0</v></c>",
        ENGINE,
    ),
    Mutant(
        "a franc too many",
        "a stored value is not what the formula gives",
        CELLS,
        "</f><v>{value}</v></c>",
        "</f><v>{value + 1}</v></c>",
        ENGINE,
    ),
    Mutant(
        "cells a column further",
        "every cell stands one column to the right of its address",
        CELLS,
        "{LETTERS[spot.col]}",
        "{LETTERS[spot.col + 1]}",
        VALUES_BACK,
    ),
    Mutant(
        "ampersands not escaped",
        "a formula with & makes a file that no program opens",
        XML,
        'return formula.replace("&", "&amp;")',
        "return formula",
        FORMULAS_BACK,
    ),
    Mutant(
        "escapes in the wrong order",
        "a formula's « < » is written « &amp;lt; »",
        XML,
        'return formula.replace("&", "&amp;").replace("<", "&lt;")',
        'return formula.replace("<", "&lt;").replace("&", "&amp;")',
        FORMULAS_BACK,
    ),
    Mutant(
        "spaces at the ends lost",
        "a text's leading and trailing spaces are lost",
        XML,
        """' xml:space="preserve"'""",
        '""',
        f"{DETAILS}::test_spaces_at_the_ends_are_kept",
    ),
    Mutant(
        "escape-like texts read as characters",
        "« _x000D_ » turns into a carriage return",
        XML,
        '"_x005F_", text)',
        '"_", text)',
        f"{DETAILS}::test_what_looks_like_an_escape_is_escaped",
    ),
    Mutant(
        "errors as texts",
        "#DIV/0! is stored as a text",
        XML,
        """' t="e"><f>""",
        """' t="str"><f>""",
        f"{DETAILS}::test_each_kind_of_result_has_its_type",
    ),
    Mutant(
        "numbers cut short",
        "a stored number is written on 15 digits",
        XML,
        "return repr(value or 0)",
        'return f"{value or 0:.10g}"',
        VALUES_BACK,
    ),
)
FRAME_FAULTS = (
    Mutant(
        "no protection",
        "every cell may be typed over",
        FRAMED,
        'target.ask("protection", "protect", "", PROTECTION)',
        "pass",
        f"{FRAME}::test_protection_without_password",
    ),
    Mutant(
        "rows may be inserted",
        "a protected sheet lets rows in, which fails halfway on locked cells",
        FRAMED,
        '"format_rows": True,',
        '"format_rows": True, "insert_rows": True,',
        f"{FRAME}::test_protection_without_password",
    ),
    Mutant(
        "a password",
        "an officer who needs to unprotect a sheet cannot",
        FRAMED,
        '"protect", "", PROTECTION',
        '"protect", "x", PROTECTION',
        f"{SHEETS}::test_sheets_are_protected_without_a_password",
    ),
    Mutant(
        "share up to 100",
        "22 is taken for a share, which is 2 200 %",
        FRAMED,
        '"maximum": 1}',
        '"maximum": 100}',
        VALIDATIONS,
    ),
    Mutant(
        "decimals let in",
        "an amount with centimes passes the validation",
        FRAMED,
        '"validate": "integer"',
        '"validate": "decimal"',
        VALIDATIONS,
    ),
    Mutant(
        "negatives let in",
        "a negative amount passes the validation",
        FRAMED,
        '"minimum": 0, "maximum": MAX_AMOUNT',
        '"minimum": -MAX_AMOUNT, "maximum": MAX_AMOUNT',
        VALIDATIONS,
    ),
    Mutant(
        "list that slides",
        "the list of choices is a relative range",
        FRAMED,
        "fixed=True) for ref in validation.choices",
        "fixed=False) for ref in validation.choices",
        VALIDATIONS,
    ),
    Mutant(
        "first area alone",
        "only the first block of inputs is validated",
        FRAMED,
        "for area in areas[1:]",
        "for area in areas[:0]",
        VALIDATIONS,
    ),
    Mutant(
        "highlight a row off",
        "a conditional format looks at the row below",
        FRAMED,
        "spot = target.spot(top, left)",
        "spot = target.spot(top + 1, left)",
        f"{FRAME}::test_highlights",
    ),
    Mutant(
        "portrait",
        "the wide sheets print upright",
        FRAMED,
        "if page.landscape:",
        "if not page.landscape:",
        f"{FRAME}::test_printing",
    ),
    Mutant(
        "name on the next row",
        "every defined name points one row too low",
        NAMES,
        "cell_name(row, col, fixed=True)",
        "cell_name(row + 1, col, fixed=True)",
        f"{FRAME}::test_names",
    ),
    Mutant(
        "names that slide",
        "a defined name is relative: it means another cell wherever it is used",
        NAMES,
        "cell_name(row, col, fixed=True)",
        "cell_name(row, col)",
        f"{SHEETS}::test_contract_names_are_defined_as_single_cells",
    ),
    Mutant(
        "links a row off",
        "a link leads to the row below",
        BOOK,
        "cell_name(to_row, to_col)",
        "cell_name(to_row + 1, to_col)",
        f"{FRAME}::test_links",
    ),
    Mutant(
        "the clock in the file",
        "two builds of one plan give different bytes",
        BOOK,
        "datetime(2016, 1, 1, tzinfo=UTC)",
        "datetime.now(tz=UTC)",
        f"{WRITER}::test_properties",
    ),
    Mutant(
        "values kept by programs",
        "the file does not ask for recalculation when it is opened",
        BOOK,
        'workbook.set_calc_mode("auto")',
        'workbook.set_calc_mode("manual")',
        f"{DETAILS}::test_programs_recalculate_when_they_open_the_file",
    ),
)
STYLE_FAULTS = (
    Mutant(
        "inputs locked",
        "cells that look like inputs are locked",
        STYLES,
        ', "locked": False}',
        "}",
        f"{SHEETS}::test_only_inputs_are_open_and_no_formula_is",
    ),
    Mutant(
        "bases open",
        "the base of an amount may be typed over",
        STYLES,
        '"base": {"font_color": GREY,',
        '"base": {"locked": False, "font_color": GREY,',
        f"{SHEETS}::test_only_inputs_are_open_and_no_formula_is",
    ),
    Mutant(
        "spaces in a format",
        "amounts are shown with a literal separator and not the reader's own",
        STYLES,
        "#,##0;-#,##0;",
        "# ##0;-# ##0;",
        "tests/model/test_styles.py::test_parts_are_laid_over_each_other_in_order",
    ),
)
MUTANTS = (*CELL_FAULTS, *FRAME_FAULTS, *STYLE_FAULTS)
