"""Tests of ui/live."""
