"""Tests of ui/keeping."""
