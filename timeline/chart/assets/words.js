// Texts as numbers of words: how they are read, and searched without being read (written by _words.py).

import { findIn } from "./text.js";

const ONE = 160;
const LETTERS = "[\\p{L}\\p{N}_\\u0300-\\u036f]+";

/** All words of the page by their numbers; number 0 ends a text. */
export class Dictionary {
  constructor(text) {
    this.source = text;
    this.words = text.split("\x1e");
    this.two = Number(this.words[0]);
    this.words[0] = "";
    this.size = this.words.length;
    this.glued = new Uint8Array(this.size); // what is no word: no space is understood beside it
    this.lengths = new Uint16Array(this.size);
    for (let k = 1; k < this.size; k++) {
      if (this.words[k].charCodeAt(0) === 31) {
        this.glued[k] = 1;
        this.words[k] = this.words[k].slice(1);
      }
      this.lengths[k] = this.words[k].length;
    }
  }

  /** Read word numbers: one byte for the commonest, two or three for the others. */
  numbers(bytes, numbers = new Uint32Array(bytes.length), from = 0, to = bytes.length) {
    const { two } = this;
    const edge = ONE + 256 * two;
    let n = 0;
    for (let i = from; i < to; ) {
      const byte = bytes[i++];
      if (byte < ONE) numbers[n++] = byte;
      else if (byte < ONE + two) numbers[n++] = ONE + (byte - ONE) * 256 + bytes[i++];
      else {
        numbers[n++] = edge + (byte - ONE - two) * 65536 + bytes[i] * 256 + bytes[i + 1];
        i += 2;
      }
    }
    return numbers.subarray(0, n);
  }

  /** The text of the numbers from `from` up to `to`. */
  text(numbers, from, to) {
    let text = "";
    let afterWord = false;
    for (let k = from; k < to; k++) {
      const number = numbers[k];
      const word = !this.glued[number];
      text += word && afterWord ? ` ${this.words[number]}` : this.words[number];
      afterWord = word;
    }
    return text;
  }

  /** Mark, with `bit`, the words in which `regex` finds something. */
  mark(regex, bit, bits) {
    findIn(this.source, regex, (number) => {
      if (number) bits[number] |= bit;
    });
  }
}

/** The texts of one chunk, each made when it is asked for. */
export class Records {
  constructor(dictionary, numbers) {
    Object.assign(this, { dictionary, numbers, starts: [0] });
    for (let k = 0; k < numbers.length; k++) if (!numbers[k]) this.starts.push(k + 1);
    this.starts.push(numbers.length + 1);
  }

  at(k) { return this.dictionary.text(this.numbers, this.starts[k], this.starts[k + 1] - 1); }
}

// The longest word of a search term; a term without letters stands within what is between words.
function pieceOf(term) {
  const pieces = term.match(new RegExp(LETTERS, "gu")) ?? [term];
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest));
}

/**
 * A function that looks for search terms in the bytes of a chunk and calls `found(term, record, from, to)`.
 * Only records with the longest word of a term are looked at, and read only where a term is more than a word.
 */
export function seeker(dictionary, terms, pattern) {
  const bits = new Uint8Array(dictionary.size);
  const pieces = terms.map(pieceOf);
  pieces.forEach((piece, w) => dictionary.mark(pattern(piece), 1 << w, bits));
  const patterns = terms.map(pattern);
  const word = new RegExp(`^${LETTERS}$`, "u");
  const whole = terms.reduce((mask, term, w) => (word.test(term) ? mask | (1 << w) : mask), 0);
  const inRecord = (numbers, seen, hit) => {
    if (seen & whole) spans(dictionary, numbers, bits, whole, hit);
    if (!(seen & ~whole)) return;
    const text = dictionary.text(numbers, 0, numbers.length);
    patterns.forEach((regex, w) => {
      if (seen & ~whole & (1 << w)) findIn(text, regex, (_, a, b) => hit(w, a, b));
    });
  };
  let room = new Uint32Array(4096);
  return (bytes, found) => eachRecord(dictionary, bytes, bits, (record, from, to, seen) => {
    if (to - from > room.length) room = new Uint32Array(2 * (to - from));
    inRecord(dictionary.numbers(bytes, room, from, to), seen, (w, a, b) => found(w, record, a, b));
  });
}

// Call `held(record, from, to, bits)` for each record in which a marked word stands.
function eachRecord({ two }, bytes, bits, held) {
  const edge = ONE + 256 * two;
  let record = 0;
  let from = 0;
  let seen = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i++];
    if (byte === 0) {
      if (seen) held(record, from, i - 1, seen);
      record++;
      from = i;
      seen = 0;
    } else if (byte < ONE) seen |= bits[byte];
    else if (byte < ONE + two) seen |= bits[ONE + (byte - ONE) * 256 + bytes[i++]];
    else {
      seen |= bits[edge + (byte - ONE - two) * 65536 + bytes[i] * 256 + bytes[i + 1]];
      i += 2;
    }
  }
  if (seen) held(record, from, bytes.length, seen);
}

// Where in a record the marked words stand, without writing it out.
function spans({ glued, lengths }, numbers, bits, whole, hit) {
  let at = 0;
  let afterWord = false;
  for (const number of numbers) {
    const word = !glued[number];
    if (word && afterWord) at++;
    afterWord = word;
    const end = at + lengths[number];
    for (let set = bits[number] & whole, w = 0; set; set >>= 1, w++) if (set & 1) hit(w, at, end);
    at = end;
  }
}
