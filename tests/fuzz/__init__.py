"""Inputs that nobody would write: each source format and content file, mutated by its own grammar.

Each must be read, or refused with a problem: no traceback, no more than 5 s of CPU on a normal
machine, no more than 500 MB.
"""
