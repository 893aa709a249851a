"""The formula model: nodes, values, sheets as keyed cells, and what every cell is worth."""
