// Seals a list of wishes in the browser, so that the office holds nothing it could read; and lets the list be put in order without
// telling the server. Without this file the server does both: it seals on receipt, keeps no copy, and the page says so.
const rongyiWishes = (() => {
  "use strict";
  const PAD = 4096;

  const text = (campaign, candidate, wishes, nonce) =>
    new TextEncoder().encode(["rongyi-wishes/1", campaign, candidate, nonce, ...wishes].map((line) => `${line}\n`).join(""));

  // the campaign's file says it in the same way
  const commitment = (candidate, wishes, nonce) =>
    rongyiSm.hex(rongyiSm.sm3(new TextEncoder().encode(JSON.stringify({ candidate, wishes, nonce }))));

  const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

  const seal = (key, campaign, candidate, wishes) => {
    const nonce = rongyiSm.hex(rongyiSm.random(32));
    const list = text(campaign, candidate, wishes, nonce);
    const padded = new Uint8Array(Math.ceil(list.length / PAD) * PAD).fill(32);
    padded.set(list);
    const sealed = base64(rongyiSm.join(Uint8Array.of(1), rongyiSm.encrypt(key, padded)));
    return { sealed, nonce, commitment: commitment(candidate, wishes, nonce) };
  };

  return Object.freeze({ seal, commitment });
})();
