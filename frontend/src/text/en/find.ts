/** English: the search in the sheet. Keys begin with the area's name. */
import type { find as french } from "../fr/find";

export const find: Record<keyof typeof french, string> = {
  "find.open": "Find in the sheet",
  "find.name": "Search in the sheet",
  "find.placeholder": "Title, words, note, tool, person",
  "find.count": "{at} of {n}",
  "find.none": "nothing found",
  "find.next": "Next",
  "find.previous": "Previous",
  "find.close": "Close and go to what was found",
  "find.within": "“{title}”: {part}",
  "find.part.said": "in what is said",
  "find.part.note": "in a note",
  "find.part.tool": "in the tools",
  "find.part.information": "in the information",
  "find.part.actor": "in who does it",
  "find.part.channel": "in the channel",
};
