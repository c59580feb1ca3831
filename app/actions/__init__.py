"""What a person can ask for, one verb a file; the window and the command line both call these."""
