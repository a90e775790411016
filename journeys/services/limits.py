"""How large may be what comes over the wire. How large a blueprint may be is the document's to say."""

from blueprint.document import SIZE

DOCUMENT_BYTES = SIZE
CHANGE_BYTES = 1_000_000
SMALL_BYTES = 100_000  # of every other body
OPS = 10_000  # of one change
LABEL = 200  # characters
FINDINGS = 1_000  # of one what-if
BLUEPRINTS = 200  # of one analysis
