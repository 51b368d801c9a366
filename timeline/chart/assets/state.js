// What the reader has chosen, in the address of the page, so that a view can be shared.

import { FILTERED } from "./select.js";

/** Nothing chosen. */
export function blank() {
  const filters = { kind: new Set(), factuality: new Set() };
  for (const name of FILTERED) filters[name] = new Set();
  return { query: "", lanes: "actor", most: 0, from: NaN, to: NaN, selected: "", near: 0, filters };
}

/** Write the state as a fragment; filter values as names, since codes differ from page to page. */
export function write(state, defaults, names) {
  const parts = new URLSearchParams();
  if (state.query) parts.set("q", state.query);
  if (state.lanes !== defaults.lanes) parts.set("lanes", state.lanes);
  if (state.most !== defaults.most) parts.set("n", state.most);
  if (state.from !== defaults.from || state.to !== defaults.to) {
    parts.set("t", `${Math.round(state.from)}~${Math.round(state.to)}`);
  }
  for (const kind of state.filters.kind) parts.append("no", kind);
  for (const code of state.filters.factuality) parts.append("nof", code);
  for (const name of FILTERED) {
    for (const code of state.filters[name]) parts.append(name, names[name][code]);
  }
  if (state.selected) parts.set("e", state.selected);
  if (state.selected && state.near > 4096) parts.set("at", state.near);
  return parts.toString();
}

/** Read a fragment into a copy of the defaults; what makes no sense is left out. */
export function read(fragment, defaults, names) {
  const state = { ...blank(), ...defaults, filters: blank().filters };
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  state.query = parts.get("q") ?? "";
  if (FILTERED.includes(parts.get("lanes"))) state.lanes = parts.get("lanes");
  const most = Number.parseInt(parts.get("n"), 10);
  if (most > 0) state.most = most;
  const span = (parts.get("t") ?? "").split("~").map(Number);
  if (span.length === 2 && Number.isFinite(span[0]) && span[1] > span[0]) [state.from, state.to] = span;
  for (const kind of parts.getAll("no")) if (["statement", "action"].includes(kind)) state.filters.kind.add(kind);
  for (const code of parts.getAll("nof")) if (/^[0-4]$/.test(code)) state.filters.factuality.add(Number(code));
  for (const name of FILTERED) {
    for (const value of parts.getAll(name)) {
      const code = names[name].indexOf(value);
      if (code >= 0) state.filters[name].add(code);
    }
  }
  state.selected = parts.get("e") ?? "";
  state.near = Math.max(0, Number.parseInt(parts.get("at"), 10) || 0);
  return state;
}
