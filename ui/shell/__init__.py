"""The window's outside, light enough to be on the screen before anything else is loaded."""
