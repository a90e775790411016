"""`python -m blueprint schema`: prints the JSON Schema of the document, for editors and other programs."""

import argparse
import json
from typing import Any

from blueprint.document import json_schema


def add(subparsers: Any) -> None:
    """Declares the command."""
    subparsers.add_parser("schema", help="print the JSON Schema of the blueprint document")


def run(args: argparse.Namespace) -> int:
    """The schema on standard output."""
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0
