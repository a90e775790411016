"""What a blueprint is: document, changes, graph, friction, drawing. Plain Python, no server."""

__version__ = "0.1.0"
