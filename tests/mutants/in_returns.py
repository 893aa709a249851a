"""Faults of what brings copies back: an edit lost or invented, a clash unseen, half a write."""

from __future__ import annotations

from tests.mutants.planted import Mutant

THREE_WAY = "generator/merging/threeway.py"
FIELDS, EDITS = "generator/merging/fields.py", "generator/merging/edits.py"
RECORDS, PARTIES = "generator/merging/records.py", "generator/merging/parties.py"
RENUMBERING, CHOICES = "generator/merging/renumbering.py", "generator/reports/choices.py"
FACTS, VALUES = "generator/merging/facts.py", "generator/copies/values.py"
TOTALS, ADDITIONS = "generator/copies/totals.py", "generator/copies/additions.py"
TITLES, COLUMNS = "generator/recovery/titles.py", "generator/copies/columns.py"
ASIDES = "generator/copies/asides.py"
QUARTERS, RENAMING = "generator/copies/quarters.py", "generator/merging/renaming.py"
WRITING, RENAMED = "generator/sourcefiles/writing.py", "generator/sourcefiles/renaming.py"
RAW, TRANSACTION = "generator/sourcefiles/rawcsv.py", "generator/sourcefiles/transaction.py"
MERGES, CLASHES = "tests/merging/test_merge.py", "tests/merging/test_conflicts.py"
PARTY, NUMBERS = "tests/merging/test_parties.py", "tests/merging/test_renumbering.py"
AMOUNTS = "tests/copies/test_amounts.py::test_what_stands_for_an_amount"
STRUCTURE = "tests/copies/test_structure.py::test_what_must_be_put_right"
MOVED = "tests/copies/test_moved_rows.py"
WRITTEN = "tests/sourcefiles/test_writing.py"
WHOLE = "tests/sourcefiles/test_transaction.py"

