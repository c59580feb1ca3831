"""Tests of ui/importing."""
