"""Tests of ui/keys."""
