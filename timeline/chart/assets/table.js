// The same events as a table: sortable, the accessible and printable form.

import { FACTUALITIES } from "./data.js";
import { el, glyph } from "./dom.js";
import { fill, oneLine } from "./text.js";
import { when } from "./time.js";

const PAGE = 50;
const PRINTED = 2000;

/** The table under the chart. */
export class Table {
  constructor(host, store, words, show, onSelect) {
    Object.assign(this, { host, store, words, show, onSelect, first: 0, by: "when", down: false, rows: [] });
    window.addEventListener("beforeprint", () => this.print());
    window.addEventListener("afterprint", () => this.draw());
  }

  /** Show these events, given as indices in the order of time. */
  set(indices) {
    this.all = indices;
    this.first = 0;
    this.sort();
  }

  sort() {
    const keys = this.keys();
    const key = keys[this.by];
    const rows = this.all.slice();
    if (this.by !== "when") rows.sort((a, b) => key(a) - key(b) || a - b);
    this.rows = this.down ? rows.reverse() : rows;
    return this.draw();
  }

  keys() {
    const { store } = this;
    const code = (name) => (i) => store.codes[name][i] || 1e9;
    return {
      when: (i) => i, kind: (i) => store.flags[i] & 32, event: (i) => -store.importance[i], who: code("actor"),
      where: code("place"), factuality: (i) => store.factuality[i], source: code("source"),
    };
  }

  async draw(most = PAGE) {
    const shown = this.rows.slice(this.first, this.first + most);
    const events = await Promise.all(Array.from(shown, (i) => this.store.event(i)));
    if (!this.frame) this.build();
    this.body.replaceChildren(...events.map((event) => this.row(event)));
    for (const [name, cell] of this.heads) {
      cell.setAttribute("aria-sort", name !== this.by ? "none" : this.down ? "descending" : "ascending");
    }
    this.pager(most);
  }

  // The browser lays the print out right after the event, so the rows have to be there already.
  print() {
    if (this.rows.length <= PRINTED && this.printed?.length === this.rows.length) {
      this.body.replaceChildren(...this.printed.map((event) => this.row(event)));
    }
  }

  build() {
    const { words } = this;
    const columns = [["when", words.when], ["kind", words.kind], ["event", words.event], ["who", words.who],
      ["where", words.where], ["factuality", words.factuality], ["source", words.source_label]];
    this.heads = columns.map(([name, label]) => [name, el("th", { scope: "col", class: name },
      el("button", { type: "button", onclick: () => this.turn(name) }, label))]);
    this.body = el("tbody");
    this.frame = el("table", {}, el("thead", {}, el("tr", {}, ...this.heads.map(([, cell]) => cell))), this.body);
    this.foot = el("div", { class: "pager" });
    this.host.replaceChildren(el("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": words.table }, this.frame), this.foot);
  }

  turn(name) {
    this.down = this.by === name && !this.down;
    this.by = name;
    this.first = 0;
    this.sort();
  }

  row(event) {
    const { words } = this;
    const sure = words[event.factuality] ?? event.factuality;
    const open = el("button", { type: "button", class: "row-title", onclick: () => this.onSelect(event.index) }, oneLine(event.summary, 160));
    const cell = (label, look, ...nodes) => el("td", { "data-label": label, class: look }, ...nodes);
    return el("tr", { class: event.superseded_by ? "faded" : null },
      cell(words.when, "when", when(event, words, this.show, fill)),
      cell(words.kind, "kind", glyph(event.kind === "action", event.factuality !== FACTUALITIES[0]), words[event.kind]),
      cell(words.event, "event", open, el("p", {}, oneLine(event.text, 600))),
      cell(words.who, "who", oneLine(event.actor)), cell(words.where, "where", oneLine(event.place)),
      cell(words.factuality, "factuality", sure), cell(words.source, "source", oneLine(event.source)));
  }

  pager(most) {
    const { words } = this;
    const n = this.rows.length;
    const last = Math.min(this.first + most, n);
    const go = (by) => () => {
      this.first = Math.max(0, this.first + by);
      this.draw();
    };
    this.foot.replaceChildren(
      el("button", { type: "button", disabled: this.first === 0, onclick: go(-most) }, "‹ ", words.previous),
      el("span", {}, n ? fill(words.rows, { a: this.first + 1, b: last, n }) : words.no_match),
      el("button", { type: "button", disabled: last >= n, onclick: go(most) }, words.next, " ›"));
  }

  /** Read all rows ahead, so that printing finds them; for tables that can be printed at all. */
  async prepare() {
    if (this.rows.length > PRINTED) return;
    this.printed = await Promise.all(Array.from(this.rows, (i) => this.store.event(i)));
  }
}
