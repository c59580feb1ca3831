"""Tests of ui/corrections."""
