"""Tests of ui/forecast."""
