"""Where facts come from: what the kinds tell of their subjects for `explain`."""
