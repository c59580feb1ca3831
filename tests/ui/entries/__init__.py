"""Tests of ui/entries."""
