"""The sheets of the workbook, one module each, all of the same shape.

`build(model)` returns the module's sheets; `checks(model)` what *Contrôles* watches on them; the
other functions return the references that other sheets may use.
"""
