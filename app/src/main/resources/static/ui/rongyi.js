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
    const save = async () => {
      const body = new FormData();
      for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
      try {
        const answer = await fetch(form.dataset.draft, { method: "POST", body: new URLSearchParams(body), redirect: "error" });
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
    form.addEventListener("submit", () => clearTimeout(timer));
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
  });

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
