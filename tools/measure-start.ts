// npx node tools/measure-start.ts [STARTS]: how long after `npm start` the first page is served, on data that exists.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const starts = Number(process.argv[2] ?? 5);
const root = join(import.meta.dirname, "..");

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const { port } = server.address() as AddressInfo;
  await new Promise((settle) => server.close(settle));
  return port;
};

const isServed = (url: string): Promise<boolean> =>
  fetch(url, { redirect: "manual" }).then(
    async (answer) => {
      await answer.text();
      if (answer.status >= 500) throw new Error(`${url} answered ${answer.status}`);
      return true;
    },
    () => false,
  );

/** Starts, waits for the first page, stops. Resolves with the seconds until the page and until all had ended. */
const measureOne = async (dataDir: string): Promise<{ page: number; stopped: number }> => {
  const port = await freePort();
  const began = performance.now();
  const child = spawn("npm", ["start", "--silent"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, TRESEN_DATA: dataDir, TRESEN_PORT: String(port), TRESEN_SMTP_IN_PORT: "0" },
  });
  const ended = new Promise((settle) => child.once("exit", settle));
  while (!(await isServed(`http://127.0.0.1:${port}/`))) {
    if (child.exitCode !== null) throw new Error(`npm start ended with code ${child.exitCode}`);
    await sleep(5);
  }
  const page = performance.now() - began;
  const stopping = performance.now();
  child.kill("SIGTERM");
  await ended;
  return { page: page / 1000, stopped: (performance.now() - stopping) / 1000 };
};

const seconds = (value: number): string => `${value.toFixed(2)} s`;

const dataDir = await mkdtemp(join(tmpdir(), "tresen-start-"));
try {
  const first = await measureOne(dataDir);
  console.log(`first start, with an empty data folder: first page after ${seconds(first.page)}`);
  const later: { page: number; stopped: number }[] = [];
  for (let start = 0; start < starts; start++) later.push(await measureOne(dataDir));
  const pages = later.map(({ page }) => page).sort((a, b) => a - b);
  const middle = pages[Math.floor(pages.length / 2)] ?? 0;
  console.log(`later starts: first page after ${pages.map(seconds).join(", ")}; median ${seconds(middle)}`);
  console.log(`stopping: ${later.map(({ stopped }) => seconds(stopped)).join(", ")}`);
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
