// Builds the widget into dist/: the loader, widget.js, and the part it loads on first opening.
import { build, transform } from "esbuild";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";

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

// Their licences ask to be with every copy.
const licences = await Promise.all(["deep-chat", "remarkable", "@microsoft/fetch-event-source"].map(async (name) => {
  const file = new URL(`node_modules/${name}/LICENSE`, import.meta.url);
  return `/*! ${name}\n${(await readFile(file, "utf8")).trim()}\n*/`;
}));

const panel = await build({
  ...shared,
  entryPoints: [`${source}panel.ts`],
  outdir: folder,
  entryNames: "[name]-[hash]",
  format: "esm",
  footer: { js: licences.join("\n") },
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
await pack(name, await readFile(folder + name));
await pack("widget.js", loader.outputFiles[0].contents);
await writeFile(`${folder}widget.js`, loader.outputFiles[0].contents);
const kept = [name, "widget.js"].flatMap((file) => [file, `${file}.gz`]);
for (const file of await readdir(folder)) {
  if (!kept.includes(file)) await rm(folder + file);
}

/** Beside each script its compressed form, which the server sends to whoever takes it. */
async function pack(file, contents) {
  await writeFile(`${folder}${file}.gz`, gzipSync(contents, { level: 9 }));
}
