"""Calls that two sources may both have reported, decided by a person; imported by ui.desk alone."""
