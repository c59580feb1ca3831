"""Measurements, run by hand: each module bench_*.py here prints its figures when started."""
