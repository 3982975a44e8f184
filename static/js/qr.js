/* QR codes (ISO/IEC 18004): byte mode, error correction M, versions 1 to 40, the best of the eight masks. */

/* For each version the error correction codewords of a block, and the number of blocks (table 9, level M). */
const CORRECTION = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
  26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
  17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];
const MASKS = [
  (x, y) => (x + y) % 2 === 0,
  (x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => ((x / 3 | 0) + (y / 2 | 0)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];
const BYTE_MODE = 0b0100;
const QUIET = 4;

/** The code of a text as rows of 0 and 1, 1 for dark; null where the text is too long. */
export const matrix = (text) => {
  const octets = new TextEncoder().encode(text);
  const version = versionFor(octets.length);
  if (!version) return null;
  const grid = new Grid(version);
  grid.place(interleaved(codewords(octets, version), version));
  return grid.bestMasked();
};

/** The code of a text as one SVG element, with the quiet zone around it; null where the text is too long. */
export const drawn = (text, label) => {
  const rows = matrix(text);
  if (!rows) return null;
  const space = "http://www.w3.org/2000/svg";
  const [svg, path] = [document.createElementNS(space, "svg"), document.createElementNS(space, "path")];
  const size = rows.length + 2 * QUIET;
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("shape-rendering", "crispEdges");
  path.setAttribute("d", rows.map(rowPath).join(""));
  svg.append(path);
  return svg;
};

/* The dark runs of a row as strokes one module high. */
const rowPath = (row, y) =>
  [...row.join("").matchAll(/1+/g)].map((run) => `M${run.index + QUIET} ${y + QUIET}h${run[0].length}v1h-${run[0].length}z`).join("");

const capacity = (version) => {
  const size = 17 + 4 * version;
  const alignment = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const alignmentModules = alignment ? 25 * (alignment * alignment - 3) - 10 * (alignment - 2) : 0;
  const fixed = 3 * 64 + 2 * (size - 16) + alignmentModules + 31 + (version >= 7 ? 36 : 0);
  return Math.floor((size * size - fixed) / 8);
};

const dataCapacity = (version) => capacity(version) - CORRECTION[version - 1] * BLOCKS[version - 1];

const countBits = (version) => (version < 10 ? 8 : 16);

const versionFor = (length) => {
  for (let version = 1; version <= 40; version += 1) {
    if (4 + countBits(version) + 8 * length <= 8 * dataCapacity(version)) return version;
  }
  return 0;
};

/* The text as codewords: mode, length, octets, end, and what fills the rest. */
const codewords = (octets, version) => {
  const bits = [];
  const write = (value, number) => {
    for (let bit = number - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  write(BYTE_MODE, 4);
  write(octets.length, countBits(version));
  for (const octet of octets) write(octet, 8);
  const room = 8 * dataCapacity(version);
  write(0, Math.min(4, room - bits.length));
  write(0, -bits.length & 7);
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) write(pad, 8);
  const words = new Uint8Array(room / 8);
  bits.forEach((bit, at) => (words[at >> 3] |= bit << (7 - (at & 7))));
  return words;
};

/* The blocks of the data one after another by their first codewords, then those of their error correction. */
const interleaved = (words, version) => {
  const [count, correction] = [BLOCKS[version - 1], CORRECTION[version - 1]];
  const short = Math.floor(words.length / count);
  const shortBlocks = count - (words.length % count);
  const generator = generatorOf(correction);
  const blocks = [];
  for (let block = 0, start = 0; block < count; block += 1) {
    const end = start + short + (block < shortBlocks ? 0 : 1);
    const data = words.subarray(start, end);
    blocks.push({ data, check: remainder(data, generator) });
    start = end;
  }
  const found = [];
  for (let at = 0; at <= short; at += 1) for (const { data } of blocks) if (at < data.length) found.push(data[at]);
  for (let at = 0; at < correction; at += 1) for (const { check } of blocks) found.push(check[at]);
  return found;
};

/* Reed–Solomon over the field of 256 elements, by x⁸ + x⁴ + x³ + x² + 1. */
const EXPONENTS = new Uint8Array(255);
const LOGARITHMS = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power += 1) {
  EXPONENTS[power] = value;
  LOGARITHMS[value] = power;
  value = (value << 1) ^ (value & 0x80 ? 0x11d : 0);
}

const times = (one, other) => (one && other ? EXPONENTS[(LOGARITHMS[one] + LOGARITHMS[other]) % 255] : 0);

const generatorOf = (degree) => {
  let product = [1];
  for (let root = 0; root < degree; root += 1) {
    const next = [...product, 0];
    product.forEach((factor, at) => (next[at + 1] ^= times(factor, EXPONENTS[root])));
    product = next;
  }
  return product.slice(1);
};

const remainder = (data, generator) => {
  const rest = generator.map(() => 0);
  for (const octet of data) {
    const factor = octet ^ rest.shift();
    rest.push(0);
    generator.forEach((each, at) => (rest[at] ^= times(each, factor)));
  }
  return rest;
};

/* A value with the check bits of a BCH code behind it. */
const withCheck = (value, bits, polynomial, degree) => {
  let rest = value << bits;
  for (let bit = 31 - Math.clz32(rest); bit >= degree; bit = 31 - Math.clz32(rest)) rest ^= polynomial << (bit - degree);
  return (value << bits) | rest;
};

class Grid {
  constructor(version) {
    this.version = version;
    this.size = 17 + 4 * version;
    this.dark = Array.from({ length: this.size }, () => new Uint8Array(this.size));
    this.fixed = Array.from({ length: this.size }, () => new Uint8Array(this.size));
    this.#patterns();
  }

  #fix(x, y, isDark) {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return;
    this.dark[y][x] = isDark ? 1 : 0;
    this.fixed[y][x] = 1;
  }

  #patterns() {
    const last = this.size - 1;
    for (let at = 0; at < this.size; at += 1) {
      this.#fix(6, at, at % 2 === 0);
      this.#fix(at, 6, at % 2 === 0);
    }
    for (const [x, y] of [[3, 3], [last - 3, 3], [3, last - 3]]) this.#rings(x, y, 4, [0, 1, 3]);
    const centres = this.#alignments();
    for (const [i, x] of centres.entries()) {
      for (const [j, y] of centres.entries()) {
        const isFinder = (i === 0 && (j === 0 || j === centres.length - 1)) || (j === 0 && i === centres.length - 1);
        if (!isFinder) this.#rings(x, y, 2, [0, 2]);
      }
    }
    this.#format(0);
    this.#versionBits();
  }

  /* Squares around a centre; `dark` are the distances of the dark ones. */
  #rings(x, y, radius, dark) {
    for (let dy = -radius; dy <= radius; dy += 1) {
      for (let dx = -radius; dx <= radius; dx += 1) {
        this.#fix(x + dx, y + dy, dark.includes(Math.max(Math.abs(dx), Math.abs(dy))));
      }
    }
  }

  #alignments() {
    if (this.version === 1) return [];
    const number = Math.floor(this.version / 7) + 2;
    const span = this.size - 13;
    const step = this.version === 32 ? 26 : 2 * Math.ceil(span / (2 * (number - 1)));
    return [6, ...Array.from({ length: number - 1 }, (_, at) => this.size - 7 - step * (number - 2 - at))];
  }

  /* The level M is 00, so the format is the mask. */
  #format(mask) {
    const bits = withCheck(mask, 10, 0x537, 10) ^ 0x5412;
    const last = this.size - 1;
    for (let bit = 0; bit < 15; bit += 1) {
      const isDark = (bits >>> bit) & 1;
      if (bit < 8) {
        this.#fix(8, bit + (bit > 5 ? 1 : 0), isDark);
        this.#fix(last - bit, 8, isDark);
      } else {
        this.#fix(bit === 8 ? 7 : 14 - bit, 8, isDark);
        this.#fix(8, last - 14 + bit, isDark);
      }
    }
    this.#fix(8, last - 7, true);
  }

  #versionBits() {
    if (this.version < 7) return;
    const bits = withCheck(this.version, 12, 0x1f25, 12);
    for (let bit = 0; bit < 18; bit += 1) {
      const [near, far] = [Math.floor(bit / 3), this.size - 11 + (bit % 3)];
      this.#fix(far, near, (bits >>> bit) & 1);
      this.#fix(near, far, (bits >>> bit) & 1);
    }
  }

  /** Lay codewords in columns two wide, from the lower right, up and down in turn. */
  place(words) {
    let at = 0;
    for (let right = this.size - 1, up = true; right >= 1; right -= 2, up = !up) {
      if (right === 6) right = 5;
      for (let step = 0; step < this.size; step += 1) {
        const y = up ? this.size - 1 - step : step;
        for (const x of [right, right - 1]) {
          if (this.fixed[y][x]) continue;
          this.dark[y][x] = at < 8 * words.length ? (words[at >> 3] >>> (7 - (at & 7))) & 1 : 0;
          at += 1;
        }
      }
    }
  }

  /** The rows under the mask with the least penalty, the first of those. */
  bestMasked() {
    let best = { penalty: Infinity };
    for (const mask of MASKS.keys()) {
      const rows = this.#masked(mask);
      const penalty = penaltyOf(rows);
      if (penalty < best.penalty) best = { penalty, rows };
    }
    return best.rows.map((row) => [...row]);
  }

  #masked(mask) {
    this.#format(mask);
    const flips = MASKS[mask];
    return this.dark.map((row, y) => row.map((dark, x) => (this.fixed[y][x] ? dark : dark ^ flips(x, y))));
  }
}

