/** The letters that a sheet is set in: laid out before they are there, it would be laid out twice. */

/** On a slow network a sheet in other letters is better than none. */
const PATIENCE_MS = 800;

export function lettersReady(): Promise<unknown> {
  // jsdom and very old browsers know no fonts.
  const { fonts } = document as Partial<Document>;
  if (fonts === undefined) return Promise.resolve();
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return Promise.race([fonts.load(`12px "IBM Plex Sans Variable"`).catch(() => []), late]);
}

/** Calls `then` where letters come that were not there yet: words are as wide as these from then on. The result ends it. */
export function onLetters(then: () => void): () => void {
  const { fonts } = document as Partial<Document>;
  if (fonts === undefined) return () => undefined;
  // The browser also tells of those that were awaited, a while later: for them nothing has to be measured again.
  const there = new Set([...fonts].filter(({ status }) => status === "loaded"));
  const came = ({ fontfaces }: FontFaceSetLoadEvent): void => {
    if (fontfaces.some((face) => !there.has(face))) then();
  };
  fonts.addEventListener("loadingdone", came);
  return () => {
    fonts.removeEventListener("loadingdone", came);
  };
}
