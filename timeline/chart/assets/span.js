// Which stretch of time to show: all of it, and the part where nearly everything happens.

import { DAY } from "./time.js";

const CORE = 0.85;
const FAR = 2;

/** The whole time: all marks, whole days, and what lasted, with `room` (a share of it) on the sides. */
export function wholeTime(store, room = 0.025) {
  let from = Infinity;
  let to = -Infinity;
  for (let i = 0; i < store.n; i++) {
    if (!store.dated(i)) continue;
    const t = store.middle(i);
    const within = store.length[i] <= DAY && !store.throughout(i) ? store.length[i] / 2 : 0;
    from = Math.min(from, t - within);
    to = Math.max(to, lastDrawn(store, i, t + within));
  }
  if (from > to) return { from: 0, to: DAY };
  return from < to ? padded(from, to, room) : { from: from - DAY / 2, to: to + DAY / 2 };
}

function lastDrawn(store, i, t) {
  const lasted = store.throughout(i) && store.hasStart(i) && store.hasEnd(i);
  return lasted ? Math.max(t, Math.min(store.end(i), t + 366 * DAY)) : t;
}

function padded(from, to, room) {
  const pad = Math.max((to - from) * room, 1800);
  return { from: from - pad, to: to + pad };
}

/**
 * The stretch to open on: without the few events that lie so far away that they would squeeze all others
 * into a corner. They stay one step of zooming out away, and are counted at the edges.
 */
export function focusOf(store, shown, whole, room = 0.025) {
  const times = Array.from(shown).filter((i) => store.dated(i)).map((i) => store.middle(i)).sort((a, b) => a - b);
  if (times.length < 12) return whole;
  let core = densest(times, Math.ceil(times.length * CORE));
  const gap = Math.max((core.to - core.from) * 0.35, DAY);
  core = padded(...joined(times, core, gap), room);
  return whole.to - whole.from > FAR * (core.to - core.from) ? core : whole;
}

// The stretch with all that follows it, on either side, step by step no wider than `gap`.
function joined(times, { from, to }, gap) {
  for (const t of times) if (t > to && t <= to + gap) to = t;
  for (const t of [...times].reverse()) if (t < from && t >= from - gap) from = t;
  return [from, to];
}

/** The shortest stretch that holds `most` of the sorted times. */
export function densest(times, most) {
  let best = 0;
  for (let k = 1; k + most <= times.length; k++) {
    if (times[k + most - 1] - times[k] < times[best + most - 1] - times[best]) best = k;
  }
  return { from: times[best], to: times[best + most - 1] };
}

/** The events whose first bound may lie in a stretch, by bisection: indices [first, last). */
export function indicesIn(store, from, to, before = 366 * DAY) {
  return [from - before, to].map((t) => bisect(null, t, store.first));
}

/** How many of the sorted `indices` (all where null) have a time before `t`. */
export function bisect(indices, t, times) {
  let low = 0;
  let high = indices ? indices.length : times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[indices ? indices[middle] : middle] < t) low = middle + 1;
    else high = middle;
  }
  return low;
}
