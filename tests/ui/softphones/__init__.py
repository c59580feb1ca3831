"""Tests of ui/softphones."""
