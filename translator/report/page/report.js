"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const STATUSES = Object.keys(data.rungs);
  const PAGE = 200;
  const list = document.getElementById("list"), view = document.getElementById("view");
  const search = document.getElementById("search"), more = document.getElementById("more");
  let shown = [], limit = PAGE, current = -1;

  // Everything is put in as text; nothing of a source is ever parsed as markup.
  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined && text !== null) made.textContent = String(text);
    return made;
  };

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

  const cells = (file) => {
    const placed = new Set(), made = [];
    const notesAt = (cell, line) => file.diagnostics.filter((d, n) => {
      const here = d[0] === cell && d[1] === line;
      if (here) placed.add(n);
      return here;
    });
    for (const [number, left, right, rows] of file.cells) {
      if (number !== null) made.push(element("p", "muted", `cell ${number}`));
      const grid = element("div", "code");
      for (const [a, b] of rows) {
        const same = a !== null && b !== null && left[a] === right[b];
        grid.append(element("span", "no", a === null ? "" : a + 1), sideOf(file, number, left, a, same),
          element("span", "no", b === null ? "" : b + 1), element("span", b === null ? "none" : same ? "" : "changed", b === null ? "" : right[b]));
        if (a !== null) for (const d of notesAt(number, a + 1)) grid.append(note(d));
      }
      made.push(grid);
    }
    const rest = file.diagnostics.filter((_, n) => !placed.has(n));
    if (rest.length) {
      const grid = element("div", "code");
      for (const d of rest) grid.append(note(d, true));
      made.push(grid);
    }
    if (!file.cells.length && !rest.length) made.push(element("p", "muted", "Nothing in this file was changed."));
    return made;
  };

  const sideOf = (file, cell, lines, number, same) => {
    const made = element("span", number === null ? "none" : same ? "" : "changed");
    if (number === null) return made;
    const text = lines[number], marks = [];
    for (const s of file.sites) {
      if (s[0] !== cell || s[1] > number + 1 || s[3] < number + 1) continue;
      marks.push([s[1] === number + 1 ? s[2] - 1 : 0, s[3] === number + 1 ? s[4] - 1 : text.length, s]);
    }
    // The innermost site decides the color of a character.
    const owner = new Array(text.length).fill(null);
    marks.sort((x, y) => (y[1] - y[0]) - (x[1] - x[0]));
    for (const [from, to, site] of marks) for (let c = from; c < to && c < text.length; c++) owner[c] = site;
    for (let c = 0; c < text.length;) {
      let end = c;
      while (end < text.length && owner[end] === owner[c]) end++;
      const part = element("span", owner[c] ? "site " + STATUSES[owner[c][5]] : "", text.slice(c, end));
      if (owner[c]) part.title = `${owner[c][6]}: ${STATUSES[owner[c][5]]}${owner[c][7].length ? ", assumes " + owner[c][7].join(" ") : ""}`;
      made.append(part);
      c = end;
    }
    return made;
  };

  const note = ([cell, line, code, severity, message, hint], placed) => {
    const made = element("div", "note " + (severity === "error" ? "error" : severity === "note" ? "info" : ""));
    made.tabIndex = -1;
    const where = placed ? `${cell === null ? "" : `cell ${cell}, `}line ${line}: ` : "";
    made.append(element("strong", "", code + " "), document.createTextNode(where + message));
    if (severity !== "note") made.append(element("div", "muted", hint || data.codes[code][1]));
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
