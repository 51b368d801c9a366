// What is shown and where: the state of the page, the events it leaves, their lanes, rows and labels.

import { byId } from "./dom.js";
import { arrange, fitIn, layOut, scale } from "./geometry.js";
import { keyDates } from "./keydates.js";
import { foremost, lanesOf, matching } from "./select.js";
import { bisect, focusOf, indicesIn, wholeTime } from "./span.js";
import { blank, read } from "./state.js";
import { oneLine } from "./text.js";
import { formats } from "./time.js";

/** Up to this many events all are laid out at once; beyond, what is shown depends on the view. */
export const PLAIN = 3000;
const LANES = 12;
const NARROW = matchMedia("(max-width: 700px)"); // as in the style sheet
const FONT = 12.5;

/** The part of the page that computes; `Surface` draws it. */
export class Scene {
  constructor(meta, store) {
    Object.assign(this, { meta, store, words: meta.words, shown: [], extras: new Map(), total: 0, found: null, current: -1 });
    this.show = formats(meta.words.locale);
    this.big = store.n > PLAIN;
    this.hasTimes = store.flags.some((flag) => flag & 3);
    const room = Math.min(0.08, Math.max(0.025, 27 / this.width)); // for the arrow of a first or last event
    this.whole = wholeTime(store, room);
    this.home = focusOf(store, store.rank.slice(0, 2000), this.whole, room);
    this.defaults = { ...blank(), lanes: meta.lanes, most: this.opening(), ...this.home };
    this.state = read(location.hash, this.defaults, store.names);
    this.measure = measurer();
  }

  // A first view must not drown the reader: the most important events, more where there is room.
  opening() {
    const room = this.narrow ? 30 : 60;
    return this.store.n <= room * 1.5 ? this.store.n : room;
  }

  match() {
    const { store, state } = this;
    this.mask = matching(store, state.filters, this.found);
    this.matched = indicesOf(this.mask);
    this.total = this.matched.length;
    if (this.big) this.lanes = lanesOf(store, this.mask, state.lanes, LANES, this.words, this.home);
    this.keys = keyDates(store, this.mask, this.home);
    this.bins = null;
    this.counted = null;
  }

  /** Which events are shown, and their labels. Beyond the plain size this depends on the view. */
  async choose() {
    const { store, state } = this;
    const inside = this.big ? (i) => this.inView(i) : () => true;
    this.shown = foremost(store, this.mask, this.big ? Math.min(state.most, PLAIN) : state.most, inside);
    if (!this.big) this.lanes = lanesOf(store, maskOf(store.n, this.shown), state.lanes, LANES, this.words, this.home);
    this.extras = new Map();
    await this.readLabels();
  }

  /** The summaries of all that is shown; labels leave out the actor in whose own lane they stand. */
  async readLabels() {
    const { store } = this;
    const indices = [...this.shown, ...this.extras.keys()];
    this.summaries ??= new Map();
    const missing = indices.filter((i) => !this.summaries.has(i));
    const texts = await store.summaries(missing);
    if (this.summaries.size > 20000) this.summaries.clear();
    missing.forEach((i, k) => this.summaries.set(i, oneLine(texts[k], 140)));
  }

  label(i) {
    const text = this.summaries.get(i) ?? "";
    if (this.state.lanes !== "actor" || this.lanes.lanes[this.lanes.of[this.store.codes.actor[i]]]?.rest) return text;
    const actor = `${oneLine(this.store.name("actor", i), 80)}: `;
    return text.startsWith(actor) ? text.slice(actor.length) : text;
  }

  inView(i) {
    if (!this.store.dated(i)) return !this.zoomed;
    const { store, state } = this;
    if (store.hasStart(i) && store.hasEnd(i)) return store.first[i] <= state.to && store.first[i] + store.length[i] >= state.from;
    return store.first[i] >= state.from && store.first[i] <= state.to;
  }

  get zoomed() {
    return this.state.to - this.state.from < (this.home.to - this.home.from) * 0.98;
  }

  get narrow() { return NARROW.matches; }

  get width() {
    this.knownWidth ??= Math.max(200, byId("stage").clientWidth);
    return this.knownWidth;
  }

  /** Lay the shown events out in rows, for the whole time (when big: for the view). */
  relay() {
    document.body.classList.toggle("narrow", this.narrow);
    const whole = this.big ? this.state : this.home;
    const view = scale(whole.from, whole.to, this.width);
    const ranked = foremost(this.store, this.mask, 140, this.big ? (i) => this.inView(i) : undefined);
    this.layout = layOut(this.store, this.shown, this.lanes, this.shown.map((i) => this.label(i)), view, {
      codes: this.store.codes[this.state.lanes], measure: this.measure, most: this.labelMost(),
      reserved: new Set(ranked), head: this.narrow ? 18 : 0, keepEmpty: this.big, least: this.narrow ? 0 : 44,
    });
    this.rankOf = new Map([...this.shown].sort((a, b) => this.store.importance[b] - this.store.importance[a] || a - b)
      .map((i, k) => [i, k]));
    this.drawParts();
  }

  labelMost() { return Math.min(330, Math.max(110, this.width * (this.narrow ? 0.62 : 0.4))); }

