"""Excel-native financial models generated from a government's costed action plan."""

__version__ = "0.1.0"
