"""Tests of app/disk."""
