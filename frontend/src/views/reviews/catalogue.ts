/** The kinds of friction that can be named: those that this page has words for. */
import { fr } from "../../text/fr";

const PREFIX = "findings.kind.";
export const KINDS: readonly string[] = Object.keys(fr)
  .filter((key) => key.startsWith(PREFIX))
  .map((key) => key.slice(PREFIX.length));
