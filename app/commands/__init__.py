"""The command line, one file a command; only ui.__main__ may import it."""
