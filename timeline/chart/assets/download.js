// Taking things away: the picture and the table of what is shown.

import { el } from "./dom.js";

function save(name, blob) {
  const link = el("a", { download: name, href: URL.createObjectURL(blob) });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** One cell of a CSV; a cell that a spreadsheet would run as a formula gets an apostrophe. */
export function csvCell(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  if (typeof value === "number") return String(value);
  let text = typeof value === "string" ? value : JSON.stringify(value);
  if (typeof value === "string" && /^[=+\-@\t\r']/.test(text)) text = `'${text}`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** CSV of rows given as objects, with the columns named. */
export function csv(columns, rows) {
  const lines = rows.map((row) => columns.map((name) => csvCell(row[name])).join(","));
  return [columns.join(","), ...lines].join("\r\n") + "\r\n";
}

export function saveCsv(name, columns, rows) {
  save(`${name}.csv`, new Blob([csv(columns, rows)], { type: "text/csv" }));
}

/** Save a plotly figure as "svg" or "png". */
export async function savePicture(name, figure, format, size) {
  const address = await globalThis.Plotly.toImage(figure, { format, scale: format === "png" ? 2 : 1, ...size });
  const comma = address.indexOf(",");
  const body = address.slice(comma + 1);
  const blob = format === "svg"
    ? new Blob([decodeURIComponent(body)], { type: "image/svg+xml" })
    : new Blob([Uint8Array.from(atob(body), (c) => c.charCodeAt(0))], { type: "image/png" });
  save(`${name}.${format}`, blob);
}

/** A name for files, made of the title. */
export function fileName(title) {
  const name = title.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^\w]+/g, "-");
  return name.replace(/^-+|-+$/g, "").slice(0, 60).toLowerCase() || "timeline";
}
