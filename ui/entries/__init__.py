"""The last calls and texts; imported by ui.overview alone."""
