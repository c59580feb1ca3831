"""Tests of ui/gauge."""
