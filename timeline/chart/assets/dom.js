// Small helpers for building the page; texts are only ever set as text.

import { visible } from "./text.js";

const SVG = "http://www.w3.org/2000/svg";

/** Build an element: `el("button", {class: "a", onclick: f}, "text", child)`. */
export function el(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

/** Build an SVG element. */
export function svg(tag, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), attributes, children);
}

function dress(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : visible(child));
  }
  return node;
}

export function byId(id) {
  return document.getElementById(id);
}

/** The mark of an event as a small picture, for legends and lists. */
export function glyph(action, hollow = false) {
  const shape = action
    ? svg("path", { d: "M7 1.2 12.8 7 7 12.8 1.2 7Z" })
    : svg("circle", { cx: 7, cy: 7, r: 4.9 });
  const look = `glyph ${action ? "action" : "statement"}${hollow ? " hollow" : ""}`;
  return svg("svg", { class: look, viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" }, shape);
}

/** Run `action` once, after calls have stopped for `delay` milliseconds. */
export function later(action, delay) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), delay);
  };
}

/** Run `action` at most once a frame. */
export function eachFrame(action) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      action();
    });
  };
}

/** Run `action` when what has changed on the page has been painted. */
export function afterPaint(action) {
  requestAnimationFrame(() => setTimeout(action, 0));
}
