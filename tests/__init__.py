"""Tests, a mirror of the product."""
