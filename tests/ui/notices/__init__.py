"""Tests of ui/notices."""
