"""What can be done with blueprints: the only place that writes. Views, tasks and commands call in here."""
