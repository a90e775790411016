"""The command line: `python -m blueprint COMMAND …`. Each module of `blueprint.commands` is one command."""

import argparse
import os
import sys
from importlib import import_module
from pkgutil import iter_modules

import blueprint.commands


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 0 when all went well, 1 when a file is wrong, 2 for a wrong use of the command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a letter shows its code instead
            stream.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(prog="python -m blueprint", description="Service blueprints as files.")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    commands = {}
    for module in iter_modules(blueprint.commands.__path__):
        command = import_module(f"blueprint.commands.{module.name}")
        command.add(subparsers)
        commands[module.name] = command.run
    args = parser.parse_args(arguments)
    try:
        code: int = commands[args.command](args)
        sys.stdout.flush()
    except OSError as error:  # files are dealt with by then: standard output takes no more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # else the reader, say `head`, has seen enough
            print(f"{parser.prog}: {error.strerror}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main())
