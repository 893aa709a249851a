"""The exit statuses that every verb shares."""

DONE, PROBLEMS, CANNOT_RUN, INTERRUPTED = 0, 1, 2, 130