  arranged(view) {
    const drawn = [...this.shown, ...this.extras.keys()];
    for (const [i, y] of this.extras) this.layout.y.set(i, y);
    return arrange(this.store, drawn, drawn.map((i) => this.label(i)), this.layout, view, {
      measure: this.measure, most: this.labelMost(), rankOf: (i) => this.rankOf.get(i) ?? 1e6 + i,
    });
  }

  /** Zooming in makes room: show more of what is in view, where it fits, without moving any mark. */
  async fillRoom() {
    if (this.big || !this.layout) return;
    for (const i of this.extras.keys()) this.layout.y.delete(i);
    const before = [...this.extras.keys()];
    this.extras = new Map();
    if (!this.zoomed) return;
    const view = scale(this.state.from, this.state.to, this.width);
    const shown = new Set(this.shown);
    const inside = foremost(this.store, this.mask, 400, (i) => this.store.dated(i) && this.inView(i) && !shown.has(i));
    const ranked = inside.sort((a, b) => this.store.importance[b] - this.store.importance[a] || a - b);
    const wanted = [...new Set([...before.filter((i) => inside.includes(i)), ...ranked])];
    this.extras = new Map(wanted.map((i) => [i, 0]));
    await this.readLabels();
    this.extras = new Map();
    const more = wanted.map((i) => ({ i, text: this.label(i) }));
    this.extras = fitIn(this.store, this.arranged(view), more, this.lanes, this.layout, view, {
      codes: this.store.codes[this.state.lanes], measure: this.measure, most: this.labelMost(),
    });
  }

  /** Counts lane by lane, where more events are in view than can be drawn. */
  density() {
    if (!this.big) return null;
    const { state } = this;
    const key = `${state.from} ${state.to} ${state.lanes} ${this.width} ${this.turn}`;
    if (this.dense?.key !== key) this.dense = { key, bins: this.countDensity() };
    return this.dense.bins;
  }

  countDensity() {
    const { store, state } = this;
    const n = Math.max(20, Math.round(this.width / 6));
    const rows = this.lanes.lanes.map(() => new Float64Array(n));
    const per = n / (state.to - state.from);
    const codes = store.codes[state.lanes];
    const [first, last] = indicesIn(store, state.from, state.to);
    let inside = 0;
    for (let i = first; i < last; i++) {
      if (!this.mask[i] || !(store.flags[i] & 3)) continue;
      const k = Math.floor((store.middle(i) - state.from) * per);
      if (k < 0 || k >= n) continue;
      rows[this.lanes.of[codes[i]]][k]++;
      inside++;
    }
    this.inside = inside;
    if (inside <= this.shown.length) return null;
    let top = 1;
    for (const row of rows) for (const count of row) top = Math.max(top, count);
    const step = (state.to - state.from) / n;
    return { n, top, rows: rows.map((row) => Array.from(row, (count) => (count ? Math.sqrt(count * top) : 0))),
      edges: Array.from({ length: n + 1 }, (_, k) => state.from + k * step) };
  }

  /** How many matching events lie before, in and after the view. */
  around() {
    const { store, state } = this;
    const key = `${state.from} ${state.to} ${this.turn}`;
    if (this.counted?.key === key) return this.counted;
    const counted = { key, before: 0, inside: 0, after: 0 };
    const [first, last] = [state.from, state.to].map((t) => bisect(this.matched, t, store.first));
    if (this.big) Object.assign(counted, { before: first, inside: last - first, after: this.total - last });
    else for (const i of this.matched) counted[sideOf(store, i, state)]++;
    return (this.counted = counted);
  }

  order() { return [...this.shown, ...this.extras.keys()].sort((a, b) => this.store.middle(a) - this.store.middle(b) || a - b); }

  chainItems() {
    const own = this.items.find((item) => item.i === this.store.leader[this.current]);
    if (!own) return [];
    const others = (this.chain ?? []).map((i) => this.items.find((item) => item.i === this.store.leader[i]));
    return others.filter(Boolean).map((other) => [own, other]);
  }
}

function indicesOf(mask) {
  let n = 0;
  for (let i = 0; i < mask.length; i++) n += mask[i];
  const indices = new Uint32Array(n);
  for (let i = 0, k = 0; i < mask.length; i++) if (mask[i]) indices[k++] = i;
  return indices;
}

// Where an event lies against the view: a window that reaches into it counts as inside.
function sideOf(store, i, { from, to }) {
  if (!store.dated(i)) return "undated";
  const start = store.first[i];
  const end = (store.flags[i] & 3) === 3 ? start + store.length[i] : start;
  return end < from ? "before" : start > to ? "after" : "inside";
}

function maskOf(n, indices) {
  const mask = new Uint8Array(n);
  for (const i of indices) mask[i] = 1;
  return mask;
}

function measurer() {
  const context = document.createElement("canvas").getContext("2d");
  context.font = `${FONT}px ${getComputedStyle(document.body).fontFamily}`;
  const known = new Map();
  return (text) => {
    let width = known.get(text);
    if (width === undefined) {
      width = context.measureText(text).width + 2;
      if (known.size > 20000) known.clear();
      known.set(text, width);
    }
    return width;
  };
}
