/** Blocks of cells as spreadsheets write them to the clipboard: tabs, line ends, and quotes where a cell holds either. */

export type Block = readonly (readonly string[])[];

export function readBlock(text: string): Block {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const quoted = /"((?:[^"]|"")*)"(?=\t|\r?\n|\r|$)/y;
    quoted.lastIndex = at;
    const whole = quoted.exec(text);
    const plain = /[^\t\r\n]*/y;
    plain.lastIndex = at;
    const cell = whole?.[1]?.replace(/""/g, '"') ?? plain.exec(text)?.[0] ?? "";
    rows.at(-1)?.push(freed(cell));
    at += whole?.[0].length ?? cell.length;
    if (text.startsWith("\r\n", at)) at++;
    const end = text.charAt(at++);
    if (end !== "\t" && end !== "") rows.push([]);
  }
  // Spreadsheets end the last row as well.
  if (rows.length > 1 && rows.at(-1)?.every((cell) => cell === "") === true) rows.pop();
  return rows;
}

export const writeBlock = (block: Block): string =>
  block
    .map((row) =>
      row
        .map(guarded)
        .map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell))
        .join("\t"),
    )
    .join("\n");

/** A spreadsheet would run these as formulas: an apostrophe keeps them text. */
const FORMULA = /^[=+\-@\t\r]/;
export const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
const freed = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);
