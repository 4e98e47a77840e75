"""The door: `scribe` and `python -m scribe`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A short-lived process: collecting garbage while modules load costs 10 ms, looking for pydantic plug-ins in the
    # metadata of every installed package another 10 ms, and neither gains anything.
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from scribe.cli import run  # noqa: PLC0415  # after the two settings above

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
