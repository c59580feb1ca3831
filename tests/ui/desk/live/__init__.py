"""Tests of ui/desk/live."""
