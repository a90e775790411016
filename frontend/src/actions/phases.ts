/** Phases by their name, as one types it. */
import type { Phase, State } from "../model/records";
import { fold } from "../model/shorthand-words";

export const phaseCalled = ({ phase }: Pick<State, "phase">, title: string): Phase | undefined =>
  [...phase.values()].find((one) => fold(one.title) === fold(title));
