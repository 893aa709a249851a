"""What changed and what clashes, as texts, as JSON, and as workbooks that people can work in."""
