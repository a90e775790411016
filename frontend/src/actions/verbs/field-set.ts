/** Sets one field of one record: what the panel does, and every rename. The change is called after its field. */
import { fieldOf, isSame, type Op, type Records, type Type } from "../../model/records";
import { isKey, t } from "../../text";
import type { Action } from "../action";

/** Any field but `id`, with a value of its type. */
export type Field = {
  [T in Type]: {
    [F in Exclude<keyof Records[T], "id"> & string]: {
      readonly type: T;
      readonly id: string;
      readonly field: F;
      readonly value: Records[T][F];
    };
  }[Exclude<keyof Records[T], "id"> & string];
}[Type];

export const fieldSet: Action<[field: Field], boolean> = {
  id: "field-set",
  label: "actions.field.set",
  group: "step",
  scope: "page",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, { type, id, field, value }) {
    const record = editor.state.value[type].get(id);
    if (record === undefined || isSame(fieldOf(record, field), value)) return false;
    const op: Op = { op: "set", type, id, field, value };
    return editor.submit(labelOf(type, field), [op]) !== null;
  },
};

export function labelOf(type: Type, field: string): string {
  const own = `actions.set.${type}.${field}`;
  return t(isKey(own) ? own : `actions.set.${type}`);
}
