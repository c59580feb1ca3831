"""Tests of ui/overview."""
