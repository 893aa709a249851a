"""Copies back into the source: read, merged, verified, then written, whole or not at all."""
