// Turns the sources in this folder and the packages in node_modules into the files a browser gets.
// Called by build_assets.py with one argument: the folder to write to.
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import subsetFont from "subset-font";

const here = fileURLToPath(new URL(".", import.meta.url));
const modules = fileURLToPath(new URL("../../../node_modules/", import.meta.url));
const target = process.argv[2];

// The browser floor: what the design system itself needs (cascade layers, :has, subgrid-free layout).
const BROWSERS = ["chrome111", "edge111", "firefox121", "safari16.4"];

// Layers of the design system's stock theme that we keep. Its colours are replaced by css/colours.css.
const THEME_LAYERS = ["size-mode", "type-scale", "size", "semantic", "typography.primary", "color"];
const UNUSED_COLOURS = ["brand1", "brand2"];

const between = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");

// Two files: everything nb, nn and en need, and the rest of Latin Extended-A plus the Skolt Sámi letters,
// which a browser fetches only for a page that holds one of them.
const FONTS = {
  "inter-latin": between(0x20, 0x7e) + between(0xa0, 0xff) + "–—‘’‚“”„•…‹›€−←↑→↓",
  "inter-latin-ext": between(0x100, 0x17f) + "ƷʒǤǥǦǧǨǩǮǯȘșȚțẞ",
};

await mkdir(join(target, "fonts"), { recursive: true });
await mkdir(join(target, "marks"), { recursive: true });
await Promise.all([bundle(), fonts(), icons(), licences(), cp(join(here, "pictures"), join(target, "pictures"), { recursive: true })]);

async function bundle() {
  await esbuild.build({
    entryPoints: [join(here, "css/stafett.css"), join(here, "js/stafett.js")],
    entryNames: "[name]",
    outdir: target,
    bundle: true,
    minify: true,
    target: BROWSERS,
    external: ["./fonts/*"],
    nodePaths: [modules],
    plugins: [stockTheme(), marksAsFiles()],
    logLevel: "warning",
  });
  const css = await readFile(join(target, "stafett.css"), "utf8");
  requireDefined(css);
}

function stockTheme() {
  const setup = (build) =>
    build.onLoad({ filter: /designsystemet-css.dist.theme.designsystemet\.css$/ }, async ({ path }) => {
      const kept = topLevelBlocks(await readFile(path, "utf8"))
        .filter(({ head }) => THEME_LAYERS.some((layer) => head === `@layer ds.theme.${layer}`))
        .map(({ head, body }) => `${head}{${withoutUnusedColours(body)}}`);
      if (kept.length !== THEME_LAYERS.length) throw new Error("The stock theme has changed its layers; see THEME_LAYERS.");
      return { contents: kept.join("\n"), loader: "css" };
    });
  return { name: "stock-theme-without-its-colours", setup };
}

// A content security policy of default-src 'self' refuses data: URLs, so the design system's inline marks become files.
function marksAsFiles() {
  const setup = (build) =>
    build.onResolve({ filter: /^data:image\/svg\+xml/ }, async ({ path: drawing }) => {
      const path = `./marks/${createHash("sha256").update(drawing).digest("hex").slice(0, 8)}.svg`;
      await writeFile(join(target, path), decodeURIComponent(drawing.slice(drawing.indexOf(",") + 1)));
      return { path, external: true };
    });
  return { name: "marks-as-files", setup };
}

function topLevelBlocks(css) {
  const blocks = [];
  for (let at = 0; css.indexOf("{", at) > 0; ) {
    const open = css.indexOf("{", at);
    let depth = 1;
    let end = open + 1;
    for (; depth > 0; end += 1) depth += css[end] === "{" ? 1 : css[end] === "}" ? -1 : 0;
    blocks.push({ head: css.slice(at, open).trim(), body: css.slice(open + 1, end - 1) });
    at = end;
  }
  return blocks;
}

function withoutUnusedColours(body) {
  return topLevelBlocks(body)
    .filter(({ head }) => !UNUSED_COLOURS.some((name) => head.includes(`[data-color=${name}]`)))
    .map(({ head, body: inner }) => `${head}{${inner}}`)
    .join("");
}

// A token that nobody defines fails silently in a browser, so it fails loudly here.
function requireDefined(css) {
  const defined = new Set(Array.from(css.matchAll(/(--(?:ds|st)-[\w-]+)\s*:/g), (m) => m[1]));
  const missing = Array.from(css.matchAll(/var\((--(?:ds|st)-[\w-]+)\)/g), (m) => m[1]).filter((name) => !defined.has(name));
  if (missing.length) throw new Error(`Used but defined nowhere: ${[...new Set(missing)].join(", ")}`);
}

async function fonts() {
  for (const [name, letters] of Object.entries(FONTS)) {
    const whole = await readFile(join(modules, `@fontsource-variable/inter/files/${name}-wght-normal.woff2`));
    const part = await subsetFont(whole, letters, {
      targetFormat: "woff2",
      variationAxes: { wght: { min: 400, max: 700 } },
    });
    await writeFile(join(target, `fonts/${name}.woff2`), part);
  }
}

async function icons() {
  const rows = (await readFile(join(here, "icons.txt"), "utf8")).split("\n").filter((row) => row && !row.startsWith("#"));
  const symbols = await Promise.all(
    rows.map(async (row) => {
      const [name, drawing] = row.trim().split(/\s+/);
      return symbol(name, await readFile(join(modules, `@navikt/aksel-icons/dist/svg/${drawing}.svg`), "utf8"));
    }),
  );
  const mark = await readFile(join(here, "mark.svg"), "utf8");
  symbols.push(symbol("mark", mark.replaceAll('stroke="#31859a"', 'stroke="currentColor"')));
  await writeFile(join(target, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
  await writeFile(join(target, "mark.svg"), mark);
}

function symbol(name, svg) {
  const inner = svg.slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>")).trim();
  const rounded = inner.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
  return `<symbol id="${name}" viewBox="0 0 24 24">${rounded}</symbol>`;
}

async function licences() {
  const { dependencies } = JSON.parse(await readFile(join(modules, "../package.json"), "utf8"));
  const rows = await Promise.all(
    Object.keys(dependencies).map(async (name) => {
      const { version, license } = JSON.parse(await readFile(join(modules, name, "package.json"), "utf8"));
      return { package: name, version, licence: license };
    }),
  );
  await writeFile(join(target, "licences.json"), `${JSON.stringify(rows, null, 2)}\n`);
}
