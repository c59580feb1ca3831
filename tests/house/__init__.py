"""Tests of what holds the project together: its set-up and the rules its tests run under."""
