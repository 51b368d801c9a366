// The page: holds the state, and redoes what a change touches.

import { Store } from "./data.js";
import { byId, eachFrame, el, glyph, later } from "./dom.js";
import { fileName, saveCsv, savePicture } from "./download.js";
import { heat, layoutOf, palette, traces } from "./draw.js";
import { Controls, languageName } from "./filters.js";
import { ROW, arrange, fitIn, layOut, scale } from "./geometry.js";
import { Gestures } from "./gestures.js";
import { keyDates } from "./keydates.js";
import { Panel } from "./panel.js";
import { picture } from "./picture.js";
import { foremost, lanesOf, matching, search } from "./select.js";
import { blank, read, write } from "./state.js";
import { bisect, focusOf, indicesIn, wholeTime } from "./span.js";
import { Strip, histogram } from "./strip.js";
import { Table } from "./table.js";
import { fill, oneLine } from "./text.js";
import { formats, ticks, when } from "./time.js";

const PLAIN = 3000;
const LANES = 12;
const NARROW = matchMedia("(max-width: 700px)"); // as in the style sheet
const FONT = 12.5;

class App {
  constructor(meta, store) {
    Object.assign(this, { meta, store, words: meta.words, shown: [], total: 0, found: null });
    this.show = formats(meta.words.locale);
    this.big = store.n > PLAIN;
    this.whole = wholeTime(store);
    this.home = focusOf(store, store.rank.slice(0, 2000), this.whole);
    this.defaults = { ...blank(), lanes: meta.lanes, most: this.opening(), ...this.home };
    this.state = read(location.hash, this.defaults, store.names);
    this.measure = measurer();
    this.colours = palette();
    this.panel = new Panel(byId("panel"), this.words, this.show, {
      step: (by) => this.step(by), close: () => this.select(-1), select: (i) => this.select(i, true),
      zoomTo: (from, to) => this.zoomTo(from, to),
    });
    this.strip = new Strip(byId("strip"), this.words, (t) => this.show.day(t), (from, to) => this.setView(from, to));
    this.table = new Table(byId("rows"), store, this.words, this.show, (i) => this.fromTable(i));
    this.controls = new Controls(this);
    this.frame = eachFrame(() => this.redraw());
    this.settle = later(() => this.settled(), 120);
    this.listen();
  }

  // A first view must not drown the reader: the most important events, more where there is room.
  opening() {
    const room = this.narrow ? 30 : 60;
    return this.store.n <= room * 1.5 ? this.store.n : room;
  }

  async start() {
    const selected = this.state.selected;
    this.state.selected = "";
    await this.changed("start");
    if (selected) {
      const i = await this.store.find(selected, this.state.near);
      if (i >= 0) await this.select(i);
    }
    document.documentElement.dataset.ready = "true";
  }

  /* What a change touches. */

