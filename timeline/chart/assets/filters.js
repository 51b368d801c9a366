// The controls above the chart: search, kinds, filters with live counts, lanes, how many.

import { FACTUALITIES } from "./data.js";
import { byId, el, glyph, later } from "./dom.js";
import { FILTERED, counts } from "./select.js";
import { oneLine } from "./text.js";

const LISTED = 40;
const PLURAL = { actor: "actors", place: "places", source: "sources", type: "types", language: "languages" };

/** Wire the controls to the app's state; `changed(what)` tells it what to redo. */
export class Controls {
  constructor(app) {
    this.app = app;
    this.searchField();
    this.kinds();
    this.lanes();
    this.slider();
    const details = byId("filters");
    details.addEventListener("toggle", () => details.open && this.fillFilters());
    byId("clear").addEventListener("click", () => this.clear());
    document.addEventListener("pointerdown", (event) => {
      for (const open of document.querySelectorAll(".toolbar details[open]")) if (!open.contains(event.target)) open.open = false;
    });
  }

  searchField() {
    const field = byId("search");
    const go = later(() => {
      this.app.state.query = field.value.trim();
      this.app.changed("query");
    }, 180);
    field.addEventListener("input", go);
  }

  kinds() {
    for (const kind of ["statement", "action"]) {
      const button = byId(`show-${kind}`);
      button.prepend(glyph(kind === "action"));
      button.addEventListener("click", () => {
        toggle(this.app.state.filters.kind, kind);
        this.app.changed("filter");
      });
    }
  }

  lanes() {
    byId("lanes").addEventListener("change", (event) => {
      this.app.state.lanes = event.target.value;
      this.app.changed("filter");
    });
  }

  // The slider runs over the logarithm of how many are shown: 8 .. all that match.
  slider() {
    const field = byId("how-many");
    field.addEventListener("input", later(() => {
      this.app.state.most = countAt(Number(field.value), this.app.total);
      this.app.changed("most");
    }, 60));
  }

  /** Bring all controls into line with the state. */
  sync() {
    const { state, total, shown } = this.app;
    const field = byId("search");
    if (field.value.trim() !== state.query) field.value = state.query;
    for (const kind of ["statement", "action"]) {
      byId(`show-${kind}`).setAttribute("aria-pressed", String(!state.filters.kind.has(kind)));
    }
    byId("lanes").value = state.lanes;
    const slider = byId("how-many");
    slider.value = positionOf(Math.min(state.most, total), total);
    slider.setAttribute("aria-valuetext", `${shown.length} / ${total}`);
    slider.disabled = total <= 8;
    const active = FILTERED.reduce((n, name) => n + state.filters[name].size, state.filters.factuality.size);
    byId("filter-count").textContent = active ? String(active) : "";
    byId("clear").hidden = !active;
    byId("filters").querySelector("summary").classList.toggle("active", active > 0);
    if (byId("filters").open) this.fillFilters();
  }

  fillFilters() {
    const [actors, places, sources, types, languages] = FILTERED.map((name) => this.list(name));
    const first = el("div", {}, this.factuality(), languages, types);
    const lists = [first, actors, places, sources];
    const focused = document.activeElement?.dataset?.key;
    byId("filter-lists").replaceChildren(...lists.filter(Boolean));
    if (focused) byId("filter-lists").querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  factuality() {
    const { store, state, found, words } = this.app;
    const tally = counts(store, state.filters, found, "factuality");
    const rows = FACTUALITIES.map((name, code) => [code, words[name]]);
    return this.group("factuality", words.factuality, rows, tally, (code) => !state.filters.factuality.has(code));
  }

  list(name) {
    const { store, state, found, words } = this.app;
    const tally = counts(store, state.filters, found, name);
    const wanted = state.filters[name];
    const codes = [...new Set([...wanted, ...tally.keys()])].sort((a, b) => (tally.get(b) ?? 0) - (tally.get(a) ?? 0) || a - b);
    if (store.names[name].length <= 2 && !wanted.size) return null;
    const rows = codes.slice(0, LISTED).map((code) => [code, nameOf(store, name, code, words)]);
    return this.group(name, words[PLURAL[name]], rows, tally, (code) => wanted.has(code));
  }

  group(name, title, rows, tally, checked) {
    const set = this.app.state.filters[name];
    const box = ([code, label]) => el("label", { class: tally.get(code) ? null : "empty" },
      el("input", {
        type: "checkbox", checked: checked(code), "data-key": `${name}-${code}`,
        onchange: () => {
          toggle(set, code);
          this.app.changed("filter");
        },
      }),
      el("span", {}, oneLine(label, 60)), el("small", {}, String(tally.get(code) ?? 0)));
    return el("fieldset", {}, el("legend", {}, title), ...rows.map(box));
  }

  clear() {
    for (const set of Object.values(this.app.state.filters)) set.clear();
    this.app.changed("filter");
  }
}

function nameOf(store, name, code, words) {
  const value = store.names[name][code];
  if (!value) return words.unnamed;
  return name === "language" ? languageName(value) : name === "type" ? words.types_named[value] ?? value : value;
}

/** The name of a language in the language of the page. */
export function languageName(code) {
  try {
    return new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

function toggle(set, value) {
  if (!set.delete(value)) set.add(value);
}

const LEAST = 8;

/** How many events a slider position (0..100) stands for. */
export function countAt(position, total) {
  if (position >= 100 || total <= LEAST) return Math.max(total, 1);
  return Math.round(LEAST * (total / LEAST) ** (position / 100));
}

/** The slider position of a number of events. */
export function positionOf(count, total) {
  if (count >= total || total <= LEAST) return 100;
  return Math.round((100 * Math.log(Math.max(count, LEAST) / LEAST)) / Math.log(total / LEAST));
}
