"""The detectors, one file each, named by their id (re-entry is `re_entry.py`). No list to keep."""
