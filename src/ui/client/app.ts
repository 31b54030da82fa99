import { config, start } from "@hotwired/turbo";
import { startAsked } from "./asked.ts";
import { startDependentChoices } from "./dependent-choices.ts";
import { startDialogs } from "./dialogs.ts";
import { startDrafts } from "./draft.ts";
import { startErrorFocus } from "./error-focus.ts";
import { startFiles } from "./files.ts";
import { startFlashes } from "./flash.ts";
import { startHotkeys } from "./hotkeys.ts";
import { startIslands } from "./islands.ts";
import { startLive } from "./live.ts";
import { startMenus } from "./menus.ts";
import { guardMorphs } from "./morph-guard.ts";
import { startPresence } from "./presence.ts";
import { startRoot } from "./root.ts";
import { startRows } from "./rows.ts";
import { startSubmits } from "./submit.ts";
import { startSuggestions } from "./suggest.ts";
import { startTextPreviews } from "./text-preview.ts";
import { startTimes } from "./times.ts";

// The page works without any of this. Here it becomes instant, live and comfortable.
config.drive.progressBarDelay = 200;
// A disabled button would lose the focus; this one only does nothing.
config.forms.submitter = "aria-disabled";

startRoot();
// The guard listens before anything else may morph.
guardMorphs();
startSubmits();
startDrafts();
startAsked();
startErrorFocus();
startDependentChoices();
startDialogs();
startFiles();
startFlashes();
startHotkeys();
startMenus();
startRows();
startSuggestions();
startTextPreviews();
startTimes();
startIslands();
start();
startLive();
startPresence();
