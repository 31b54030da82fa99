// Installs what is missing and builds what has changed, saying so on whatever output it is given.
import { buildIfChanged } from "./build.mjs";
import { install, oneAtATime } from "./install.mjs";

await oneAtATime(async (lock) => {
  await install({ dev: false, lock });
  buildIfChanged();
});
