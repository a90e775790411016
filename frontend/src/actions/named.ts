/** Tools, information, actors and channels that a person names: the one that exists under that name, or a new one. */
import { newId } from "../model/ids";
import { put, type Op, type Records, type State } from "../model/records";
import { inOrder } from "../model/siblings";

export type NamedType = "tool" | "information" | "actor" | "channel";
export type Named = { readonly id: string } | { readonly title: string };

/** Its id, with what must be put before it can be referred to. Null where the name is empty. */
export function named<T extends NamedType>(
  state: State,
  type: T,
  name: Named,
  fields: Partial<Records[T]> = {},
): { readonly id: string; readonly ops: readonly Op[] } | null {
  if ("id" in name) return { id: name.id, ops: [] };
  const title = name.title.trim().normalize("NFC");
  if (title === "") return null;
  const records: Iterable<Records[NamedType]> = state[type].values();
  const found = inOrder(records).find((record) => fold(record.title) === fold(title));
  if (found !== undefined) return { id: found.id, ops: [] };
  const id = newId();
  return { id, ops: [put(type, { ...fields, id, title })] };
}

const fold = (title: string): string => title.normalize("NFC").trim().toLocaleLowerCase();
