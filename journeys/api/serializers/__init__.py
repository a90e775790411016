"""What goes into the API and comes out: checked, and described for OpenAPI. Services do things."""
