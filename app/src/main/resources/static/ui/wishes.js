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

// the form: posts are added and moved here, and only the sealed list leaves
(() => {
  "use strict";
  const RECEIPT = "rongyi.receipt";

  // what was sealed on this device stays until the next page has shown it, and no longer
  const sealedBefore = () => {
    try {
      const kept = JSON.parse(sessionStorage.getItem(RECEIPT));
      sessionStorage.removeItem(RECEIPT);
      return kept;
    } catch {
      return null;
    }
  };
  const kept = sealedBefore();
  const handed = document.querySelector("[data-handed]");
  const box = document.querySelector("[data-receipt]");
  const isTaken = kept && handed && kept.commitment === handed.textContent.trim();
  if (isTaken && box) {
    const line = ([code, name]) => Object.assign(document.createElement("li"), { textContent: `${name} ${code}` });
    box.querySelector("[data-receipt-list]").replaceChildren(...kept.wishes.map(line));
    box.querySelector("[data-receipt-nonce]").textContent = kept.nonce;
    box.hidden = false;
  }

  const form = document.querySelector("form[data-seal]");
  if (!form) return;
  const list = form.querySelector("[data-wishes]");
  const state = form.querySelector("[data-wish-state]");
  const row = form.querySelector("[data-wish-row]");
  const { seal, campaign, candidate, least, most } = form.dataset;
  form.querySelectorAll("[data-scripted]").forEach((note) => (note.hidden = false));

  const rows = () => Array.from(list.children);
  const codes = () => rows().map((one) => one.dataset.wish);
  const say = (text) => (state.textContent = text);
  const count = () => {
    const chosen = codes();
    form.querySelectorAll("#posts button[name=do]").forEach((button) => (button.disabled = chosen.includes(button.value.slice(4))));
    return `已选 ${chosen.length} 个，最少 ${least} 个，最多 ${most} 个。`;
  };

  const add = (code, name) => {
    if (codes().includes(code)) return;
    const made = row.content.firstElementChild.cloneNode(true);
    made.dataset.wish = code;
    made.querySelector("[name=wish]").value = code;
    made.querySelectorAll("[data-wish-name]").forEach((one) => (one.textContent = name));
    made.querySelector("[data-wish-code]").textContent = code;
    made.querySelectorAll("[name=do]").forEach((one) => (one.value = `${one.value.trim()} ${code}`));
    list.append(made);
    say(`${name} 是第 ${codes().length} 志愿。${count()}`);
  };

  const act = {
    add: (code, button) => add(code, button.dataset.title),
    up: (code, button) => move(button, -1),
    down: (code, button) => move(button, 1),
    out: (code, button) => {
      button.closest("li").remove();
      say(count());
      list.focus();
    },
  };

  const move = (button, by) => {
    const item = button.closest("li");
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(item);
    else other.after(item);
    say(`现在是第 ${rows().indexOf(item) + 1} 志愿。`);
    button.focus();
  };

  // only what is looked for goes to the server, never what was chosen
  const find = async () => {
    const url = new URL(form.action, location.href);
    for (const name of ["q", "kind", "sort"]) url.searchParams.set(name, form.elements[name].value);
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(answer.status);
      const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#posts");
      form.querySelector("#posts").replaceWith(document.adoptNode(found));
      count();
    } catch {
      say("没有找成：请检查网络，再按一次。选好的都还在。");
    }
  };

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=do]");
    if (!button || button.value === "hand-in") return;
    event.preventDefault();
    const [what, code] = button.value.split(" ");
    if (what === "find") find();
    else act[what](code, button);
  });

  form.addEventListener("submit", (event) => {
    const wishes = codes();
    if (wishes.length < least || wishes.length > most) {
      event.preventDefault();
      event.stopPropagation();
      say(`志愿要排 ${least} 到 ${most} 个，现在是 ${wishes.length} 个，还没有交。`);
      list.focus();
      return;
    }
    const named = rows().map((one) => [one.dataset.wish, one.querySelector("[data-wish-name]").textContent]);
    const { sealed, nonce, commitment } = rongyiWishes.seal(seal, campaign, candidate, wishes);
    form.querySelectorAll("[name=wish], [name=seed], [name=sealed], [name=commitment]").forEach((field) => field.remove());
    for (const [name, value] of Object.entries({ sealed, commitment })) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      form.append(field);
    }
    try {
      sessionStorage.setItem(RECEIPT, JSON.stringify({ campaign, candidate, wishes: named, nonce, commitment }));
    } catch {
      // without a place to keep it the receipt shows the commitment alone
    }
  });
  // it was not taken: nothing is lost; what somebody else chose on this device never comes into his form
  const isHis = kept && kept.campaign === campaign && kept.candidate === candidate;
  if (isHis && !isTaken) kept.wishes.forEach(([code, name]) => add(code, name));
  else count();
})();
