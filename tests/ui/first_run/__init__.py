"""Tests of ui/first_run."""
