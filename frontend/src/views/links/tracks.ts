/** Lays runs that share a strip side by side: an order with few crossings, then as few tracks as that order allows. */

/** Where a run ends, and to which side of the strip its way goes on there (0: it ends at a card). */
export interface Turn {
  readonly at: number;
  readonly to: -1 | 0 | 1;
}

/** A run along a strip, from `low` to `high`. */
export interface Run {
  readonly low: number;
  readonly high: number;
  readonly turns: readonly [Turn, Turn];
  /** Told its track, and of how many; runs far from one another share tracks and are told of their own crowd only. */
  place(track: number, tracks: number): void;
}

/** Runs on one line closer than this would read as one. */
const CLEAR = 4;
/** Above this many, an order by direction must do: the search below is quadratic. */
const SEARCHED = 120;

/** Gives the number of tracks of the largest crowd. */
export function layTracks(runs: readonly Run[]): number {
  let most = 0;
  for (const crowd of crowds(runs)) {
    const ordered = order(crowd);
    const tracks = new Int32Array(ordered.length);
    let count = 0;
    for (let i = 0; i < ordered.length; i++) {
      let track = 0;
      for (let j = 0; j < i; j++) {
        if (tracks[j]! >= track && overlap(ordered[i]!, ordered[j]!)) track = tracks[j]! + 1;
      }
      tracks[i] = track;
      count = Math.max(count, track + 1);
    }
    for (let i = 0; i < ordered.length; i++) ordered[i]!.place(tracks[i]!, count);
    most = Math.max(most, count);
  }
  return most;
}

const overlap = (a: Run, b: Run): boolean => a.low < b.high + CLEAR && b.low < a.high + CLEAR;

/** Groups of runs that overlap, directly or through others. */
function crowds(runs: readonly Run[]): Run[][] {
  const sorted = [...runs].sort((a, b) => a.low - b.low);
  const groups: Run[][] = [];
  let end = -Infinity;
  for (const run of sorted) {
    if (run.low < end + CLEAR) groups.at(-1)!.push(run);
    else groups.push([run]);
    end = Math.max(end, run.high);
  }
  return groups;
}

function order(crowd: readonly Run[]): Run[] {
  if (crowd.length === 1) return [...crowd];
  const lean = (run: Run): number => run.turns[0].to + run.turns[1].to;
  const sorted = [...crowd].sort((a, b) => lean(a) - lean(b) || a.high - a.low - (b.high - b.low));
  if (crowd.length > SEARCHED) return sorted;
  const ordered: Run[] = [];
  const gains: number[] = [];
  for (const run of sorted) {
    // Cost of standing before all is 0 on this scale; then moving behind one after the other.
    for (let i = 0; i < ordered.length; i++) {
      const other = ordered[i]!;
      gains[i] = overlap(run, other) ? crossings(other, run) - crossings(run, other) : 0;
    }
    let cost = 0;
    let least = 0;
    let best = 0;
    for (let i = 0; i < ordered.length; i++) {
      cost += gains[i]!;
      if (cost <= least) {
        least = cost;
        best = i + 1;
      }
    }
    ordered.splice(best, 0, run);
  }
  return ordered;
}

/** How often two runs that overlap cross where `a` lies before `b`; going on along one line counts heavily. */
function crossings(a: Run, b: Run): number {
  const [a0, a1] = a.turns;
  const [b0, b1] = b.turns;
  let count = 0;
  if (a0.to === 1) count += crossed(a0.at, b) + 8 * meets(a0.at, b0, b1);
  if (a1.to === 1) count += crossed(a1.at, b) + 8 * meets(a1.at, b0, b1);
  if (b0.to === -1) count += crossed(b0.at, a);
  if (b1.to === -1) count += crossed(b1.at, a);
  return count;
}

const crossed = (at: number, run: Run): number => (at > run.low && at < run.high ? 1 : 0);
const meets = (at: number, first: Turn, second: Turn): number =>
  (first.to === -1 && Math.abs(at - first.at) < CLEAR ? 1 : 0) +
  (second.to === -1 && Math.abs(at - second.at) < CLEAR ? 1 : 0);
