(async () => {
  const packed = Uint8Array.from(atob(document.getElementById("data").textContent), (c) => c.charCodeAt(0));
  const data = JSON.parse(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).text());
  const STATUSES = Object.keys(data.rungs);
  const PAGE = 200;
  const list = document.getElementById("list"), view = document.getElementById("view");
  const search = document.getElementById("search"), more = document.getElementById("more");
  let shown = [], limit = PAGE, current = -1;

  const cells = codeView(data);

  const bar = (counts) => {
    const made = element("div", "bar");
    made.setAttribute("aria-hidden", "true");
    counts.forEach((count, n) => {
      if (!count) return;
      const part = element("span", "rung-" + STATUSES[n]);
      part.style.flexGrow = count;
      made.append(part);
    });
    return made;
  };

  const words = data.files.map((f) =>
    [f.source, f.outcome, f.verdict, ...f.diagnostics.map((d) => d[2]), ...new Set(f.sites.map((s) => s[6]))].join("\n").toLowerCase());

  const filter = () => {
    const outcomes = new Set([...document.querySelectorAll("input[name=outcome]:checked")].map((box) => box.value));
    const wanted = search.value.trim().toLowerCase();
    shown = data.files.map((_, n) => n).filter((n) => outcomes.has(data.files[n].outcome) && words[n].includes(wanted));
    limit = PAGE;
    draw();
  };

  const draw = () => {
    list.replaceChildren(...shown.slice(0, limit).map((n) => {
      const file = data.files[n], item = element("li"), button = element("button");
      button.type = "button";
      button.dataset.file = n;
      button.append(element("span", "", file.source), element("br"), element("span", "muted",
        file.outcome + (file.effort ? ` · effort ${file.effort}` : "") + (file.verdict ? ` · ${file.verdict}` : "")), bar(file.counts));
      button.setAttribute("aria-current", String(n === current));
      button.addEventListener("click", () => { open(n); view.scrollIntoView({ block: "nearest" }); });
      item.append(button);
      return item;
    }));
    if (!shown.length) list.append(element("li", "muted", "No file."));
    more.hidden = shown.length <= limit;
    more.textContent = `${shown.length - limit} more files`;
  };

  const open = (n) => {
    current = n;
    const file = data.files[n];
    for (const button of list.querySelectorAll("button")) button.setAttribute("aria-current", String(Number(button.dataset.file) === n));
    const head = element("h3", "", file.source);
    head.append(element("span", "badge", file.kind), element("span", "badge", file.outcome));
    if (file.verdict) head.append(element("span", "badge " + (file.verdict === "equal" ? "equal" : "bad"), file.verdict));
    view.replaceChildren(head, ...file.verdicts.map(verdict), ...cells(file));
  };

  const verdict = (v) => {
    const made = element("div", "verdict");
    const line = element("p", "");
    line.append(element("strong", v.outcome === "equal" ? "equal" : "bad", v.outcome),
      document.createTextNode(` on ${v.engine}${v.ansi === null ? "" : v.ansi ? ", ANSI on" : ", ANSI off"}: ${v.compared} compared. ${v.reason}`));
    made.append(line);
    for (const [name, message, pandas, spark] of v.differences) {
      made.append(element("p", "", `${name}: ${message}`));
      if (pandas.length || spark.length) made.append(element("pre", "", `pandas  ${pandas.join("\n        ")}\nSpark   ${spark.join("\n        ")}`));
    }
    if (v.differences.length) for (const [name, text] of Object.entries(v.inputs)) made.append(element("pre", "", `${name}\n${text}`));
    return made;
  };

  const step = (by) => {
    if (!shown.length) return;
    const place = shown.indexOf(current), next = place < 0 ? 0 : Math.min(Math.max(place + by, 0), shown.length - 1);
    while (next >= limit) limit += PAGE;
    open(shown[next]);
    draw();
    list.querySelector("[aria-current=true]").scrollIntoView({ block: "nearest" });
  };

  const finding = (by) => {
    const notes = [...view.querySelectorAll(".note")];
    if (!notes.length) return;
    const place = notes.indexOf(document.activeElement);
    const next = notes[place < 0 ? (by > 0 ? 0 : notes.length - 1) : (place + by + notes.length) % notes.length];
    next.focus();
    next.scrollIntoView({ block: "center" });
  };

  // What is named elsewhere on the page leads to its files.
  const seek = (text) => {
    search.value = text;
    filter();
    document.getElementById("files").scrollIntoView();
    search.focus();
  };
  for (const button of document.querySelectorAll("button[data-find]")) button.addEventListener("click", () => seek(button.dataset.find));
  const places = new Map(data.files.map((f, n) => [f.source, n]));
  for (const node of document.querySelectorAll(".lineage g")) {
    const name = node.querySelector("title").textContent, lines = document.querySelectorAll(`path[data-ends~="${node.id}"]`);
    const light = (on) => () => { for (const line of [node, ...lines]) line.classList.toggle("lit", on); };
    node.addEventListener("mouseenter", light(true));
    node.addEventListener("mouseleave", light(false));
    if (node.classList.contains("program") && places.has(name)) node.addEventListener("click", () => { open(places.get(name)); view.scrollIntoView(); });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === search) { if (event.key === "Escape") search.blur(); return; }
    const action = { "/": () => search.focus(), j: () => step(1), k: () => step(-1), n: () => finding(1), p: () => finding(-1),
      Escape: () => (list.querySelector("[aria-current=true]") || search).focus() }[event.key];
    if (action) { event.preventDefault(); action(); }
  });
  search.addEventListener("input", filter);
  for (const box of document.querySelectorAll("input[name=outcome]")) box.addEventListener("change", filter);
  more.addEventListener("click", () => { limit += PAGE; draw(); });
  document.getElementById("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  filter();
  const first = data.files.findIndex((f) => f.cells.length);
  if (first >= 0) open(first);
})();
