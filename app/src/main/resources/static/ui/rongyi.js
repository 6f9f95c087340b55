// Refinements only: every page works without this file.
(() => {
  "use strict";
  const all = (root, selector) => (root.querySelectorAll ? root.querySelectorAll(selector) : []);

  const refine = (root) => {
    all(root, "[data-print], [data-reveal], [data-nearest]").forEach((button) => (button.hidden = false));
    all(root, "[data-focus]").forEach((summary) => summary.focus());
    all(root, "form[data-draft]").forEach(keepDraft);
  };

  const press = {
    print: () => window.print(),
    reveal: (button) => {
      const input = document.getElementById(button.dataset.reveal);
      const shown = input.type === "password";
      input.type = shown ? "text" : "password";
      button.textContent = shown ? "隐藏" : "显示";
      button.setAttribute("aria-pressed", String(shown));
    },
    // the address to go to with near=lat,lon added; the position leaves the device only by this press
    nearest: (button) => {
      const say = (text) => (button.lastElementChild.textContent = text);
      if (!navigator.geolocation) return say("这台设备不能定位");
      say("正在定位…");
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          const url = new URL(button.dataset.nearest, location.href);
          url.searchParams.set("near", `${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`);
          location.assign(url);
        },
        () => say("没有取得位置，请按名称查找"),
        { timeout: 10000, maximumAge: 300000 },
      );
    },
  };

  // saves what is typed to the address of data-draft; the server's copy is what counts when the page is opened again
  const keepDraft = (form) => {
    const state = form.querySelector("[data-draft-state]");
    let timer;
    let under = new AbortController();
    const save = async () => {
      const { signal } = (under = new AbortController());
      try {
        const answer = await fetch(form.dataset.draft, { method: "POST", body: typed(form), redirect: "error", signal });
        if (answer.status === 401) {
          if (state) state.textContent = "草稿没有保存：登录已过期，请在新的一页登录后回到这里";
          return;
        }
        if (answer.status === 422) {
          if (state) state.textContent = "草稿没有保存：有像部队番号、代号或密级标志的字，请改写成“某部”";
          return;
        }
        if (!answer.ok) throw new Error(answer.status);
        const now = new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" });
        if (state) state.textContent = `草稿已保存 ${now}`;
      } catch {
        if (state) state.textContent = "草稿没有保存，请检查网络";
      }
    };
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(save, 1500);
    });
    // a save still under way must not arrive after the record and bring the draft back
    form.addEventListener("submit", () => {
      clearTimeout(timer);
      under.abort();
    });
  };

  document.addEventListener("click", (event) => {
    for (const [name, act] of Object.entries(press)) {
      const button = event.target.closest(`[data-${name}]`);
      if (button) act(button);
    }
    all(document, "details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    all(document, "details.menu[open]").forEach((menu) => {
      menu.open = false;
      menu.firstElementChild.focus();
    });
  });

  // a second press within ten seconds is an accident; the server would not book it twice either
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "1";
    const button = event.submitter;
    if (button) button.setAttribute("aria-disabled", "true");
    setTimeout(() => release(form), 10000);
    if (form.dataset.reached) return delete form.dataset.reached;
    if (navigator.onLine && !form.dataset.draft) return;
    event.preventDefault();
    reach(form).then((trouble) => {
      release(form);
      if (trouble) return keep(form, button, trouble);
      form.dataset.reached = "1";
      form.requestSubmit(button);
    });
  });

  const OFFLINE = ["没有网络，还没有保存", "填写的内容都在这一页，请不要关。等有了信号，再按一次。"];
  const EXPIRED = ["登录已过期，还没有保存", "填写的内容都在这一页，请不要关。先在新的一页登录，再回到这里按一次。"];

  // a form that goes out while there is no network is lost with its page: so ask first, by keeping the draft
  const reach = async (form) => {
    if (!navigator.onLine) return OFFLINE;
    try {
      const signal = AbortSignal.timeout(10000);
      const answer = await fetch(form.dataset.draft, { method: "POST", body: typed(form), redirect: "manual", signal });
      return answer.status === 401 ? EXPIRED : null;
    } catch {
      return OFFLINE;
    }
  };

  const typed = (form) => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    return body;
  };

  const element = (name, text, ...inside) => {
    const made = document.createElement(name);
    made.textContent = text;
    made.append(...inside);
    return made;
  };

  // says that nothing was sent, above the button that was pressed; everything typed, files included, stays
  const keep = (form, button, [what, then]) => {
    form.querySelector("[data-kept]")?.remove();
    const again = element("button", "再试一次");
    again.type = "button";
    again.className = "button secondary";
    again.addEventListener("click", () => form.requestSubmit(button));
    const buttons = element("div", "", again);
    buttons.className = "buttons";
    if (then === EXPIRED[1]) {
      const door = element("a", "打开登录页");
      Object.assign(door, { className: "button secondary", href: "/sign-in", target: "_blank", rel: "noopener" });
      buttons.prepend(door);
    }
    const note = element("div", "", element("div", "", element("p", "", element("strong", what)), element("p", then), buttons));
    note.className = "notice warning";
    note.setAttribute("role", "alert");
    note.dataset.kept = "";
    const before = button?.closest(".buttons") ?? form.lastElementChild;
    before.before(note);
    note.scrollIntoView({ block: "nearest" });
  };

  const release = (form) => {
    delete form.dataset.sent;
    all(form, "[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
  };
  window.addEventListener("pageshow", () => all(document, "form[data-sent]").forEach(release));

  document.addEventListener("htmx:load", (event) => {
    if (event.target !== document.body) refine(event.target);
  });
  refine(document);
})();
