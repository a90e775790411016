/** English: what the frame says. Keys begin with the area's name. */
export const shell = {
  "shell.bar": "Top bar",
  "shell.list": "All blueprints",
  "shell.title": "Title, episode, figures, tools",
  "shell.menu": "All that can be done",
  "shell.close": "Close",
  "shell.dismiss": "Dismiss this message",

  "shell.saved": "saved",
  "shell.saving": "saving…",
  "shell.unsaved": "{n} unsaved|{n} unsaved",
  "shell.offline": "offline",
  "shell.banner.unsaved":
    "{n} change not saved, trying again… It waits in this browser.|{n} changes not saved, trying again… They wait in this browser.",
  "shell.banner.offline": "The server does not answer, trying again…",

  "shell.undo": "Undo: {label}",
  "shell.undo.none": "Nothing to undo",
  "shell.redo": "Redo: {label}",
  "shell.redo.none": "Nothing to redo",
  "shell.flags.all": "{n} finding, all on the sheet|{n} findings, all on the sheet",
  "shell.flags.few": "{n} of {all}, findings on the sheet|{n} of {all}, findings on the sheet",
  "shell.flags.of": "{n} of {all}",
  "shell.twins": "Today and the target",
  "shell.export": "Export",
  "shell.exporting": "Exporting…",

  "shell.help.title": "Keyboard shortcuts",
  "shell.help.search": "Find a shortcut",
  "shell.help.count": "{n} shortcut|{n} shortcuts",
  "shell.help.gestures": "Moving and linking",

  "shell.loading": "Opening…",
  "shell.failed": "The sheet could not be opened.",
  "shell.retry": "Try again",
} as const;
