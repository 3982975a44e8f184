"""Whatever is edited, a build on top of another is the build from nothing: random edits that try it.

`python -m tests.edits --steps 1000 --seed 7` runs for long; tests/test_build_after_edits.py runs a few steps.
What can be edited is read off the model, so that a field, a scalar or a content file that is added to it
is edited from then on.
"""
