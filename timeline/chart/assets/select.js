// Which events match the search and the filters, and which of those are shown.

import { DIMENSIONS } from "./data.js";

const OUTSIDE = 0.01; // of the weight of an event that lies outside the first view: no empty lane comes early

export const FILTERED = ["actor", "place", "source", "type", "language"];

/** A mask of the events to show: those that pass the filters, told by their own report or by another's. */
export function matching(store, filters, found) {
  return onLeaders(store, passing(store, filters, found));
}

// Which reports pass all filters but `skip`.
function passing(store, filters, found, skip = "") {
  const mask = new Uint8Array(store.n);
  const only = FILTERED.filter((name) => name !== skip && filters[name].size)
    .map((name) => [store.codes[name], filters[name]]);
  const kinds = skip === "kind" ? new Set() : filters.kind;
  const sure = skip === "factuality" ? new Set() : filters.factuality;
  for (let i = 0; i < store.n; i++) {
    if (found && !found[i]) continue;
    if (kinds.size && kinds.has(store.flags[i] & 32 ? "action" : "statement")) continue;
    if (sure.size && sure.has(store.factuality[i])) continue;
    if (only.every(([codes, wanted]) => wanted.has(codes[i]))) mask[i] = 1;
  }
  return mask;
}

function onLeaders(store, mask) {
  const leaders = new Uint8Array(store.n);
  for (let i = 0; i < store.n; i++) if (mask[i]) leaders[store.leader[i]] = 1;
  return leaders;
}

/** How many events each value of a filter would leave, given all the other filters. */
export function counts(store, filters, found, name) {
  const mask = passing(store, filters, found, name);
  const counted = new Set();
  const codes = DIMENSIONS.includes(name) ? store.codes[name] : null;
  const tally = new Map();
  for (let i = 0; i < store.n; i++) {
    if (!mask[i]) continue;
    const value = codes ? codes[i] : store.factuality[i];
    const leader = store.leader[i];
    if (store.told[leader] > 1 && counted.size === counted.add(`${leader} ${value}`).size) continue;
    tally.set(value, (tally.get(value) ?? 0) + 1);
  }
  return tally;
}

/** The `most` most important events of a mask, as indices in the order of time. */
export function foremost(store, mask, most, inside = () => true) {
  const chosen = [];
  for (const i of store.rank) {
    if (chosen.length >= most) break;
    if (mask[i] && inside(i)) chosen.push(i);
  }
  return chosen.sort((a, b) => a - b);
}

/** Lanes: the values of `dimension` with the greatest weight, then all others, then those not named. */
export function lanesOf(store, mask, dimension, most, words, home) {
  const weight = new Map();
  const codes = store.codes[dimension];
  for (let i = 0; i < store.n; i++) {
    if (!mask[i] || !codes[i]) continue;
    const far = home && store.dated(i) && (store.middle(i) < home.from || store.middle(i) > home.to);
    weight.set(codes[i], (weight.get(codes[i]) ?? 0) + (store.importance[i] + 1) * (far ? OUTSIDE : 1));
  }
  const order = [...weight].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const named = order.slice(0, order.length === most + 1 ? most + 1 : most).map(([code]) => code);
  const lanes = named.map((code) => ({ code, name: store.names[dimension][code] }));
  if (order.length > named.length) lanes.push({ code: -1, name: words.others, rest: true });
  lanes.push({ code: 0, name: words.unnamed, rest: true });
  const of = new Int32Array(store.names[dimension].length).fill(named.length);
  named.forEach((code, k) => (of[code] = k));
  of[0] = lanes.length - 1;
  return { lanes, of };
}
