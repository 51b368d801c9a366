// The page's data: gzipped blocks, inflated when they are needed.

import { sha256 } from "./hash.js";
import { Dictionary, Records } from "./words.js";

const CHUNKS_KEPT = 48;
const REACH = 40; // chunks looked through for an id
const SEARCHED_KEPT = 64e6; // bytes kept of what was inflated for searching
export const DIMENSIONS = ["actor", "place", "source", "type", "language", "document"];
export const FACTUALITIES = ["asserted", "reported", "possible", "planned", "denied"];

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%.()*+-;[=]?@^_`{|}~";
const VALUES = new Uint8Array(128);
for (let k = 0; k < 85; k++) VALUES[DIGITS.charCodeAt(k)] = k;

/** Read base 85: five characters are four bytes. */
export function bytesOf85(text) {
  const size = Math.floor((text.length * 4) / 5);
  const bytes = new Uint8Array(size + 4);
  const whole = text.length - (text.length % 5);
  const value = (i) => (i < text.length ? VALUES[text.charCodeAt(i)] : 84);
  let at = 0;
  for (let i = 0; i < whole; i += 5) {
    const high = (VALUES[text.charCodeAt(i)] * 85 + VALUES[text.charCodeAt(i + 1)]) * 7225;
    const low = VALUES[text.charCodeAt(i + 2)] * 85 + VALUES[text.charCodeAt(i + 3)];
    put(bytes, at, (high + low) * 85 + VALUES[text.charCodeAt(i + 4)]);
    at += 4;
  }
  let rest = 0;
  for (let i = whole; i < whole + 5; i++) rest = rest * 85 + value(i);
  if (whole < text.length) put(bytes, at, rest);
  return bytes.subarray(0, size);
}

function put(bytes, at, word) {
  bytes[at] = word / 16777216;
  bytes[at + 1] = (word >>> 16) & 255;
  bytes[at + 2] = (word >>> 8) & 255;
  bytes[at + 3] = word & 255;
}

function bytesOf(id) {
  return bytesOf85(document.getElementById(`block-${id}`).textContent);
}

function unpacked(id) {
  const stream = new DecompressionStream("gzip");
  const writer = stream.writable.getWriter();
  writer.write(bytesOf(id));
  writer.close();
  return new Response(stream.readable);
}

async function inflate(id) {
  return new Uint8Array(await unpacked(id).arrayBuffer());
}

/** The text of a block of the page. */
export function inflateText(id) {
  return unpacked(id).text();
}

/** Read `n` integers written as byte planes, low byte first, after their number; returns the end too. */
export function planes(bytes, at, n, Kind) {
  const width = bytes[at];
  const plane = (w) => bytes.subarray(at + 1 + w * n, at + 1 + (w + 1) * n);
  const out = new Kind(n);
  out.set(plane(0));
  for (let w = 1, scale = 256; w < width; w++, scale *= 256) {
    const high = plane(w);
    for (let i = 0; i < n; i++) if (high[i]) out[i] += high[i] * scale;
  }
  return [out, at + 1 + width * n];
}

// 0, -1, 1, -2, ... written as 0, 1, 2, 3, ...
function unfold(value) {
  return value & 1 ? -(value + 1) / 2 : value / 2;
}

/** Read the numeric columns of `n` events. */
export function readNumbers(bytes, n) {
  const base = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(0, true));
  let at = 8;
  const next = (Kind) => {
    const [values, end] = planes(bytes, at, n, Kind);
    at = end;
    return values;
  };
  const first = next(Float64Array);
  for (let i = 0, t = base; i < n; i++) first[i] = t += first[i];
  const numbers = { first, length: next(Float64Array), flags: next(Uint8Array), factuality: next(Uint8Array) };
  numbers.importance = next(Uint16Array);
  const back = next(Uint32Array);
  for (let i = 0; i < n; i++) back[i] = i - unfold(back[i]);
  numbers.leader = back;
  numbers.later = next(Uint32Array);
  numbers.codes = {};
  for (const name of DIMENSIONS) numbers.codes[name] = next(Uint32Array);
  numbers.paragraph = next(Uint32Array);
  for (let i = 0, p = 0; i < n; i++) numbers.paragraph[i] = p += unfold(numbers.paragraph[i]);
  numbers.at = next(Uint32Array);
  numbers.size = next(Uint32Array);
  return numbers;
}

/** All events of the page: arrays for what is drawn, texts on demand. */
export class Store {
  static async open(meta) {
    const store = new Store();
    const [bytes, names, top] = await Promise.all([inflate("numbers"), inflateText("names"), inflateText("top")]);
    Object.assign(store, readNumbers(bytes, meta.n), {
      n: meta.n, chunk: meta.chunk, many: meta.paragraphs, names: JSON.parse(names), top: JSON.parse(top), kept: new Map(), raw: new Map(), rawSize: 0, meta,
    });
    store.middles = store.marks();
    store.rank = store.byImportance();
    store.told = store.countTold();
    return store;
  }

  hasStart(i) { return (this.flags[i] & 1) !== 0; }
  hasEnd(i) { return (this.flags[i] & 2) !== 0; }
  throughout(i) { return (this.flags[i] & 4) !== 0; }
  superseded(i) { return (this.flags[i] & 8) !== 0; }
  byHand(i) { return (this.flags[i] & 16) !== 0; }
  isAction(i) { return (this.flags[i] & 32) !== 0; }
  dated(i) { return (this.flags[i] & 3) !== 0; }

  start(i) { return this.hasStart(i) ? this.first[i] : NaN; }
  end(i) {
    if (!this.hasEnd(i)) return NaN;
    return this.hasStart(i) ? this.first[i] + this.length[i] : this.first[i];
  }

  /** Where the mark stands: the known bound, the start of what lasted, the middle of a window. */
  middle(i) { return this.middles[i]; }

  marks() {
    const { first, length, flags } = this;
    return first.map((t, i) => ((flags[i] & 7) === 3 ? t + length[i] / 2 : t));
  }

  name(dimension, i) { return this.names[dimension][this.codes[dimension][i]]; }

  times(i) { return { start: this.start(i), end: this.end(i), throughout: this.throughout(i) }; }

  byImportance() {
    const order = new Uint32Array(this.n).map((_, i) => i);
    const weight = this.importance;
    if (this.n > 200000) return countingSort(weight, this.n);
    return order.sort((a, b) => weight[b] - weight[a] || a - b);
  }

  // How many reports each leader of a cluster stands for.
  countTold() {
    const told = new Uint16Array(this.n);
    for (let i = 0; i < this.n; i++) told[this.leader[i]]++;
    return told;
  }

  async chunkOf(kind, k, read) {
    const id = `${kind}${k}`;
    let held = this.kept.get(id);
    if (held) this.kept.delete(id);
    else held = read(id);
    this.kept.set(id, held);
    if (this.kept.size > CHUNKS_KEPT) this.kept.delete(this.kept.keys().next().value);
    return held;
  }

  /** The words of the page, where its texts are written as numbers of words; null where they are not. */
  dictionary() {
    const there = document.getElementById("block-words");
    return (this.coded ??= there ? inflateText("words").then((text) => new Dictionary(text)) : Promise.resolve(null));
  }

  /** A chunk of summaries ("t") or paragraphs ("x") as it is searched: bytes of word numbers, or one text. */
  async searched(kind, k) {
    const dictionary = await this.dictionary();
    const id = `${kind}${k}`;
    if (!dictionary) return inflateText(id);
    const bytes = await (this.raw.get(id) ?? inflate(id));
    if (!this.raw.has(id) && this.rawSize + bytes.length < SEARCHED_KEPT) {
      this.rawSize += bytes.length;
      this.raw.set(id, bytes);
    }
    return bytes;
  }

  // The texts of a chunk, to be asked with `at`.
  texts(kind, k) {
    return this.chunkOf(kind, k, async (id) => {
      const dictionary = await this.dictionary();
      if (!dictionary) return (await inflateText(id)).split("\x1e");
      return new Records(dictionary, dictionary.numbers(await inflate(id)));
    });
  }

  /** The events by their paragraph: those of paragraph p are order[first[p]] up to order[first[p + 1]]. */
  byParagraph() {
    return (this.paragraphOrder ??= grouped(this.paragraph));
  }

  chunks(kind) {
    return kind === "t" ? Math.ceil(this.n / this.chunk) : Math.ceil((this.byParagraph().first.length - 1) / this.many);
  }

  async paragraphOf(i) {
    const p = this.paragraph[i];
    return (await this.texts("x", Math.floor(p / this.many))).at(p % this.many);
  }

  details(k) { return this.chunkOf("d", k, async (id) => JSON.parse(await inflateText(id))); }

  /** The summaries of some events, in their order. */
  async summaries(indices) {
    const unknown = indices.filter((i) => this.top[i] === undefined);
    const wanted = [...new Set(unknown.map((i) => Math.floor(i / this.chunk)))];
    const read = await Promise.all(wanted.map((k) => this.texts("t", k)));
    const chunks = new Map(wanted.map((k, at) => [k, read[at]]));
    return indices.map((i) => {
      if (this.top[i] !== undefined) return this.top[i];
      return chunks.get(Math.floor(i / this.chunk)).at(i % this.chunk);
    });
  }

  /** Everything known of one event; the ids of others as it names them. */
  async event(i) {
    const event = await this.bare(i);
    for (const name of NAMING) {
      if (typeof event[name] === "number") event[name] = event[name] ? await this.id(i + event[name]) : event.event_id;
    }
    return event;
  }

  async id(i) {
    const details = await this.details(Math.floor(i / this.chunk));
    return details.event_id?.[i % this.chunk] ?? (await this.bare(i)).event_id;
  }

  async bare(i) {
    const k = Math.floor(i / this.chunk);
    const at = i % this.chunk;
    const [summaries, details, paragraph] = await Promise.all([this.texts("t", k), this.details(k), this.paragraphOf(i)]);
    const event = { index: i, ...this.times(i), summary: summaries.at(at), ...this.evidence(i, paragraph) };
    for (const [name, values] of Object.entries(details)) event[name] ??= values[at];
    if (typeof event.reported_by === "number") event.teller = i + event.reported_by;
    for (const name of ["actor", "place", "source", "language", "document", "type"]) event[name] = this.name(name, i);
    event.kind = this.isAction(i) ? "action" : "statement";
    event.factuality = FACTUALITIES[this.factuality[i]];
    event.extent = event.throughout ? "throughout" : "within";
    event.importance = this.importance[i] / 10000;
    return restore(event);
  }

  evidence(i, context) {
    const span = [this.at[i], this.at[i] + this.size[i]];
    return { context, sentence_span: span, text: context.slice(...span) };
  }

  /** The events that an event corrects. */
  earlier(i) {
    const found = [];
    for (let k = 0; k < this.n; k++) if (this.later[k] === i + 1) found.push(k);
    return found;
  }

  /** The index of an event by its id, looked for around `near`; -1 where there is none near by. */
  async find(id, near = 0) {
    const last = Math.ceil(this.n / this.chunk) - 1;
    const first = Math.floor(near / this.chunk);
    for (let step = 0; step <= Math.min(2 * last + 1, REACH); step++) {
      const k = first + (step % 2 ? -(step + 1) / 2 : step / 2);
      if (k < 0 || k > last) continue;
      const i = await this.findIn(k, id);
      if (i >= 0) return i;
    }
    return -1;
  }

  async findIn(k, id) {
    const stated = (await this.details(k)).event_id ?? [];
    const at = stated.indexOf(id);
    if (at >= 0) return k * this.chunk + at;
    const end = Math.min(this.n, (k + 1) * this.chunk);
    for (let i = k * this.chunk; i < end; i++) if (!stated[i % this.chunk] && (await this.id(i)) === id) return i;
    return -1;
  }
}

// Columns that name other events: in the page by the steps to their rows.
const NAMING = ["cluster", "superseded_by", "reported_by"];
const PARTS = ["trigger", "actor", "recipient", "object", "time", "place", "content"];

// Put back what the page leaves out because other columns say it (see the packing of details).
function restore(event) {
  for (const name of PARTS) {
    const start = event[`${name}_start`];
    if (start === undefined || start === null || event.start_char === undefined) continue;
    event[`${name}_start`] = start + event.start_char;
    event[`${name}_end`] += event[`${name}_start`];
  }
  if (!event.trigger && event.trigger_end > event.trigger_start) {
    const [from, to] = [event.trigger_start, event.trigger_end].map((at) => at - event.start_char);
    event.trigger = Array.from(event.text).slice(from, to).join(""); // the table counts code points
  }
  event.event_id ??= sha256(`${event.document}\0${event.trigger_start}\0${event.trigger_end}\0${event.trigger}`).slice(0, 16);
  for (const relation of event.relations ?? []) relation.from ??= event.event_id;
  const own = event.kind === "action" ? "event_type" : "speech_act";
  const other = event.kind === "action" ? "speech_act" : "event_type";
  if (!event[own] && !event[other]) event[own] = event.type || null;
  return event;
}

function grouped(group) {
  const n = group.length;
  const groups = group.reduce((most, g) => Math.max(most, g + 1), 0);
  const first = new Uint32Array(groups + 1);
  for (let i = 0; i < n; i++) first[group[i] + 1]++;
  for (let g = 0; g < groups; g++) first[g + 1] += first[g];
  const next = first.slice();
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[next[group[i]]++] = i;
  return { order, first };
}

function countingSort(weight, n) {
  const places = new Uint32Array(65537);
  for (let i = 0; i < n; i++) places[65535 - weight[i] + 1]++;
  for (let w = 0; w < 65536; w++) places[w + 1] += places[w];
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[places[65535 - weight[i]]++] = i;
  return order;
}
