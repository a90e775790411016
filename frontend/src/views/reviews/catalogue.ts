/** The kinds of friction that can be named: those that this page has words for. */
import { endings } from "../../text";

export const frictionKinds = (): readonly string[] => endings("findings.kind.");
