"""The HTTP API: thin views over the services, serializers that say what goes in and out. docs/api.md
describes it.
"""
