import { openContext } from "../../src/app/context.ts";
import { features } from "../../src/app/features.ts";
import { fileMailJob } from "../../src/features/incoming-mail/jobs.ts";
import { parseConfig } from "../../src/platform/config.ts";
import { connect } from "../../src/platform/db/db.ts";
import { startJobs } from "../../src/platform/jobs.ts";
import { createLog } from "../../src/platform/log.ts";

// The part of a worker that takes mail in and files it, without the rest: it starts fast, because it is killed often.

const config = parseConfig(process.env);
const log = createLog({ level: "error", format: "text" });
const database = { connectionString: config.databaseUrl ?? "" };
const connection = connect(database);
const { context } = await openContext({ config, log, connection, database, baseUrl: () => "http://desk.test" });
await startJobs(context, { jobs: [fileMailJob], schedule: [], concurrency: 4 });
for (const listener of features.flatMap((feature) => feature.listeners ?? [])) await listener.start(context);
process.stdout.write("ready\n");