  async changed(what) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    if (what === "query" || what === "start") {
      if (this.state.query) byId("count-text").textContent = this.words.searching;
      const found = await search(this.store, this.state.query, () => turn === this.turn);
      if (turn !== this.turn) return;
      this.found = found;
    }
    if (what !== "most") this.match();
    await this.choose();
    if (turn !== this.turn) return;
    this.relay();
    this.controls.sync();
    this.redraw();
    this.rest();
    if (what !== "most") this.fillTable();
    this.remember();
  }

  match() {
    const { store, state } = this;
    this.mask = matching(store, state.filters, this.found);
    this.matched = indicesOf(this.mask);
    this.total = this.matched.length;
    if (this.big) this.lanes = lanesOf(store, this.mask, state.lanes, LANES, this.words);
    this.keys = keyDates(store, this.mask, this.home);
    this.bins = null;
    this.counted = null;
  }

  /** Which events are shown, and their labels. Beyond the plain size this depends on the view. */
  async choose() {
    const { store, state } = this;
    const inside = this.big ? (i) => this.inView(i) : () => true;
    this.shown = foremost(store, this.mask, this.big ? Math.min(state.most, PLAIN) : state.most, inside);
    if (!this.big) this.lanes = lanesOf(store, maskOf(store.n, this.shown), state.lanes, LANES, this.words);
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
    this.drawGutter();
    this.drawUndated();
    this.drawStrip();
  }

  labelMost() { return Math.min(330, Math.max(110, this.width * (this.narrow ? 0.62 : 0.4))); }

  redraw() {
    const { store, state, colours } = this;
    const view = (this.view = scale(state.from, state.to, this.width));
    this.items = this.arranged(view);
    const tick = ticks(state.from, state.to, this.width, this.show, this.narrow ? 64 : 84);
    const chosen = this.items.find((item) => item.i === this.current);
    const data = [
      ...heat(this.density(), this.layout.lanes, colours),
      ...traces(store, this.items, view, colours, chosen, this.chainItems()),
    ];
    const height = Math.max(this.layout.height, 60);
    const layout = layoutOf(this.layout, view, tick, colours, height);
    globalThis.Plotly.react(byId("plot"), data, layout, { staticPlot: true, displayModeBar: false, showSendToCloud: false, responsive: false });
    this.tell();
    this.drawAxis(tick, view);
    this.strip.show(state.from, state.to);
  }

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

  /** Say how many events are shown, of how many. */
  tell() {
    const { words, total } = this;
    const number = (n) => n.toLocaleString(words.locale);
    const { before, inside, after } = this.around();
    const seen = this.zoomed ? this.items.filter((item) => item.x >= 0 && item.x <= this.width).length : this.shown.length;
    const all = this.zoomed ? inside : total;
    let text = fill(words[this.zoomed ? "in_view" : "shown_some"], { n: number(seen), m: number(all) });
    if (!this.zoomed && seen >= total) text = total === 1 ? words.one_event : fill(words.shown_all, { n: number(total) });
    if (!total) text = words.no_match;
    if (byId("count-text").textContent !== text) byId("count-text").textContent = text;
    byId("show-all").hidden = this.shown.length >= total || total > PLAIN;
    byId("empty").hidden = total > 0;
    for (const [name, count] of [["before", before], ["after", after]]) {
      byId(name).hidden = !count;
      byId(name).textContent = (name === "before" ? "‹ " : "") + fill(words[name], { n: number(count) }) + (name === "after" ? " ›" : "");
    }
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

  /* The parts around the plot. */

  drawGutter() {
    const lanes = this.layout.lanes.map((lane, k) => {
      const node = el("div", { class: `lane${k % 2 ? "" : " band"}${lane.rest ? " rest" : ""}` },
        el("span", { class: "lane-name", title: oneLine(lane.name) }, oneLine(this.laneName(lane), 80)));
      node.style.height = `${lane.height}px`;
      node.style.top = `${lane.top}px`;
      return node;
    });
    byId("gutter").replaceChildren(...lanes);
    byId("gutter").style.height = `${Math.max(this.layout.height, 60)}px`;
  }

  laneName(lane) {
    if (lane.rest || this.state.lanes === "actor") return lane.name;
    if (this.state.lanes === "type") return this.words.types_named[lane.name] ?? lane.name;
    return this.state.lanes === "language" ? languageName(lane.name) : lane.name;
  }

  drawUndated() {
    const undated = this.shown.filter((i) => !this.store.dated(i)).map((i) => [i, this.summaries.get(i)]);
    byId("undated-lane").hidden = !undated.length;
    byId("undated").replaceChildren(...undated.map(([i, summary]) => el("li", {},
      el("button", { type: "button", "data-event": i, onclick: () => this.select(i, true) },
        glyph(this.store.isAction(i), this.store.factuality[i] > 0), oneLine(summary, 70)))));
  }

  /** The strip shows the stretch the page opens on; all of the time once the view leaves that. */
  drawStrip() {
    const { state, home, whole } = this;
    const n = Math.max(20, Math.round(this.width / 7));
    const outside = state.from < home.from - 1 || state.to > home.to + 1;
    const span = outside ? whole : home;
    const key = `${n} ${span.from} ${span.to}`;
    if (!this.bins || this.binsKey !== key) this.bins = histogram(this.store, this.mask, span.from, span.to, n);
    this.binsKey = key;
    this.strip.draw(this.bins, span, this.width);
    this.strip.show(state.from, state.to);
  }

  drawAxis(tick, view) {
    const kept = tick.filter(({ t }) => view.x(t) > 14 && view.x(t) < view.width - 20);
    // On a phone the count of earlier events stands where the first year would.
    const clear = this.narrow && !byId("before").hidden ? kept.findIndex(({ t }) => view.x(t) > 120) : 0;
    const marks = kept.map(({ t, top, below }, k) => {
      if (clear > 0 && k <= clear) below = k < clear ? "" : below || kept[0].below || tick[0].below;
      if (!clear && !k) below ||= tick[0].below;
      const node = el("span", { class: "tick" }, el("b", {}, top), el("i", {}, below));
      node.style.left = `${view.x(t)}px`;
      return node;
    });
    const keys = this.keys.map((key) => {
      const node = el("span", { class: "key-date" });
      node.style.left = `${view.x((key.from + key.to) / 2)}px`;
      return node;
    });
    byId("axis").replaceChildren(...marks, ...keys);
  }

  async rest() {
    if (this.current >= 0) return;
    const summaries = await this.store.summaries(this.keys.map((key) => key.best));
    const named = this.keys.map((key, k) => ({ ...key, summary: summaries[k], label: this.show[key.unit](key.from) }));
    if (!(this.current >= 0)) this.panel.rest(named, this.narrow, this.big);
  }

  fillTable() {
    this.table.set(this.matched);
    later(() => this.table.prepare(), 0)();
  }

  /* The view. */

  setView(from, to) {
    const { whole } = this;
    const least = 600;
    const most = whole.to - whole.from;
    const span = Math.min(Math.max(to - from, least), most);
    const edge = span * 0.45;
    const middle = Math.min(Math.max((from + to) / 2, whole.from + span / 2 - edge), whole.to - span / 2 + edge);
    Object.assign(this.state, span >= most ? whole : { from: middle - span / 2, to: middle + span / 2 });
    if (!this.big) this.frame();
    else this.quick();
    this.settle();
  }

  // While moving through a crowd, only axis and strip follow; the rest is redone on settling.
  quick() {
    const view = scale(this.state.from, this.state.to, this.width);
    this.drawAxis(ticks(this.state.from, this.state.to, this.width, this.show), view);
    this.strip.show(this.state.from, this.state.to);
  }

  async settled() {
    if (this.big) {
      await this.choose();
      this.relay();
    } else await this.fillRoom();
    this.drawStrip();
    this.redraw();
    this.remember();
    document.documentElement.dataset.settled = String(Number(document.documentElement.dataset.settled ?? 0) + 1);
  }

  // First the stretch the page opened on, then all of the time.
  widen() {
    const { state, home, whole } = this;
    const there = Math.abs(state.from - home.from) + Math.abs(state.to - home.to) < 2;
    const { from, to } = there ? whole : home;
    this.setView(from, to);
  }

  zoom(factor, x = this.width / 2) {
    const t = this.view.t(x);
    const { from, to } = this.state;
    this.setView(t - (t - from) / factor, t + (to - t) / factor);
  }

  pan(pixels) {
    const by = pixels / this.view.perSecond;
    this.setView(this.state.from + by, this.state.to + by);
  }

  zoomTo(from, to) {
    const pad = (to - from) * 0.25;
    this.setView(from - pad, to + pad);
  }

  /* Choosing an event. */

  hit(x, y) {
    let best = null;
    let least = 15;
    for (const item of this.items) {
      const dy = Math.abs(item.y - y);
      if (dy > ROW / 2 + 1) continue;
      const { place } = item;
      const onLabel = place && x >= place.from && x <= place.to;
      const onBar = item.line === "bar" && x >= item.lineFrom && x <= item.lineTo && y > item.y + 5;
      const away = onLabel ? 3 : onBar ? 6 : Math.hypot(item.x - x, dy);
      if (away < least) [best, least] = [item, away];
    }
    return best;
  }

  hover(x, y) {
    const item = x === null ? null : this.hit(x, y);
    byId("stage").classList.toggle("over", Boolean(item));
    if (item?.i === this.tipped) return;
    this.tipped = item?.i;
    const tip = byId("tip");
    tip.hidden = !item;
    if (item) this.fillTip(tip, item);
  }

  fillTip(tip, item) {
    const { store, words } = this;
    const i = item.i;
    const who = [store.name("actor", i), store.name("source", i)].map((name) => oneLine(name, 60)).filter(Boolean);
    const sure = words[["asserted", "reported", "possible", "planned", "denied"][store.factuality[i]]];
    const told = store.told[i] > 1 ? fill(words.n_sources, { n: store.told[i] }) : null;
    tip.replaceChildren(el("b", {}, this.summaries.get(i)),
      el("span", {}, when(store.times(i), words, this.show, fill)),
      el("span", { class: "soft" }, [...who, store.factuality[i] ? sure : null, told].filter(Boolean).join(" · ")));
    const left = Math.min(Math.max(item.x - 20, 4), Math.max(4, this.width - 300));
    tip.style.left = `${left}px`;
    tip.style.top = `${item.y + 16}px`;
  }

  tap(x, y) {
    const item = this.hit(x, y);
    this.select(item ? item.i : -1);
  }

  async select(i, reveal = false) {
    this.current = i;
    document.body.classList.toggle("chosen", i >= 0);
    for (const button of document.querySelectorAll("#undated button")) {
      button.setAttribute("aria-current", String(Number(button.dataset.event) === i));
    }
    if (i < 0) {
      Object.assign(this, { chain: [] });
      this.state.selected = "";
      this.redraw();
      this.rest();
      this.remember();
      return;
    }
    if (reveal) await this.reveal(i);
    const event = await this.store.event(i);
    if (this.current !== i) return;
    this.panel.event(event, { cluster: [event], earlier: [], later: null, teller: null });
    const linked = await this.linked(event);
    if (this.current !== i) return;
    this.chain = [...linked.earlier, ...(linked.later ? [linked.later] : [])].map((other) => other.index);
    this.state.selected = event.event_id;
    this.state.near = i;
    if (linked.cluster.length > 1 || this.chain.length || linked.teller) this.panel.event(event, linked);
    byId("said").textContent = `${oneLine(event.summary)}. ${when(event, this.words, this.show, fill)}`;
    this.redraw();
    this.remember();
  }

  /** Bring an event that is not shown, or not in view, onto the chart. */
  async reveal(i) {
    const own = this.store.leader[i];
    if (!this.shown.includes(own) && !this.extras.has(own)) {
      this.shown = [...this.shown, own].sort((a, b) => a - b);
      await this.readLabels();
      this.relay();
    }
    const t = this.store.middle(own);
    const { from, to } = this.state;
    if (this.store.dated(own) && (t < from || t > to)) this.setView(t - (to - from) / 2, t + (to - from) / 2);
  }

  /** The events an event is linked with: its cluster, what corrected it, what it corrects, who told it. */
  async linked(event) {
    const { store } = this;
    const i = event.index;
    const load = (k) => (k >= 0 ? store.event(k) : null);
    const some = (indices) => Promise.all(indices.slice(0, 20).map(load));
    const [cluster, earlier, later, teller] = await Promise.all([
      some(clusterOf(store, i)), some(store.earlier(i)), load(store.later[i] - 1), load(event.teller ?? -1),
    ]);
    return { cluster, earlier, later, teller };
  }

  chainItems() {
    const own = this.items.find((item) => item.i === this.store.leader[this.current]);
    if (!own) return [];
    const others = (this.chain ?? []).map((i) => this.items.find((item) => item.i === this.store.leader[i]));
    return others.filter(Boolean).map((other) => [own, other]);
  }

  /** The next or the previous shown event in the order of time. */
  step(by) {
    const order = this.order();
    if (!order.length) return;
    const at = order.indexOf(this.store.leader[this.current] ?? -1);
    const next = at < 0 ? Math.max(0, order.findIndex((i) => this.inView(i))) : at + by;
    if (next < 0 || next >= order.length) return;
    this.select(order[next], true).then(() => this.scrollTo(order[next]));
  }

  order() { return [...this.shown, ...this.extras.keys()].sort((a, b) => this.store.middle(a) - this.store.middle(b) || a - b); }

  scrollTo(i) {
    const y = this.layout.y.get(this.store.leader[i]);
    if (y === undefined) return;
    const box = byId("stage").getBoundingClientRect();
    const at = box.top + y;
    if (at < 90 || at > window.innerHeight - 120) window.scrollBy({ top: at - window.innerHeight / 2, behavior: "instant" });
  }

  fromTable(i) {
    this.select(i, true).then(() => {
      this.scrollTo(i);
      byId("panel-title")?.focus({ preventScroll: true });
    });
  }

  /* Keys, sizes, colours, address. */

  listen() {
    new Gestures(byId("stage"), {
      pan: (pixels) => this.pan(pixels), zoom: (factor, x) => this.zoom(factor, x),
      tap: (x, y) => this.tap(x, y), hover: (x, y) => this.hover(x, y), settle: () => this.settle(),
    });
    byId("zoom-in").addEventListener("click", () => this.zoom(1.7));
    byId("zoom-out").addEventListener("click", () => this.zoom(1 / 1.7));
    byId("whole").addEventListener("click", () => this.widen());
    byId("before").addEventListener("click", () => this.setView(this.whole.from, this.state.to));
    byId("after").addEventListener("click", () => this.setView(this.state.from, this.whole.to));
    byId("show-all").addEventListener("click", () => this.showAll());
    byId("save-csv").addEventListener("click", () => this.saveTable());
    for (const format of ["png", "svg"]) byId(`save-${format}`).addEventListener("click", () => this.savePicture(format));
    byId("print").addEventListener("click", () => window.print());
    document.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(later(() => this.resized(), 60)).observe(byId("stage"));
    for (const query of ["(prefers-color-scheme: dark)", "print"]) {
      matchMedia(query).addEventListener("change", () => this.recolour());
    }
    window.addEventListener("hashchange", () => this.readAddress());
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "Escape") this.escape(event.target);
    if (typing) return;
    const onChart = event.target === document.body || byId("chart").contains(event.target) || byId("panel").contains(event.target);
    const act = {
      "/": () => byId("search").focus(), "+": () => this.zoom(1.7), "=": () => this.zoom(1.7), "-": () => this.zoom(1 / 1.7),
      0: () => this.widen(),
      ...(onChart ? { ArrowLeft: () => this.step(-1), ArrowRight: () => this.step(1), Home: () => this.edge(0), End: () => this.edge(-1) } : {}),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  edge(k) {
    const i = this.order().at(k);
    if (i !== undefined) this.select(i, true).then(() => this.scrollTo(i));
  }

  escape(target) {
    const open = document.querySelector(".toolbar details[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    } else if (target.id === "search" && target.value) {
      target.value = "";
      this.state.query = "";
      this.changed("query");
    } else if (this.current >= 0) this.select(-1);
  }

  resized() {
    this.knownWidth = undefined;
    if (!this.layout || this.width === this.view.width) return;
    this.relay();
    this.redraw();
  }

  recolour() {
    this.colours = palette();
    if (this.layout) this.redraw();
  }

  showAll() {
    this.state.most = this.total;
    this.changed("most");
  }

  remember() {
    const fragment = write(this.state, this.defaults, this.store.names);
    this.address = fragment ? `#${fragment}` : "";
    try {
      history.replaceState(null, "", this.address || location.pathname + location.search);
    } catch {
      // A page inside another may not be allowed to; the chart works without.
    }
  }

  async readAddress() {
    if (location.hash === this.address) return;
    this.state = read(location.hash, this.defaults, this.store.names);
    await this.start();
  }

  async saveTable() {
    const events = await Promise.all(this.shown.map((i) => this.store.event(i)));
    saveCsv(fileName(this.meta.title), this.meta.columns, events.map((event) => tableRow(event)));
  }

  savePicture(format) {
    const { figure, size } = picture(byId("plot"), this.view, {
      title: this.meta.title, note: byId("count-text").textContent, lanes: this.layout.lanes, colours: this.colours,
      ticks: ticks(this.state.from, this.state.to, this.width, this.show),
    });
    return savePicture(fileName(this.meta.title), figure, format, size);
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

function tableRow(event) {
  const iso = (t) => (Number.isNaN(t) ? null : new Date(t * 1000).toISOString().slice(0, 19));
  return { ...event, start: iso(event.start), end: iso(event.end), extent: event.throughout ? "throughout" : "within", context: event.context };
}

function clusterOf(store, i) {
  const own = store.leader[i];
  if (store.told[own] < 2) return [own];
  const found = [];
  for (let k = 0; k < store.n; k++) if (store.leader[k] === own) found.push(k);
  return found;
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

async function main() {
  const meta = JSON.parse(byId("meta").textContent);
  if (!globalThis.DecompressionStream) {
    byId("empty").textContent = meta.words.too_old;
    byId("empty").hidden = false;
    return;
  }
  const app = new App(meta, await Store.open(meta));
  await app.start();
}

main();
