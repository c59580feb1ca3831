"""Measurements: ``make bench`` prints one table, each figure beside what was measured with it."""