/* What makes a code hard to read: long runs, squares, what looks like a corner, too much of one colour. */
const penaltyOf = (rows) => {
  const size = rows.length;
  const columns = rows.map((_, x) => rows.map((row) => row[x]));
  let [penalty, dark] = [0, 0];
  for (const lines of [rows, columns]) for (const line of lines) penalty += runs(line) + likeCorners(line);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      dark += rows[y][x];
      if (x && y && isSquare(rows, x, y)) penalty += 3;
    }
  }
  return penalty + 10 * Math.floor(Math.abs((100 * dark) / (size * size) - 50) / 5);
};

const isSquare = (rows, x, y) => {
  const dark = rows[y][x];
  return dark === rows[y][x - 1] && dark === rows[y - 1][x] && dark === rows[y - 1][x - 1];
};

const runs = (line) => {
  let [found, length] = [0, 0];
  for (let at = 0; at < line.length; at += 1) {
    length = at && line[at] === line[at - 1] ? length + 1 : 1;
    if (length === 5) found += 3;
    else if (length > 5) found += 1;
  }
  return found;
};

const CORNERS = [0b10111010000, 0b00001011101];

const likeCorners = (line) => {
  let [found, seen] = [0, 0];
  for (let at = 0; at < line.length; at += 1) {
    seen = ((seen << 1) | line[at]) & 0x7ff;
    if (at >= 10 && CORNERS.includes(seen)) found += 40;
  }
  return found;
};
