"""Tests of ui/strip."""
