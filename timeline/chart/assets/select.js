// Which events match the search and the filters, and which of those are shown.

import { DIMENSIONS } from "./data.js";
import { pattern, terms } from "./text.js";

export const FILTERED = ["actor", "place", "source", "type", "language"];
const SEARCHED = ["actor", "place", "source"];

/** A mask of the events that hold every word of `query`; null where there is no query. */
export async function search(store, query, stillWanted = () => true) {
  const words = terms(query);
  if (!words.length) return null;
  const masks = words.map((word) => namesMask(store, pattern(word)));
  const patterns = words.map(pattern);
  const chunks = Math.ceil(store.n / store.chunk);
  for (let k = 0; k < chunks; k++) {
    if (!stillWanted()) return null;
    const text = await store.rawRecords(k);
    patterns.forEach((regex, w) => markText(text, regex, masks[w], k * store.chunk));
  }
  return masks.reduce((all, mask) => all.map((value, i) => value & mask[i]));
}

function namesMask(store, regex) {
  const mask = new Uint8Array(store.n);
  for (const name of SEARCHED) {
    const hits = store.names[name].map((value) => value.search(regex) >= 0);
    if (!hits.includes(true)) continue;
    const codes = store.codes[name];
    for (let i = 0; i < store.n; i++) if (hits[codes[i]]) mask[i] = 1;
  }
  return mask;
}

/** Mark the events of one chunk whose summary or sentence matches. */
export function markText(text, regex, mask, base) {
  regex.lastIndex = 0;
  let spans = null;
  for (let hit = regex.exec(text); hit; hit = regex.exec(text)) {
    if (!hit[0]) regex.lastIndex++;
    spans ??= searchable(text);
    markHit(spans, hit.index, hit[0].length, mask, base);
  }
}

// The stretches of a chunk's text that belong to its events: [from, to, event], sorted by `from`.
function searchable(text) {
  const spans = [];
  const starts = [];
  let at = 0;
  text.split("\x1e").forEach((record, k) => {
    const [summary, paragraph, from, length] = record.split("\x1f");
    spans.push([at, at + summary.length, k]);
    const first = paragraph.startsWith("\x1d") ? starts[Number(paragraph.slice(1))] : at + summary.length + 1;
    starts.push(first);
    spans.push([first + Number(from), first + Number(from) + Number(length), k]);
    at += record.length + 1;
  });
  return spans.sort((a, b) => a[0] - b[0]);
}

function markHit(spans, index, length, mask, base) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle][0] <= index) low = middle + 1;
    else high = middle;
  }
  for (let s = low - 1; s >= 0 && s > low - 64; s--) {
    const [from, to, event] = spans[s];
    if (from <= index && index + length <= to) mask[base + event] = 1;
  }
}

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
export function lanesOf(store, mask, dimension, most, words) {
  const weight = new Map();
  const codes = store.codes[dimension];
  for (let i = 0; i < store.n; i++) {
    if (mask[i] && codes[i]) weight.set(codes[i], (weight.get(codes[i]) ?? 0) + store.importance[i] + 1);
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
