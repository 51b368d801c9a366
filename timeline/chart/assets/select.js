// Which events match the search and the filters, and which of those are shown.

import { DIMENSIONS } from "./data.js";
import { pattern, terms } from "./text.js";

export const FILTERED = ["actor", "place", "source", "type", "language"];
const SEARCHED = ["actor", "place", "source"];
const AHEAD = 4;

/** A mask of the events that hold every word of `query`; null where there is no query. */
export async function search(store, query, stillWanted = () => true) {
  const words = terms(query);
  if (!words.length) return null;
  const patterns = words.map(pattern);
  const masks = patterns.map((regex) => namesMask(store, regex));
  const chunks = Math.ceil(store.n / store.chunk);
  const ahead = [];
  for (let k = 0; k < chunks; k++) {
    while (ahead.length < AHEAD && k + ahead.length < chunks) ahead.push(store.rawRecords(k + ahead.length));
    const text = await ahead.shift();
    if (!stillWanted()) return null;
    patterns.forEach((regex, w) => markText(text, regex, masks[w], k * store.chunk));
  }
  for (const mask of masks.slice(1)) for (let i = 0; i < store.n; i++) masks[0][i] &= mask[i];
  return masks[0];
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
  let record = 0;
  let from = 0;
  let to = endOf(text, 0);
  let shared = null;
  regex.lastIndex = 0;
  for (let hit = regex.exec(text); hit; hit = regex.exec(text)) {
    if (!hit[0]) regex.lastIndex++;
    while (hit.index >= to && to < text.length) {
      record++;
      from = to + 1;
      to = endOf(text, from);
    }
    shared ??= sharedParagraphs(text);
    const own = { text: text.slice(from, to), record, at: hit.index - from, size: hit[0].length };
    if (markRecord(own, shared, mask, base)) regex.lastIndex = to;
  }
}

function endOf(text, from) {
  const end = text.indexOf("\x1e", from);
  return end < 0 ? text.length : end;
}

// Which other events have their sentence in the paragraph of a record: record -> [[from, length, event]].
function sharedParagraphs(text) {
  const shared = new Map();
  if (!text.includes("\x1f\x1d")) return shared;
  text.split("\x1e").forEach((record, k) => {
    const at = record.indexOf("\x1f\x1d");
    if (at < 0) return;
    const [first, from, length] = record.slice(at + 2).split("\x1f").map(Number);
    if (!shared.has(first)) shared.set(first, []);
    shared.get(first).push([from, length, k]);
  });
  return shared;
}

// Mark what a hit in one record means; true where nothing more can be learnt from that record.
function markRecord({ text, record, at, size }, shared, mask, base) {
  const bounds = text.indexOf("\x1f");
  const others = shared.get(record) ?? [];
  if (at + size <= bounds) {
    mask[base + record] = 1;
    return !others.length;
  }
  const start = at - bounds - 1;
  const [, , from, length] = text.split("\x1f");
  for (const [first, most, event] of [[Number(from), Number(length), record], ...others]) {
    if (start >= first && start + size <= first + most) mask[base + event] = 1;
  }
  return !others.length && mask[base + record] === 1;
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
