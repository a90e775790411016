"""The HTTP API: thin views over the services; serializers say what goes in and out (docs/api.md)."""
