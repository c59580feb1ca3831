"""Tests of ui/receipt."""
