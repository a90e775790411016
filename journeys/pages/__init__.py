"""The pages outside the editor: plain views and forms that work without a script."""
