"""Correcting entries: the dialog, and the bar that takes it back; imported by ui.desk alone."""
