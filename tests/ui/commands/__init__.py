"""Tests of the commands that draw the window."""
