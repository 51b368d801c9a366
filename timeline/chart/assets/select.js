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
  const hits = patterns.map(() => new Map());
  const summaries = await each(store, "t", stillWanted, (text, base) => patterns.forEach(
    (regex, w) => findIn(text, regex, (record) => (masks[w][base * store.chunk + record] = 1))));
  const paragraphs = await each(store, "x", stillWanted, (text, base) => patterns.forEach(
    (regex, w) => findIn(text, regex, (record, from, to) => note(hits[w], base * store.many + record, from, to))));
  if (!summaries || !paragraphs) return null;
  hits.forEach((found, w) => markSentences(store, found, masks[w]));
  for (const mask of masks.slice(1)) for (let i = 0; i < store.n; i++) masks[0][i] &= mask[i];
  return masks[0];
}

// Read chunk after chunk, a few ahead; false where the search is no longer wanted.
async function each(store, kind, stillWanted, read) {
  const chunks = store.chunks(kind);
  const ahead = [];
  for (let k = 0; k < chunks; k++) {
    while (ahead.length < AHEAD && k + ahead.length < chunks) ahead.push(store.rawTexts(kind, k + ahead.length));
    const text = await ahead.shift();
    if (!stillWanted()) return false;
    read(text, k);
  }
  return true;
}

/** Call `found(record, from, to)` for every hit in a text of records; offsets are those in the record. */
export function findIn(text, regex, found) {
  let record = 0;
  let from = 0;
  let to = endOf(text, 0);
  regex.lastIndex = 0;
  for (let hit = regex.exec(text); hit; hit = regex.exec(text)) {
    if (!hit[0]) regex.lastIndex++;
    while (hit.index >= to && to < text.length) {
      record++;
      from = to + 1;
      to = endOf(text, from);
    }
    found(record, hit.index - from, hit.index - from + hit[0].length);
  }
}

function endOf(text, from) {
  const end = text.indexOf("\x1e", from);
  return end < 0 ? text.length : end;
}

function note(hits, paragraph, from, to) {
  const known = hits.get(paragraph);
  if (known) known.push([from, to]);
  else hits.set(paragraph, [[from, to]]);
}

/** Mark the events whose own sentence holds a hit in its paragraph. */
export function markSentences(store, hits, mask) {
  if (!hits.size) return;
  for (let i = 0; i < store.n; i++) {
    if (mask[i]) continue;
    const known = hits.get(store.paragraph[i]);
    if (!known) continue;
    const from = store.at[i];
    const to = from + store.size[i];
    if (known.some(([a, b]) => a >= from && b <= to)) mask[i] = 1;
  }
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
