"""Work off the main thread, and the one place where it comes home; imports app only."""
