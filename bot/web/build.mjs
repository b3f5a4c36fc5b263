// Builds the widget into dist/: the loader, widget.js, and the part it loads on first opening.
import { build, transform } from "esbuild";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";

const shared = {
  bundle: true,
  minify: true,
  target: ["chrome109", "firefox115", "safari16.4"],
  charset: "utf8",
  legalComments: "eof",
  logLevel: "warning",
  plugins: [{
    // Style sheets are strings that go into adoptedStyleSheets.
    name: "css-as-text",
    setup(plugin) {
      plugin.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const text = sized(await readFile(path, "utf8"));
        const { code } = await transform(text, { loader: "css", minify: true });
        return { contents: code.trim(), loader: "text" };
      });
    },
  }],
};

// A host page may make a rem anything: sizes count in our own, but for media queries.
function sized(css) {
  return css
    .split(/(@media[^{]+)/)
    .map((part) => part.startsWith("@media")
      ? part
      : part.replace(/(-?[\d.]+)rem\b/g, "calc($1 * var(--rem))"))
    .join("");
}

const folder = new URL("dist/", import.meta.url).pathname;
const source = new URL("src/", import.meta.url).pathname;
await mkdir(folder, { recursive: true });

const panel = await build({
  ...shared,
  entryPoints: [`${source}panel.ts`],
  outdir: folder,
  entryNames: "[name]-[hash]",
  format: "esm",
  metafile: true,
});
const name = basename(Object.keys(panel.metafile.outputs)[0]);
const loader = await build({
  ...shared,
  entryPoints: [`${source}loader.ts`],
  format: "iife",
  define: { PANEL_FILE: JSON.stringify(name) },
  write: false,
});
// A server may be running: the loader changes when what it loads is there, and the rest goes last.
await writeFile(`${folder}widget.js`, loader.outputFiles[0].contents);
for (const file of await readdir(folder)) {
  if (file !== name && file !== "widget.js") await rm(folder + file);
}
