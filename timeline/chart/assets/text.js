// Strings from strangers: shown literally, searched without regard to case and accents.

const HIDDEN =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Write control and direction-changing characters out, so that nothing hides. */
export function visible(text) {
  return String(text ?? "").replace(HIDDEN, (c) => {
    const code = c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `⟨${code}⟩`;
  });
}

/** `visible`, on one line, cut at `limit` characters; marks piled on one letter are cut at three. */
export function oneLine(text, limit = 200) {
  const head = String(text ?? "").slice(0, 4 * limit).replace(/\s+/g, " ").trim();
  const line = visible(head.replace(/(\p{M}{3})\p{M}+/gu, "$1"));
  const points = Array.from(line);
  return points.length > limit ? points.slice(0, limit - 1).join("") + "…" : line;
}

/** Escape for plotly's pseudo-HTML, the only place where a text is not set as text. */
export function escapeText(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\$/g, "&#36;");
}

/** Put values into a template of the interface: `fill("{n} of {m}", {n: 1, m: 2})`. */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

let accented;

/** All precomposed Latin and Greek letters by their base letter. */
function variants() {
  if (accented) return accented;
  accented = new Map();
  const ranges = [[0xc0, 0x24f], [0x1e00, 0x1eff], [0x370, 0x3ff], [0x1f00, 0x1fff], [0x400, 0x45f]];
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code++) {
      const letter = String.fromCharCode(code);
      const base = letter.normalize("NFD")[0].toLowerCase();
      if (base !== letter.toLowerCase()) accented.set(base, (accented.get(base) ?? "") + letter);
    }
  }
  return accented;
}

/** A search word as a global pattern that takes any case and any accents. */
export function pattern(word) {
  const letters = word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  let source = "";
  for (const letter of letters) {
    if (/['’‘]/.test(letter)) source += "['’‘]";
    else if (/[\p{L}]/u.test(letter)) source += oneLetter(letter);
    else source += letter.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  }
  return new RegExp(source, "giu");
}

function oneLetter(letter) {
  const others = variants().get(letter);
  return others ? `[${letter}${letter.toUpperCase()}${others}][\\u0300-\\u036f]*` : letter;
}

/** The words of a query; what stands in quotation marks is one word. */
export function terms(query) {
  const found = [];
  for (const match of query.matchAll(/"([^"]+)"|(\S+)/g)) found.push(match[1] ?? match[2]);
  return found.filter((term) => term.trim()).slice(0, 8);
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
