"""Programs that check the shipped plan against the document it was taken from."""
