"""The one door from the model to the file: a computed book to the bytes of an .xlsx.

Only this package knows XlsxWriter. Its return codes are checked and its warnings are errors: it
would otherwise drop a cell, a validation or a link without a word.
"""

from generator.writer.book import render

__all__ = ["render"]
