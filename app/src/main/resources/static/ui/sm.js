// SM3 (GB/T 32905) and encryption by SM2 (GB/T 32918.4), for what the browser does by itself: sealing wishes before they leave it, and
// checking a slip without the server. Needs nothing but big integers and the browser's random bytes, so that it also runs on plain http.
const rongyiSm = (() => {
  "use strict";
  const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
  const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
  const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
  const G = [
    0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
    0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
  ];

  const rotate = (word, by) => (word << by % 32) | (word >>> (32 - (by % 32)));
  const START = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];

  const sm3 = (bytes) => {
    const blocks = Math.ceil((bytes.length + 9) / 64);
    const padded = new Uint8Array(blocks * 64);
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
    view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
    const state = Int32Array.from(START);
    for (let block = 0; block < blocks; block++) compress(state, view, block * 64);
    const out = new Uint8Array(32);
    const words = new DataView(out.buffer);
    state.forEach((word, at) => words.setInt32(at * 4, word));
    return out;
  };

  const w = new Int32Array(68);
  const compress = (state, view, from) => {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(from + i * 4);
    for (let i = 16; i < 68; i++) {
      const mixed = w[i - 16] ^ w[i - 9] ^ rotate(w[i - 3], 15);
      w[i] = mixed ^ rotate(mixed, 15) ^ rotate(mixed, 23) ^ rotate(w[i - 13], 7) ^ w[i - 6];
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const early = i < 16;
      const turned = rotate(a, 12);
      const one = rotate((turned + e + rotate(early ? 0x79cc4519 : 0x7a879d8a, i)) | 0, 7);
      const left = ((early ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + (one ^ turned) + (w[i] ^ w[i + 4])) | 0;
      const right = ((early ? e ^ f ^ g : (e & f) | (~e & g)) + h + one + w[i]) | 0;
      d = c;
      c = rotate(b, 9);
      b = a;
      a = left;
      h = g;
      g = rotate(f, 19);
      f = e;
      e = right ^ rotate(right, 9) ^ rotate(right, 17);
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] ^= word));
  };

  const mod = (number, by = P) => ((number % by) + by) % by;
  const power = (base, exponent) => {
    let result = 1n;
    for (let left = exponent, square = mod(base); left > 0n; left >>= 1n, square = (square * square) % P)
      if (left & 1n) result = (result * square) % P;
    return result;
  };

  // points as x / z², y / z³; z is 0 for the zero of the curve, whose a is -3
  const double = ([x, y, z]) => {
    const zz = (z * z) % P;
    const yy = (y * y) % P;
    const slope = mod(3n * (x - zz) * (x + zz));
    const s = (4n * x * yy) % P;
    const next = mod(slope * slope - 2n * s);
    return [next, mod(slope * (s - next) - 8n * yy * yy), (2n * y * z) % P];
  };
  const add = (p, q) => {
    if (p[2] === 0n) return q;
    if (q[2] === 0n) return p;
    const pp = (p[2] * p[2]) % P;
    const qq = (q[2] * q[2]) % P;
    const u = (p[0] * qq) % P;
    const s = (p[1] * qq * q[2]) % P;
    const h = mod(q[0] * pp - u);
    const r = mod(q[1] * pp * p[2] - s);
    if (h === 0n) return r === 0n ? double(p) : [1n, 1n, 0n];
    const hh = (h * h) % P;
    const hhh = (hh * h) % P;
    const x = mod(r * r - hhh - 2n * u * hh);
    return [x, mod(r * (u * hh - x) - s * hhh), (h * p[2] * q[2]) % P];
  };
  const times = ([x, y], scalar) => {
    let sum = [1n, 1n, 0n];
    for (let at = scalar.toString(2).length - 1; at >= 0; at--) {
      sum = double(sum);
      if ((scalar >> BigInt(at)) & 1n) sum = add(sum, [x, y, 1n]);
    }
    const inverse = power(sum[2], P - 2n);
    const square = (inverse * inverse) % P;
    return [(sum[0] * square) % P, (sum[1] * square * inverse) % P];
  };

  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const unhex = (text) => {
    const bytes = new Uint8Array(text.length >> 1);
    for (let at = 0; at < bytes.length; at++) bytes[at] = parseInt(text.slice(2 * at, 2 * at + 2), 16);
    return bytes;
  };
  const big = (bytes) => BigInt(`0x${hex(bytes)}`);
  const bytes32 = (number) => unhex(number.toString(16).padStart(64, "0"));
  const join = (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
    return all;
  };
  const random = (count) => crypto.getRandomValues(new Uint8Array(count));

  const scalar = () => {
    for (;;) {
      const drawn = big(random(32));
      if (drawn > 0n && drawn < N) return drawn;
    }
  };

  const point = (text) => {
    if (!/^04[0-9a-f]{128}$/.test(text)) throw new Error("公钥的写法不对");
    const [x, y] = [big(unhex(text.slice(2, 66))), big(unhex(text.slice(66)))];
    if (x >= P || y >= P || mod(y * y - (x * x * x - 3n * x + B)) !== 0n) throw new Error("公钥不在曲线上");
    return [x, y];
  };

  // C1, C3, C2 in this order, C1 uncompressed
  const encrypt = (publicKey, message) => {
    const once = scalar();
    const first = times(G, once);
    const [x, y] = times(point(publicKey), once).map(bytes32);
    const masked = message.slice();
    for (let from = 0, count = 1; from < masked.length; from += 32, count++) {
      const stream = sm3(join(x, y, Uint8Array.of(count >>> 24, count >>> 16, count >>> 8, count)));
      for (let at = 0; at < 32 && from + at < masked.length; at++) masked[from + at] ^= stream[at];
    }
    return join(Uint8Array.of(4), ...first.map(bytes32), sm3(join(x, message, y)), masked);
  };

  return Object.freeze({ sm3, encrypt, hex, unhex, join, random });
})();
