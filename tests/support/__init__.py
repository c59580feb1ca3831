"""Builders, clocks and fake servers shared by the tests."""
