// The build as `npm start` does it: not when nothing has changed, and never two at a time.
import { buildIfChanged } from "../bin/build.mjs";
import { oneAtATime } from "../bin/install.mjs";

await oneAtATime(async () => buildIfChanged());
