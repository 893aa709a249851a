"""What a sound workbook is, rule by rule: an independent witness of every copy, edited or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.errors import CellFinding
from generator.reader.opened import OpenedWorkbook
from generator.rules import (
    amounts,
    chains,
    checks,
    formats,
    formulas,
    inputs,
    limits,
    links,
    looks,
    names,
    patterns,
    printing,
    protection,
    rows,
    sheets,
    sizes,
    sums,
)

Rule = Callable[[OpenedWorkbook], Iterator[CellFinding]]

RULES: tuple[Rule, ...] = (
    # Formulas, rules 1 to 8.
    patterns.find_odd_years,
    patterns.find_odd_rows,
    patterns.find_isolated,
    patterns.find_typed,
    formulas.find_literals,
    formulas.find_volatile,
    formulas.find_modern,
    formulas.find_whole_columns,
    chains.find_circles,
    formulas.find_error_values,
    formulas.find_external,
    sums.find_wrong_actions,
    sums.find_wrong_subtotals,
    links.find_wrong_summary,
    links.find_unequal_axes,
    links.find_wrong_lines,
    links.find_wrong_bridges,
    sums.find_mixed_units,
    sizes.find_rounding,
    sizes.find_long,
    sizes.find_many_operators,
    sizes.find_many_references,
    sizes.find_nested,
    sizes.find_links_to_links,
    chains.find_long_chains,
    formulas.find_unsafe_functions,
    formulas.find_products_of_tests,
    formulas.find_range_ends,
    formulas.find_tables,
    formulas.find_subtotals,
    formulas.find_numeric_keys,
    # Inputs, rules 9 to 12.
    inputs.find_unstyled,
    inputs.find_locked,
    inputs.find_pasted,
    inputs.find_unlocked,
    inputs.find_typed_formulas,
    inputs.find_disguised,
    inputs.find_missing_legend,
    protection.find_unprotected,
    protection.find_passwords,
    protection.find_odd_rights,
    inputs.find_unguided,
    inputs.find_long_prompts,
    inputs.find_loose_amounts,
    amounts.find_texts,
    amounts.find_negatives,
    amounts.find_decimals,
    amounts.find_large,
    amounts.find_wrong_share,
    amounts.find_unknown_base,
    amounts.find_moved_base,
    amounts.find_wrong_base_sums,
    # Rows that users add, rules 13 to 15.
    sums.find_lost_edges,
    sums.find_wrong_rows,
    rows.find_spoiled_anchors,
    rows.find_inserted,
    rows.find_outside,
    # Sheets, rules 16 and 17.
    sheets.find_missing_sheets,
    sheets.find_moved_sheets,
    sheets.find_unknown_sheets,
    sheets.find_untitled,
    sheets.find_unitless,
    sheets.find_other_columns,
    sheets.find_loose_panes,
    sheets.find_merged,
    sheets.find_hidden,
    formats.find_masked,
    formats.find_bare_money,
    formats.find_unformatted,
    formats.find_numeric_codes,
    formats.find_spaces,
    # Print, rule 18.
    printing.find_wrong_paper,
    printing.find_wide_pages,
    printing.find_wrong_areas,
    printing.find_unrepeated,
    printing.find_poor_footers,
    # Looks, rule 19.
    looks.find_faint,
    looks.find_faint_highlights,
    looks.find_colour_alone,
    looks.find_small,
    looks.find_undescribed,
    # Names, rule 20.
    names.find_missing_names,
    names.find_odd_names,
    names.find_unlisted_names,
    names.find_many_names,
    names.find_missing_links,
    names.find_poor_properties,
    # Checks, rules 22 and 23.
    checks.find_silenced,
    checks.find_odd_results,
    checks.find_uncounted,
    checks.find_hidden_state,
    checks.find_red,
    checks.find_raised,
    checks.find_missing_checks,
    # The file, rule 25.
    limits.find_unreadable,
    limits.find_broken_references,
    limits.find_bad_names,
    limits.find_bad_sheet_names,
    limits.find_long_lists,
    limits.find_overlapping_merges,
    limits.find_overlong,
)
"""Every rule, each a function that yields findings of one kind: docs/regles.md is its table."""


def find_faults(workbook: OpenedWorkbook) -> list[CellFinding]:
    """Return what every rule finds, in the order of the rules; empty for a sound workbook."""
    return [finding for rule in RULES for finding in rule(workbook)]
