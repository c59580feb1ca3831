"""Tests of ui/meters."""
