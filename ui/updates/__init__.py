"""What the window tells of a newer version of the program."""
