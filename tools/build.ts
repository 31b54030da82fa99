import { cp, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { existsSync, globSync } from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import tailwind from "@tailwindcss/postcss";
import { build, type BuildOptions, type Metafile, type Plugin } from "esbuild";
import postcss from "postcss";

const root = join(import.meta.dirname, "..");
const target = join(root, "dist");
// Made beside the old files and exchanged at the end: a server that starts meanwhile finds all old or all new.
const fresh = join(root, "dist.new");

/** Entry points that exist; a part of the program that is not there yet is not built. */
const entries = (...patterns: string[]): string[] =>
  patterns.flatMap((pattern) => globSync(pattern, { cwd: root }).sort());

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  splitting: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
  metafile: true,
} satisfies BuildOptions;

const buildServer = async (): Promise<void> => {
  await build({
    ...shared,
    entryPoints: {
      main: "src/app/main.ts",
      cli: "src/app/cli.ts",
      // Threads of their own, which are started by the names of their files.
      "mail-reader": "src/features/incoming-mail/mail-reader.ts",
    },
    outdir: join(fresh, "server"),
    platform: "node",
    target: "node26",
    packages: "external",
    sourcemap: "linked",
  });
};

/** Tailwind by its PostCSS plugin; what it gives goes on through esbuild, which takes the fonts along. */
const styles: Plugin = {
  name: "styles",
  setup(on) {
    on.onLoad({ filter: /\/src\/ui\/css\/app\.css$/ }, async ({ path }) => {
      const compiler = postcss([tailwind({ base: root, optimize: { minify: true } })]);
      const { css } = await compiler.process(await readFile(path, "utf8"), { from: path });
      return { contents: css, loader: "css", resolveDir: dirname(path) };
    });
  },
};

const buildClient = async (): Promise<void> => {
  const folder = join(fresh, "assets");
  const { metafile } = await build({
    ...shared,
    entryPoints: entries("src/ui/css/app.css", "src/ui/client/app.ts", "src/ui/islands/*.{ts,tsx}").filter(
      (path) => !path.includes(".test."),
    ),
    outbase: "src/ui",
    outdir: folder,
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    assetNames: "[name]-[hash]",
    platform: "browser",
    target: "es2023",
    loader: { ".woff2": "file", ".svg": "file", ".png": "file" },
    minify: true,
    sourcemap: "linked",
    plugins: [styles],
  });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify(manifestOf(metafile, folder), null, 2)}\n`);
};

/** From the name that pages use (`app.css`, `app.js`, `islands/composer.js`) to the file in the folder of assets. */
const manifestOf = ({ outputs }: Metafile, folder: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(outputs).flatMap(([path, { entryPoint }]) => {
      if (!entryPoint) return [];
      const source = relative("src/ui", entryPoint);
      const place = dirname(source) === "islands" ? "islands/" : "";
      const name = `${place}${basename(source, extname(source))}${extname(path)}`;
      return [[name, relative(folder, join(root, path))]];
    }),
  );

const dayMs = 86_400_000;

/** A running server, and pages that are open, still ask for the files of the build before; their names hold a hash. */
const keepForOpenPages = async (): Promise<void> => {
  const before = join(target, "assets");
  if (!existsSync(before)) return;
  await cp(before, join(fresh, "assets"), {
    recursive: true,
    force: false,
    preserveTimestamps: true,
    filter: async (path) => {
      const found = await stat(path);
      return found.isDirectory() || found.mtimeMs > Date.now() - dayMs;
    },
  });
};

const exchange = async (): Promise<void> => {
  const old = join(root, "dist.old");
  await rm(old, { recursive: true, force: true });
  if (existsSync(target)) await rename(target, old);
  await rename(fresh, target);
  await rm(old, { recursive: true, force: true });
};

try {
  await rm(fresh, { recursive: true, force: true });
  await Promise.all([buildServer(), buildClient()]);
  await keepForOpenPages();
  await exchange();
} catch (error) {
  // esbuild has already shown what is wrong in which line.
  if (!(error instanceof Error && "errors" in error)) console.error(error);
  process.exitCode = 1;
} finally {
  await rm(fresh, { recursive: true, force: true });
}
