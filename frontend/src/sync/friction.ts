/** What the server's analysis says of the newest state: asked for after every edit, an older answer never over a newer. */

/** One finding, with the fields of the friction catalogue. */
export interface Finding {
  readonly fingerprint: string;
  /** Its number on the sheet, kept while it exists. */
  readonly number: number;
  readonly detector: string;
  /** Step ids in document order. */
  readonly steps: readonly string[];
  /** Ids of the tools, actors, channels, information or links named. */
  readonly elements: readonly string[];
  /** One sentence in the reader's language, with the deciding elements and values. */
  readonly because: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly touches: readonly string[];
  readonly moments_of_truth: readonly string[];
  readonly customer_min: number | null;
  readonly employee_min: number | null;
  readonly rests_on: readonly string[];
  readonly fixes: readonly Readonly<Record<string, unknown>>[];
}
/** A field that would let a detector judge. */
export interface Unknown {
  readonly detector: string;
  readonly type: string;
  readonly id: string;
  readonly field: string;
}
export interface Analysis {
  readonly seq: number;
  readonly findings: readonly Finding[];
  readonly unknown: readonly Unknown[];
}

export interface Friction {
  readonly analysis: Analysis;
  subscribe(listener: (analysis: Analysis) => void): () => void;
}
