"use strict";
// How the code of a file is shown: original and translation side by side, with what became of each site.
// Everything is put in as text; nothing of a source is ever parsed as markup.
const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined && text !== null) made.textContent = String(text);
  return made;
};

const codeView = (data) => {
  const STATUSES = Object.keys(data.rungs);
  const AT_ONCE = 400;
  const TOKEN = new RegExp([
    "(#[^\\n]*)",
    "([rbfuRBFU]{0,2}(?:\"\"\"[^]*?(?:\"\"\"|$)|'''[^]*?(?:'''|$)|\"(?:\\\\.|[^\"\\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\\n])*'?))",
    "\\b(and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|"
      + "lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield|None|True|False)\\b",
    "\\b(\\d[\\w.]*)",
  ].join("|"), "g");
  const KINDS = ["comment", "text", "word", "number"];

  // For each line, the stretches that are a comment, text, word or number.
  const tokens = (lines) => {
    const found = lines.map(() => []), starts = [0];
    for (const line of lines) starts.push(starts[starts.length - 1] + line.length + 1);
    let row = 0;
    for (const match of lines.join("\n").matchAll(TOKEN)) {
      const kind = KINDS[match.slice(1).findIndex((group) => group !== undefined)], end = match.index + match[0].length;
      while (starts[row + 1] <= match.index) row++;
      for (let at = row; at < lines.length && starts[at] < end; at++)
        found[at].push([Math.max(match.index - starts[at], 0), Math.min(end - starts[at], lines[at].length), kind]);
    }
    return found;
  };

  // A line in parts, each with the classes of its token and of the innermost site over it.
  const painted = (made, text, words, marks) => {
    const kinds = new Array(text.length).fill(""), owners = new Array(text.length).fill(null);
    for (const [from, to, kind] of words) kinds.fill(kind, from, to);
    marks.sort((x, y) => (y[1] - y[0]) - (x[1] - x[0]));
    for (const [from, to, site] of marks) owners.fill(site, from, to);
    for (let c = 0; c < text.length;) {
      let end = c;
      while (end < text.length && owners[end] === owners[c] && kinds[end] === kinds[c]) end++;
      const site = owners[c], name = [kinds[c], site ? "site " + STATUSES[site[5]] : ""].filter(Boolean).join(" ");
      const part = name ? element("span", name, text.slice(c, end)) : document.createTextNode(text.slice(c, end));
      if (site) part.title = `${site[6]}: ${data.rungs[STATUSES[site[5]]]}`;
      made.append(part);
      c = end;
    }
  };

  const sidesOf = ([number, left, right], file) => {
    const words = [tokens(left), tokens(right)], sites = new Map();
    for (const site of file.sites) if (site[0] === number)
      for (let line = site[1]; line <= Math.min(site[3], site[1] + 200); line++) sites.set(line, [...(sites.get(line) || []), site]);
    const old = (n, same) => {
      const made = element("span", n === null ? "none" : same ? "" : "changed");
      if (n === null) return made;
      const text = left[n], here = sites.get(n + 1) || [];
      const marks = here.map((s) => [s[1] === n + 1 ? s[2] - 1 : 0, s[3] === n + 1 ? s[4] - 1 : text.length, s]);
      painted(made, text, words[0][n], marks);
      for (const code of new Set(here.filter((s) => s[1] === n + 1).flatMap((s) => s[7]))) {
        const made_of = element("abbr", "assumption", code);
        made_of.title = `assumes that ${data.assumptions[code] || code}`;
        made.append(" ", made_of);
      }
      return made;
    };
    const now = (n, same) => {
      const made = element("span", n === null ? "none" : same ? "" : "changed");
      if (n !== null) painted(made, right[n], words[1][n], []);
      return made;
    };
    return [old, now];
  };

  const note = ([cell, line, code, severity, message, hint], placed) => {
    const made = element("div", "note " + (severity === "error" ? "error" : severity === "note" ? "info" : ""));
    made.tabIndex = -1;
    const where = placed ? `${cell === null ? "" : `cell ${cell}, `}line ${line}: ` : "";
    made.append(element("strong", "", code + " "), document.createTextNode(where + message));
    if (severity !== "note") made.append(element("div", "muted", hint || data.codes[code][1]));
    return made;
  };

  // The rows of a cell, the first ones now and the others while the page can already be used.
  const fill = (grid, cell, file, notes) => {
    const [, left, right, rows] = cell, [old, now] = sidesOf(cell, file);
    let next = 0;
    const more = () => {
      const part = document.createDocumentFragment();
      for (const end = Math.min(next + AT_ONCE, rows.length); next < end; next++) {
        const [a, b] = rows[next], same = a !== null && b !== null && left[a] === right[b];
        part.append(element("span", "no", a === null ? "" : a + 1), old(a, same), element("span", "no", b === null ? "" : b + 1), now(b, same));
        if (a !== null) for (const d of notes.get(a + 1) || []) part.append(note(d));
      }
      grid.append(part);
      if (next < rows.length) setTimeout(() => { if (next <= AT_ONCE || grid.isConnected) more(); });
    };
    more();
  };

  const only = (notes, placed) => {
    const grid = element("div", "code");
    for (const d of notes) grid.append(note(d, placed));
    return grid;
  };

  return (file) => {
    const made = [], placed = new Set();
    for (const cell of file.cells) {
      const notes = new Map();
      for (const d of file.diagnostics) if (d[0] === cell[0] && d[1] <= cell[1].length) {
        notes.set(d[1], [...(notes.get(d[1]) || []), d]);
        placed.add(d);
      }
      if (cell[0] !== null) made.push(element("p", "muted", `cell ${cell[0]}`));
      const grid = element("div", "code");
      fill(grid, cell, file, notes);
      made.push(grid);
    }
    const rest = file.diagnostics.filter((d) => !placed.has(d));
    if (rest.length) made.push(only(rest, true));
    if (!file.cells.length && !rest.length) made.push(element("p", "muted", "Nothing in this file was changed."));
    return made;
  };
};
