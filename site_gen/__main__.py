"""`python -m site_gen`: the command line, and one line instead of a traceback when a package is missing."""

import gc
import sys
from pathlib import Path


def run(project: Path | None = None) -> int:
    """Run the command that `sys.argv` names in `project`, or in the nearest one where none is given."""
    # All ends with the process: to look for garbage takes a tenth of a build and unshares memory.
    gc.disable()
    try:
        from site_gen.app import main  # late, for its imports are what may be missing

        status = main(project=project)
        gc.freeze()  # nor at the end
        return status
    except ModuleNotFoundError as missing:
        package = (missing.name or "").partition(".")[0]
        if package in ("", "site_gen", *sys.stdlib_module_names):
            raise
        print(f"the package {package} is not installed; run: make site", file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(run())
