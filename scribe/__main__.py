"""The door: `scribe` and `python -m scribe`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A short-lived process gains nothing by collecting garbage: 10 ms while modules load, 13 ms at the end; nor by
    # looking for pydantic plug-ins in the metadata of every installed package: 10 ms where something is validated.
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from scribe.cli import run  # noqa: PLC0415  # after the two settings above

    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
