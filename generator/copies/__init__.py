"""Copies that come back: what officers typed, from the file alone, as facts to merge."""
