"""Tests of ui/mapping."""
