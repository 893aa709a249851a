"""Workbooks that come back: what any copy holds, whatever program saved it."""
