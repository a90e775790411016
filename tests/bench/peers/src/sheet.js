/** The same sheet for every library: where each step of the document stands, and what its card says. */
export const WIDTH = 150;
export const HEIGHT = 76;
const GAP = 24;

/** Steps with x and y, links as they are; cells hold their steps one below the other, lanes are as high as they must. */
export async function readSheet() {
  const document_ = await (await fetch("sheet.json")).json();
  const column = new Map(document_.moments.map(({ id }, i) => [id, i]));
  const cells = new Map();
  for (const step of document_.steps) {
    const key = `${step.lane} ${step.moment}`;
    cells.set(key, [...(cells.get(key) ?? []), step]);
  }
  const titles = new Map(document_.tools.map(({ id, title }) => [id, title]));
  const steps = [];
  let top = 0;
  for (const lane of document_.lanes) {
    let most = 1;
    for (const moment of document_.moments) {
      const here = cells.get(`${lane.id} ${moment.id}`) ?? [];
      most = Math.max(most, here.length);
      for (const [i, step] of here.entries()) {
        steps.push({
          id: step.id,
          title: step.title,
          facts: step.work_min === undefined ? "" : `${step.work_min} min`,
          tools: (step.uses ?? []).map(({ tool }) => titles.get(tool)).join(", "),
          x: column.get(moment.id) * (WIDTH + GAP),
          y: top + i * (HEIGHT + GAP),
        });
      }
    }
    top += most * (HEIGHT + GAP) + GAP;
  }
  return { steps, links: document_.links };
}

/** Script and sheet are there: what follows is the drawing. */
export const markBegin = () => performance.mark("sheet-begin");

/** Ready: what now stands on the page is drawn in the next frame. */
export const markReady = () => performance.mark("sheet-ready");
