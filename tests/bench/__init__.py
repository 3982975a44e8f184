"""Benchmarks: never asserted on, run by `make bench`."""
