"""The engines for the tests of the engines."""

from tests.engines.fixtures import gnumeric, libreoffice, pytest_collection_modifyitems

__all__ = ["gnumeric", "libreoffice", "pytest_collection_modifyitems"]
