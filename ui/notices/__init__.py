"""Notices outside the window: only ui.desk may import this room."""
