// Full-text search over all events: their names, their summaries and their own sentences.

import { findIn, pattern, terms } from "./text.js";
import { seeker } from "./words.js";

const SEARCHED = ["actor", "place", "source"];
const AHEAD = 6;

/** A mask of the events that hold every word of `query`; null where there is no query. */
export async function search(store, query, stillWanted = () => true) {
  const words = terms(query);
  if (!words.length) return null;
  const masks = words.map((word) => namesMask(store, pattern(word)));
  const dictionary = await store.dictionary();
  const seek = dictionary ? seeker(dictionary, words, pattern) : plainSeeker(words);
  const summary = (k) => (w, record) => (masks[w][k * store.chunk + record] = 1);
  const paragraph = (k) => (w, record, from, to) => markSentences(store, k * store.many + record, from, to, masks[w]);
  for (const [kind, found] of [["t", summary], ["x", paragraph]]) {
    if (!(await each(store, kind, stillWanted, (chunk, k) => seek(chunk, found(k))))) return null;
  }
  return masks.reduce((all, mask) => all.map((held, i) => held & mask[i]));
}

function plainSeeker(words) {
  const patterns = words.map(pattern);
  return (text, found) => patterns.forEach((regex, w) => findIn(text, regex, (...hit) => found(w, ...hit)));
}

// Read chunk after chunk, a few ahead; false where the search is no longer wanted.
async function each(store, kind, stillWanted, read) {
  const chunks = store.chunks(kind);
  const ahead = [];
  for (let k = 0; k < chunks; k++) {
    while (ahead.length < AHEAD && k + ahead.length < chunks) ahead.push(store.searched(kind, k + ahead.length));
    const chunk = await ahead.shift();
    if (!stillWanted()) return false;
    read(chunk, k);
  }
  return true;
}

/** Mark the events whose own sentence holds a hit in its paragraph. */
export function markSentences(store, paragraph, from, to, mask) {
  const { order, first } = store.byParagraph();
  for (let k = first[paragraph]; k < first[paragraph + 1]; k++) {
    const i = order[k];
    if (store.at[i] <= from && to <= store.at[i] + store.size[i]) mask[i] = 1;
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
