"""Tests of ui/plan."""
