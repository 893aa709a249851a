"""Versions of a plan side by side: facts by key and field, what changed, and three-way merge."""
