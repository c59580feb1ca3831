"""Importing files: progress, result and the place to drop them; imported by ui.window alone."""
