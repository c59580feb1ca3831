"""Tests of ui/what_if."""
