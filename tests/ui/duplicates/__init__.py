"""Tests of ui/duplicates."""
