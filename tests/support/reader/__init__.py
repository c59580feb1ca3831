"""A screen reader's side of the accessibility bus, for tests that look at the real program."""