MERGING_FAULTS = (
    Mutant(
        "the plan of today is not asked",
        "a copy made from an older base writes over what changed since",
        FIELDS,
        "any(is_same(value_before(edit, field), now) for edit in last)",
        "any(is_same(value, value) for edit in last)",
        f"{CLASHES}::test_a_base_older_than_the_plan_clashes_where_both_moved",
    ),
    Mutant(
        "the first copy wins",
        "where two copies clash, the value of one is taken without a word",
        FIELDS,
        "return all(is_same(value, values[0]) for value in values)",
        "return bool(values)",
        f"{CLASHES}::test_a_clash_lists_what_the_plan_and_both_copies_say_and_where",
    ),
    Mutant(
        "a deletion always wins",
        "an activity deleted by a copy goes, though another copy edited it",
        RECORDS,
        "if all(is_one(edit.revised, result) for edit in last):",
        "if any(edit.revised is None for edit in last) or len(last) == 1:",
        f"{CLASHES}::test_deleted_by_one_copy_and_edited_by_another",
    ),
    Mutant(
        "a status needs its reason",
        "a status of one copy and the reason of another are told as a clash",
        FIELDS,
        "frozenset({Kind.CEILING, Kind.SETTING, *ATTACHED})",
        "frozenset({Kind.CEILING, Kind.SETTING, *ATTACHED[1:]})",
        f"{MERGES}::test_a_status_here_and_a_reason_there_join",
    ),
    Mutant(
        "a reason outlives its status",
        "a reason stays where a copy deletes the status that it was of, and nobody is asked",
        RECORDS,
        "return settle_fields(key, Ground(held or {}), matter.edits, {}) != GONE",
        "return False",
        f"{CLASHES}::test_a_status_that_is_deleted_and_a_reason_that_is_written",
    ),
    Mutant(
        "texts compared byte by byte",
        "another apostrophe is an edit",
        FACTS,
        "return comparable(one) == comparable(other)",
        "return one == other",
        f"{MERGES}::test_a_text_alike_is_no_edit",
    ),
    Mutant(
        "no cost and amounts together",
        "an activity is left without a cost, with the amounts of another copy",
        EDITS,
        "return {(True, True), (False, False)} <= marks",
        "return {(True, True), (True, False)} <= marks",
        f"{CLASHES}::test_without_a_cost_in_one_copy_and_an_amount_in_another",
    ),
    Mutant(
        "one of those who keep it",
        "of two who edited a deleted activity, the edits of one are lost",
        PARTIES,
        "return settle_fields(key, _ground(held, kept), kept, chosen or {})",
        "return settle_fields(key, _ground(held, kept), kept[:1], chosen or {})",
        f"{PARTY}::test_those_who_keep_it_are_one_side_with_all_their_edits",
    ),
    Mutant(
        "a status goes where the activity stays",
        "who deletes an activity takes its status away from those who keep it",
        THREE_WAY,
        "if not is_void and not is_one(edit.base, edit.revised):",
        "if not is_one(edit.base, edit.revised):",
        f"{PARTY}::test_a_status_is_not_deleted_with_an_activity_that_stays",
    ),
    Mutant(
        "a code is given that somebody has",
        "a new activity that gives up its code takes that of another copy's",
        RENUMBERING,
        "versions = [current, *(facts for copy in copies for facts in (copy.base, copy.revised))]",
        "versions = [current]",
        f"{NUMBERS}::test_a_code_that_anybody_has_is_not_free",
    ),
    Mutant(
        "added again under the next code",
        "merged again, an activity that was given another code is told as a new one",
        THREE_WAY,
        "chosen, copies = decisions or {}, recognise(current, copies)",
        "chosen = decisions or {}",
        f"{NUMBERS}::test_merged_again_all_are_there",
    ),
    Mutant(
        "two sides read alike",
        "of two additions that differ in a text alone, nobody can see which is which",
        "generator/reports/changes.py",
        "record_text(side.record or {}, _told_apart(conflict, side))",
        "record_text(side.record or {})",
        "tests/returning/test_choices.py::test_two_fundings_of_one_amount_are_told_apart",
    ),
    Mutant(
        "a choice that does not count is asked",
        "where the deletion is chosen, the fields of the deleted activity must be chosen too",
        CHOICES,
        "if _counts(known[place], known, choices)",
        "if place in known",
        "tests/returning/test_choices.py::test_what_hangs_on_another_choice_may_be_left_blank",
    ),
)
COPY_FAULTS = (
    Mutant(
        "letters of a code tell activities apart",
        "a code of two spellings is refused only once it is written",
        "generator/returning/respelled.py",
        "if key not in version.base and key not in version.revised:",
        "if not key.code:",
        "tests/returning/test_respelled.py::test_two_copies_write_a_code_otherwise",
    ),
    Mutant(
        "letters of a new code tell it from another's",
        "two activities are given codes that no matrix can have both",
        RENAMING,
        "held[alike_key(new)] > 1",
        "held[new] > 1",
        "tests/merging/test_renaming.py::test_a_code_but_for_its_letters_is_the_code_of_another_one",
    ),
    Mutant(
        "negative amounts are taken",
        "an amount below nothing comes back",
        VALUES,
        'return "amount.negative"',
        'return ""',
        AMOUNTS,
    ),
    Mutant(
        "dates are amounts",
        "the serial number of a date is taken for francs",
        VALUES,
        'return "amount.date"',
        'return ""',
        AMOUNTS,
    ),
    Mutant(
        "any power of ten leaves an amount as it was",
        "another amount is taken for the one that was there",
        VALUES,
        "rounding=ROUND_HALF_UP).plus(Decimal(amount)) == written",
        "rounding=ROUND_HALF_UP).plus(Decimal(amount)) is not None",
        "tests/copies/test_amounts.py::test_another_power_of_ten_is_no_amount",
    ),
    Mutant(
        "a moved row loses its base",
        "a row that stands on the sheet of another axis makes its base look wrong",
        "generator/recovery/__init__.py",
        "if line.code in own.lines), sheet)",
        "if own is sheet), sheet)",
        f"{MOVED}::test_a_row_moved_to_the_sheet_of_another_axis",
    ),
    Mutant(
        "a row copied to another sheet is passed over",
        "a new activity is lost without a word, or one counts twice",
        "generator/recovery/axes.py",
        "again = strange & seen",
        "again = strange - strange",
        f"{MOVED}::test_a_row_copied_to_another_sheet_under_its_code",
    ),
    Mutant(
        "a row copied whole is a line of the base",
        "a new activity with a key of its own makes the base look wrong",
        "generator/recovery/places.py",
        "== count <",
        "== -1 <",
        f"{MOVED}::test_a_row_copied_under_a_code_of_its_own",
    ),
    Mutant(
        "a key of two rows is a remark",
        "keys that were filled down are passed over",
        "generator/copies/activities.py",
        'if other not in {"", sheet.reader.place(row, col)}:',
        "if not other:",
        f"{STRUCTURE}[34 keys filled down]",
    ),
    Mutant(
        "rows outside are passed over",
        "an amount that no total holds is lost without a word",
        TOTALS,
        "for col in sheet.live if row not in known else ():",
        "for col in ():",
        f"{STRUCTURE}[36 an amount outside all blocks]",
    ),
    Mutant(
        "the first of two columns is the year's",
        "of two columns that name a year one is read, the other lost without a word",
        TITLES,
        "for year, cols in claims.items() if len(cols) > 1)",
        "for year, cols in claims.items() if not cols)",
        "tests/recovery/test_titles.py::test_two_columns_that_name_a_year_are_rivals",
    ),
    Mutant(
        "lost statuses are emptied",
        "a copy that lost the column of statuses takes them all away",
        COLUMNS,
        "kept = {field: base[field] for field in lost}",
        "kept = dict[str, None]()",
        "tests/copies/test_headers.py::test_a_status_that_is_lost_stays_what_it_was",
    ),
    Mutant(
        "numbers under a table are passed over",
        "what was typed under the last row is lost without a word",
        ASIDES,
        "            if not _is_own(own, keys[col]):\n",
        "            if own and not _is_own(own, keys[col]):\n",
        "tests/copies/test_asides.py::test_what_stands_beside_a_table_is_told",
    ),
    Mutant(
        "codes may stand twice",
        "a second row of a code takes the place of the first",
        ADDITIONS,
        "if code in sheet.standing:",
        "if not code:",
        f"{STRUCTURE}[34 codes and keys filled down]",
    ),
    Mutant(
        "quarters change their year",
        "what was typed for a year is taken for the one that is chosen to be shown",
        QUARTERS,
        "is_moved = work.chosen != work.made",
        "is_moved = False",
        "tests/copies/test_quarters.py::test_another_year_leaves_the_quarters_of_the_base",
    ),
    Mutant(
        "a base that was never the plan's",
        "amounts typed into the base of an older copy hide what was changed, and nobody is told",
        "generator/copies/settling.py",
        "if amount not in known:",
        "if not known:",
        "tests/returning/test_earlier.py::test_an_amount_that_it_never_had_is_told",
    ),
    Mutant(
        "one code for two",
        "two activities are given the same new code",
        RENAMING,
        "if held[alike_key(new)] > 1}",
        "if held[alike_key(new)] > 9}",
        "tests/merging/test_renaming.py::test_one_code_for_two_activities_clashes",
    ),
    Mutant(
        "the adopted plan keeps the old code",
        "an activity with a new code is told as one that left and another that came",
        RENAMED,
        'table.set(line, "code", renamed[code])',
        'table.set(line, "code", code)',
        "tests/returning/test_renaming.py::test_a_new_code_goes_into_every_file",
    ),
    Mutant(
        "the row of a pledge may vanish",
        "a row that an officer deletes from the register leaves its funding, and nobody is told",
        "generator/copies/lost_inputs.py",
        "if key.kind is Kind.FUNDING and key not in standing]",
        "if key.kind is Kind.RATE and key not in standing]",
        "tests/copies/test_lost_inputs.py::test_a_funding_whose_row_is_deleted_is_deleted",
    ),
    Mutant(
        "rows of the work plan may vanish",
        "quarters whose row was deleted stay, and nobody is told",
        "generator/copies/quarters.py",
        "if key in gathered.revised and key.code not in standing]",
        "if key in gathered.revised and key.code in ()]",
        "tests/copies/test_lost_inputs.py::test_a_row_of_the_work_plan_deletes_no_quarters",
    ),
    Mutant(
        "any version stands in for a copy's base",
        "a copy held against the plan of today undoes what came in since it was made",
        "generator/copies/bases.py",
        "    if other:\n",
        "    if other and not made:\n",
        "tests/copies/test_comparing.py::test_a_forced_older_copy_does_not_undo_what_came_since",
    ),
    Mutant(
        "a base typed over with its input is the base",
        "a status that was typed beside its base too is lost, and nobody is told",
        "generator/copies/comparing.py",
        "if not gone and not is_one(ours, theirs):",
        "if gone and not is_one(ours, theirs):",
        "tests/copies/test_comparing.py::test_an_input_typed_over_with_its_base",
    ),
    Mutant(
        "what was typed over a formula is nobody's",
        "a total typed over on a sheet that is no axis is not told by an import",
        ASIDES,
        "    if isinstance(made.content, Node):\n        return True",
        "    if isinstance(made.content, Node):\n        return False",
        "tests/copies/test_asides.py::test_what_is_typed_over_the_workbooks_own",
    ),
    Mutant(
        "an objective has any title",
        "a title typed over above an objective is not told",
        "generator/copies/headings.py",
        "if row is not None and comparable(shown)",
        "if row is None and comparable(shown)",
        "tests/copies/test_comparing.py::test_an_objective_s_title_typed_over",
    ),
)
WRITING_FAULTS = (
    Mutant(
        "total left as it was",
        "the cost of an activity is no longer the sum of its years",
        WRITING,
        "_update(matrix, line, {**texts, TOTAL: _total(record, years)})",
        "_update(matrix, line, texts)",
        f"{WRITTEN}::test_an_amount_and_the_total_of_its_row",
    ),
    Mutant(
        "adopted plan written each time",
        "the plan as adopted becomes that of the last import",
        WRITING,
        "if not (folder / ADOPTED_SCHEMA.name).exists():",
        "if (folder / SCHEMA.name).exists():",
        f"{WRITTEN}::test_the_first_change_of_all_keeps_the_adopted_matrix",
    ),
    Mutant(
        "mark of a CSV lost",
        "a file that was written into opens with broken accents",
        "generator/reading/encodings.py",
        "return self.mark + text.encode(self.codec)",
        "return text.encode(self.codec)",
        "tests/sourcefiles/test_rawcsv.py::test_a_file_keeps_its_encoding",
    ),
    Mutant(
        "quotes of a CSV not doubled",
        "a text with a quote ends there",
        RAW,
        "doubled = kept.replace('\"', '\"\"')",
        "doubled = kept",
        "tests/sourcefiles/test_rawcsv.py::test_how_a_text_is_typed",
    ),
    Mutant(
        "half a write stays",
        "what was written before a failure is not put back",
        TRANSACTION,
        """            _recover(folder)
            raise
        warnings""",
        """            raise
        warnings""",
        f"{WHOLE}::test_a_run_that_is_stopped_leaves_the_old_files",
    ),
    Mutant(
        "undo over later work",
        "undoing an import throws away what was changed since",
        TRANSACTION,
        "if sha256(written[name]).hexdigest() != digest:",
        "if not digest:",
        f"{WHOLE}::test_undo_refuses_where_a_file_changed_since",
    ),
    Mutant(
        "a failed import takes the last one's undoing along",
        "what was kept of the import before is lost where the next one does not end",
        TRANSACTION,
        "        aside.rename(folder / KEPT)",
        "        shutil.rmtree(aside)",
        f"{WHOLE}::test_what_was_kept_comes_back_where_a_run_was_cut_short_at_the_very_end",
    ),
    Mutant(
        "temporary files are held by nobody",
        "a writer takes away what another one is writing",
        "generator/temporaries.py",
        "        _hold(handle)\n",
        "",
        "tests/reading/test_temporaries.py::test_a_file_that_another_process_is_writing_stays",
    ),
)
MUTANTS = (*MERGING_FAULTS, *COPY_FAULTS, *WRITING_FAULTS)
