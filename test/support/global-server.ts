import type { TestProject } from "vitest/node";
import { readDemo, type Demo } from "./demo.ts";
import { startServer } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    server: { url: string; smtpInPort: number; demo: Demo };
  }
}

/** One demo server for all browser tests: they make their own tickets and leave the others alone. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const server = await startServer({ demo: true });
  try {
    const demo = await readDemo(server.dataDir);
    provide("server", { url: server.url, smtpInPort: server.smtpInPort, demo });
  } catch (error) {
    await server.remove();
    throw error;
  }
  return () => server.remove();
};
