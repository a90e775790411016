/** A small seeded generator, so that a failing schedule can be run again: `random(seed)(n)` is 0 to n - 1. */
export type Pick = (n: number) => number;

export function random(seed: number): Pick {
  let state = seed >>> 0;
  return (n) => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) % n;
  };
}
