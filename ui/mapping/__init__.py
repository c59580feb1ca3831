"""Saying what the columns of a file mean; imported by ui.desk alone."""
