/** What joins a record's field to its control: its address in the page, its value, and the change it makes. */
import type { Editor } from "../../actions/editor";
import { fieldSet, type Field } from "../../actions/verbs/field-set";
import type { Records, Type } from "../../model/records";
import type { FieldProps } from "./controls/TextField";

/** Address of a field in the page (`data-field`), for whoever leads there. */
export const placeOf = (type: Type, id: string, field: string): string => `${type}/${id}/${field}`;

/** `field("work_min", "Travail")` gives all that a control needs. */
export function fieldsOf<T extends Type>(editor: Editor, type: T, record: Records[T]) {
  return <F extends keyof Records[T] & string>(field: F, label: string): FieldProps<Records[T][F]> => ({
    label,
    place: placeOf(type, record.id, field),
    value: record[field],
    // The types of field and value agree by construction; TypeScript can't follow them through the union.
    commit: (value) => void fieldSet.run(editor, { type, id: record.id, field, value } as unknown as Field),
  });
}
