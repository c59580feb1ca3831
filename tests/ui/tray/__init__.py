"""Tests of ui/tray."""
