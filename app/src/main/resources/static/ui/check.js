// Checks one person's slip against the public file of a campaign, here in the browser and with nothing sent anywhere. The forms are those of
// docs/campaign-file.md; what is checked is what one person alone can check.
const rongyiCheck = (() => {
  "use strict";
  const utf8 = new TextEncoder();

  const K = new Int32Array(64);
  const INITIAL = new Int32Array(8);
  // fractional parts of the square and cube roots of the first primes
  for (let n = 2, count = 0; count < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (count < 8) INITIAL[count] = (n ** (1 / 2) % 1) * 2 ** 32;
    K[count++] = (n ** (1 / 3) % 1) * 2 ** 32;
  }

  const right = (word, by) => (word >>> by) | (word << (32 - by));
  const w = new Int32Array(64);
  const compress256 = (state, view, from) => {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(from + i * 4);
    for (let i = 16; i < 64; i++) {
      const low = right(w[i - 15], 7) ^ right(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const high = right(w[i - 2], 17) ^ right(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = (w[i - 16] + low + w[i - 7] + high) | 0;
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
      const one = (h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const two = ((right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  };
  const { sm3, hashOf, hex, unhex, join } = rongyiSm;
  const sha256 = hashOf(INITIAL, compress256);
  const HASHES = { sha256, sm3 };
  const leafHash = (hash, text) => hash(join(Uint8Array.of(0), utf8.encode(text)));
  const node = (hash, left, rightOne) => hash(join(Uint8Array.of(1), left, rightOne));

  // the head that the leaf and its path lead to; null where the path does not fit the place
  const climb = (hash, leaf, { index, size }, path) => {
    const left = path.map(unhex);
    let at = leaf;
    for (let i = index, n = size; n > 1; i >>= 1, n = (n + 1) >> 1) {
      if (i % 2 === 0 && i === n - 1) continue;
      const next = left.shift();
      if (!next) return null;
      at = i % 2 === 1 ? node(hash, next, at) : node(hash, at, next);
    }
    return left.length ? null : hex(at);
  };

  const headOf = (hash, leaves) => {
    const all = new Uint8Array(leaves.length * 32);
    for (const [at, leaf] of leaves.entries()) {
      if (!/^[0-9a-f]{64}$/.test(leaf)) return null;
      all.set(unhex(leaf), at * 32);
    }
    return leaves.length ? hex(hash.root(all)) : null;
  };

  const commitment = ({ candidate, wishes, nonce }) => hex(sm3(utf8.encode(JSON.stringify({ candidate, wishes, nonce }))));
  const whole = (number) => Number.isInteger(number);
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  // answers what holds and what does not, in the order people ask
  const check = (slipText, shownText, { head = "", receipt = "", published = "" } = {}) => {
    const found = [];
    const say = (holds, what, detail = "") => (found.push({ holds: Boolean(holds), what, detail }), Boolean(holds));
    let slip, shown, leaf;
    try {
      slip = JSON.parse(slipText);
      leaf = JSON.parse(slip.leaf);
    } catch {
      say(false, "个人凭单读不出来", "请选从“我的安置活动”下载的凭单文件，或者把全部内容原样贴上。");
      return found;
    }
    try {
      shown = JSON.parse(shownText);
    } catch {
      say(false, "公开文件读不出来", "请选从公示页下载的文件，不要用别的软件改存过。");
      return found;
    }
    try {
      if (!say(slip.form === "rongyi-campaign-slip/1" && shown.form === "rongyi-campaign-public/1", "两份文件的格式认得")) return found;
      say(slip.campaign === shown.id, "两份文件是同一次活动的", `${shown.id} ${shown.title}`);
      const digest = hex(sm3(utf8.encode(shownText)));
      if (head) say(head.trim().toLowerCase() === digest, "公开文件的摘要与您填的一致", digest);
      if (published.trim()) promised(say, published, shown, digest);
      heads(say, slip, shown);
      const own = shown.candidates.find((one) => one.id === leaf.candidate);
      if (!say(own, "公开文件里有您的代号", leaf.candidate)) return found;
      about(say, leaf, own, slip, receipt);
      leaf.rounds.forEach((round, at) => checkRound(say, leaf, round, at, shown));
      const direct = (shown.direct?.placed ?? []).find((one) => one.candidate === leaf.candidate);
      const took = direct ? 0 : leaf.round || shown.rounds.length;
      say(leaf.rounds.length === took, "每一轮都写到了，一轮不多一轮不少");
      if (direct) say(leaf.post === direct.post && typeof leaf.direct === "string", `${shown.direct.name}：选岗以前就定了岗位`, leaf.direct);
      say(direct ? leaf.round === 0 && leaf.kept === false && leaf.wish === 0 : ended(leaf) && !("direct" in leaf), "结果与逐轮写的一致");
      sums(say, shown);
    } catch {
      say(false, "文件里缺了该有的内容", "文件不完整，或者被改动过。");
    }
    return found;
  };

  // what was kept of what was published before: a file made anew from other content agrees with itself, but not with this
  const DIGESTS = { plan: "方案", posts: "岗位", list: "名单", draw: "抽签以前的总承诺", closed: "运行以前的材料", corrected: "得分的更正", share: "抽签里的一份", run: "公开文件" };
  const promised = (say, text, shown, digest) => {
    const what = "与您以前存下的公布的摘要一致";
    let kept;
    try {
      kept = JSON.parse(text);
    } catch {
      return say(false, what, "存下的摘要读不出来，请选原来下载的文件。");
    }
    if (kept.form !== "rongyi-campaign-published/1" || kept.campaign !== shown.id) return say(false, what, "存下的不是这次活动的摘要。");
    const now = { ...shown.commitments, share: shown.draw.share, run: digest };
    const changed = Object.keys(DIGESTS).filter((one) => kept[one] !== null && kept[one] !== now[one]);
    const names = changed.map((one) => DIGESTS[one]).join("、");
    return say(!changed.length, what, changed.length ? `${kept.at} 公布以后换过：${names}；撤销、更正过的，公示页上应当写明` : `${kept.at} 公布的`);
  };

  const heads = (say, slip, shown) => {
    const place = whole(slip.index) && whole(slip.size) && slip.index >= 0 && slip.index < slip.size && slip.size === shown.candidates.length;
    say(place && shown.candidates[slip.index].id === JSON.parse(slip.leaf).candidate, "凭单写的位置就是公开文件里您的位置");
    for (const [name, hash] of Object.entries(HASHES)) {
      const leaf = leafHash(hash, slip.leaf);
      const words = name === "sm3" ? "国密 SM3" : "SHA-256";
      say(place && climb(hash, leaf, slip, slip[name]) === shown.heads[name], `您的凭单在公布的结果里，一个字也没有改（${words}）`);
      say(headOf(hash, shown.candidates.map((one) => one[name])) === shown.heads[name], `公布的每个人的摘要合起来就是公布的总摘要（${words}）`);
      say(place && shown.candidates[slip.index][name] === hex(leaf), `公布的您的摘要就是凭单的摘要（${words}）`);
    }
  };

  const about = (say, leaf, own, slip, receipt) => {
    say(leaf.rank === own.rank, "名次一致", `第 ${own.rank} 名`);
    say(
      same([leaf.round, leaf.post, leaf.kept], [own.round, own.post, own.kept]),
      "结果一致",
      own.post === null ? "没有轮到岗位" : (own.round ? `第 ${own.round} 轮，` : "") + `岗位 ${own.post}`,
    );
    const promised = commitment(leaf);
    say(promised === own.wishes, "凭单上的志愿就是封存时承诺的那一份", leaf.wishes.length ? leaf.wishes.join("、") : "没有交志愿");
    if (receipt) say(receipt.trim().toLowerCase() === promised, "与您回执上的承诺一致", promised);
  };

  const checkRound = (say, leaf, round, at, shown) => {
    const open = shown.rounds[at];
    const name = `第 ${round.round} 轮`;
    if (!say(open && round.round === at + 1 && open.round === round.round, `${name}在公开文件里`)) return;
    if (round.options) return byCost(say, leaf, round, open, name);
    const last = leaf.round === round.round ? leaf.wish : leaf.wishes.length;
    say(same(round.wishes.map((one) => one.post), leaf.wishes.slice(0, last)), `${name}按您志愿的先后，一个没有跳过`);
    round.wishes.forEach((wish, n) => {
      const isHere = leaf.round === round.round && n === last - 1;
      checkWish(say, leaf, wish, isHere, open, shown, `${name}第 ${n + 1} 志愿 ${wish.post}：`);
    });
  };

  const within = (rank, line) => line === null || rank <= line;

  const checkWish = (say, leaf, wish, isHere, open, shown, name) => {
    const post = shown.posts.find((one) => one.id === wish.post);
    const lines = open.lines.find((one) => one.post === wish.post);
    if (!say(post && lines, `${name}公开文件里有这个岗位`)) return;
    if (wish.result === "refused") return say(!isHere && typeof wish.reason === "string", `${name}不符合条件`, wish.reason);
    if (wish.result === "not-chosen") return say(!isHere && post.ranked, `${name}单位没有选`);
    const hasKept = "kept" in wish;
    say(
      lines.open.line === wish.line && (!hasKept || (lines.kept && lines.kept.line === wish.kept)),
      `${name}凭单写的录取线就是公布的`,
      wish.line === null ? "没有招满" : `第 ${wish.line} 名`,
    );
    const followsOrder = !post.ranked || open.way !== "two-sided";
    say(whole(wish.rank) && wish.rank > 0 && (!followsOrder || wish.rank === leaf.rank), `${name}用的是您的名次`, `第 ${wish.rank} 名`);
    const inOpen = within(wish.rank, wish.line);
    const inKept = hasKept && within(wish.rank, wish.kept);
    if (wish.result === "placed") {
      return say(isHere && leaf.post === wish.post && leaf.kept === !inOpen && (inOpen || inKept), `${name}名次在线以内，该录取，录取了`);
    }
    const short = wish.line === null ? 0 : wish.rank - wish.line;
    say(wish.result === "full" && !isHere && !inOpen && !inKept, `${name}名次在线以外，没有轮到`, `再靠前 ${short} 名就轮到了`);
  };

  // he sits where cost and price together are least
  const byCost = (say, leaf, round, open, name) => {
    const near = (one, other) => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
    say(
      round.options.every((one) => open.lines.some((line) => line.post === one.post && line.price === one.price)) &&
        round.unplaced === open.unplaced,
      `${name}凭单写的岗位价格就是公布的`,
    );
    const isHere = leaf.round === round.round;
    const mine = isHere ? round.options.find((one) => one.post === leaf.post) : null;
    if (isHere && !say(mine, `${name}安排的岗位在可以安排的岗位里`)) return;
    const paid = mine ? mine.cost + mine.price : round.unplaced;
    const least = Math.min(round.unplaced, ...round.options.map((one) => one.cost + one.price));
    say(near(paid, least), `${name}按公布的价格，没有更合算的安排`);
    if (isHere) say(leaf.wish === 0, `${name}不看志愿的先后`);
  };

  const ended = (leaf) => {
    const last = leaf.rounds[leaf.rounds.length - 1];
    if (leaf.round === 0) return leaf.post === null && leaf.kept === false && leaf.wish === 0;
    if (!last || last.round !== leaf.round) return false;
    return last.options ? leaf.kept === false : last.wishes.length === leaf.wish && last.wishes[leaf.wish - 1].result === "placed";
  };

  const sums = (say, shown) => {
    const filled = new Map();
    for (const one of shown.candidates) if (one.post !== null) filled.set(one.post, (filled.get(one.post) ?? 0) + 1);
    say(
      shown.posts.every((post) => post.filled === (filled.get(post.id) ?? 0) && post.seats === post.filled + post.left && post.left >= 0),
      "每个岗位：总数等于已安排加剩余，没有多安排一个人",
    );
    const ranks = shown.candidates.map((one) => one.rank).sort((one, other) => one - other);
    say(ranks.every((rank, at) => rank === at + 1), "名次从第 1 名排起，没有重的，没有空的");
    const placed = shown.candidates.filter((one) => one.post !== null).length;
    const { sums: all } = shown;
    say(
      all.candidates === shown.candidates.length && all.placed === placed && all.unplaced === all.candidates - placed && all.left === all.seats - placed,
      "总数对得上",
      `${all.candidates} 人，安排 ${placed} 人；岗位 ${all.seats} 个，剩余 ${all.left} 个`,
    );
  };

  return Object.freeze({ check, sha256 });
})();

// the page: two files or their text, and a list of what holds
(() => {
  "use strict";
  const page = document.querySelector("[data-check]");
  if (!page) return;
  page.hidden = false;
  const field = (name) => page.querySelector(`[name=${name}]`);
  const read = async (name) => {
    const file = field(`${name}-file`).files[0];
    return file ? file.text() : field(`${name}-text`).value;
  };
  const item = ({ holds, what, detail }) => {
    const made = document.createElement("li");
    const strong = document.createElement("strong");
    strong.textContent = `${holds ? "对" : "不对"}：${what}`;
    made.append(strong);
    if (detail) made.append(` ${detail}`);
    return made;
  };
  page.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    const found = rongyiCheck.check(await read("slip"), await read("shown"), {
      head: field("head").value,
      receipt: field("receipt").value,
      published: await read("published"),
    });
    const wrong = found.filter((one) => !one.holds);
    const answer = document.querySelector("[data-answer]");
    answer.hidden = false;
    answer.querySelector("[data-verdict]").textContent = wrong.length
      ? `有 ${wrong.length} 处不对。请把这一页打印下来，向主办单位提出，也可以向上一级反映。`
      : "全部对得上：您的结果就是按公布的规则、名次和录取线得出的，谁也没有改过。";
    answer.querySelector("[data-found]").replaceChildren(...wrong.map(item), ...found.filter((one) => one.holds).map(item));
    answer.querySelector("h2").focus();
  });
  // a campaign named in the address: its public file is fetched, and his own slip where he is signed in; the head stands where no server sees it
  const named = new URLSearchParams(location.search);
  const fill = (name, path) =>
    fetch(path)
      .then((answer) => (answer.ok && !answer.redirected ? answer.text() : ""))
      .then((text) => text && (field(name).value = text))
      .catch(() => {});
  const campaign = named.get("campaign");
  const own = named.get("own");
  if (campaign && /^[A-Za-z0-9-]{1,64}$/.test(campaign)) fill("shown-text", `/sunshine/${campaign}/file`);
  if (own && /^[0-9a-f-]{36}$/.test(own)) fill("slip-text", `/me/campaigns/${own}/slip.json`);
  const head = /^#head=([0-9a-f]{64})$/.exec(location.hash);
  if (head) field("head").value = head[1];
})();
