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

  // a hash of 64-byte blocks and eight words, by how it begins and what it does with a block
  const hashOf = (start, compress) => {
    const hash = (bytes) => {
      const blocks = Math.ceil((bytes.length + 9) / 64);
      const padded = new Uint8Array(blocks * 64);
      padded.set(bytes);
      padded[bytes.length] = 0x80;
      const view = new DataView(padded.buffer);
      view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
      view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
      const state = Int32Array.from(start);
      for (let from = 0; from < padded.length; from += 64) compress(state, view, from);
      const out = new DataView(new ArrayBuffer(32));
      state.forEach((word, at) => out.setInt32(at * 4, word));
      return new Uint8Array(out.buffer);
    };
    // of many leaves, 32 bytes each, one after the other: the root of their tree, made in place
    hash.root = (leaves) => {
      const pair = new Uint8Array(128);
      const view = new DataView(pair.buffer);
      pair[0] = 1;
      pair[65] = 0x80;
      view.setUint32(124, 65 * 8);
      const state = new Int32Array(8);
      const level = new DataView(leaves.buffer);
      for (let nodes = leaves.length / 32; nodes > 1; nodes = Math.ceil(nodes / 2)) {
        for (let at = 0; at + 1 < nodes; at += 2) {
          for (let byte = 0; byte < 64; byte++) pair[byte + 1] = leaves[at * 32 + byte];
          state.set(start);
          compress(state, view, 0);
          compress(state, view, 64);
          for (let word = 0; word < 8; word++) level.setInt32(at * 16 + word * 4, state[word]);
        }
        if (nodes % 2) leaves.copyWithin((nodes - 1) * 16, (nodes - 1) * 32, nodes * 32);
      }
      return leaves.slice(0, 32);
    };
    return hash;
  };

  const TURNED = Int32Array.from({ length: 64 }, (_, i) => rotate(i < 16 ? 0x79cc4519 : 0x7a879d8a, i));
  const w = new Int32Array(68);
  const compress = (state, view, from) => {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(from + i * 4);
    for (let i = 16; i < 68; i++) {
      const third = w[i - 3];
      const thirteenth = w[i - 13];
      const mixed = w[i - 16] ^ w[i - 9] ^ ((third << 15) | (third >>> 17));
      const spread = mixed ^ ((mixed << 15) | (mixed >>> 17)) ^ ((mixed << 23) | (mixed >>> 9));
      w[i] = spread ^ ((thirteenth << 7) | (thirteenth >>> 25)) ^ w[i - 6];
    }
    let a = state[0];
    let b = state[1];
    let c = state[2];
    let d = state[3];
    let e = state[4];
    let f = state[5];
    let g = state[6];
    let h = state[7];
    for (let i = 0; i < 64; i++) {
      const turned = (a << 12) | (a >>> 20);
      const sum = (turned + e + TURNED[i]) | 0;
      const one = (sum << 7) | (sum >>> 25);
      const left = ((i < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + (one ^ turned) + (w[i] ^ w[i + 4])) | 0;
      const right = ((i < 16 ? e ^ f ^ g : (e & f) | (~e & g)) + h + one + w[i]) | 0;
      d = c;
      c = (b << 9) | (b >>> 23);
      b = a;
      a = left;
      h = g;
      g = (f << 19) | (f >>> 13);
      f = e;
      e = right ^ ((right << 9) | (right >>> 23)) ^ ((right << 17) | (right >>> 15));
    }
    state[0] ^= a;
    state[1] ^= b;
    state[2] ^= c;
    state[3] ^= d;
    state[4] ^= e;
    state[5] ^= f;
    state[6] ^= g;
    state[7] ^= h;
  };

  const sm3 = hashOf(Int32Array.from(START), compress);

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

  const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
  const hex = (bytes) => bytes.reduce((text, byte) => text + PAIRS[byte], "");
  const digit = (code) => (code < 58 ? code - 48 : (code | 32) - 87);
  const unhex = (text) => {
    const bytes = new Uint8Array(text.length >> 1);
    for (let at = 0; at < bytes.length; at++) bytes[at] = digit(text.charCodeAt(2 * at)) * 16 + digit(text.charCodeAt(2 * at + 1));
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

  return Object.freeze({ sm3, hashOf, encrypt, hex, unhex, join, random });
})();
