"""Tests of ui/activity."""
