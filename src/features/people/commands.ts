import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import { CommandFailed, type Command } from "../../platform/command.ts";
import { formatDateTime } from "../../platform/i18n/index.ts";
import { after, now } from "../../platform/time.ts";
import { findDesk } from "../desk-settings/index.ts";
import { showPasswordLink } from "./actions/show-password-link.ts";
import { setPasswordFor, setPasswordPath } from "./rules/access.ts";
import { findLastSignedIn } from "./store/accounts.ts";
import { findPersonByEmail, listAgents } from "./store/people.ts";

const listAdministrators: Command = {
  name: "people list-administrators",
  summary: "Lists everybody who may administer this desk, with address and last sign-in.",
  arguments: [],
  async run({ db }, { say }) {
    const administrators = (await listAgents(db)).filter(({ role }) => role === "administrator");
    if (administrators.length === 0) say("There is no administrator: this desk is not set up yet.");
    for (const { id, name, email } of administrators) {
      const seen = await findLastSignedIn(db, id);
      say(
        `${email ?? "no address"}  ${name}  ${seen ? `last signed in ${seen.toISOString()}` : "has never signed in"}`,
      );
    }
  },
};

/** Helps whoever has lost password and mailbox, e.g. the only administrator. */
const resetPassword: Command = {
  name: "people reset-password",
  summary: "Prints a link with which the person chooses a new password, once, within 7 days.",
  arguments: ["email"],
  async run({ db, baseUrl }, { args: [email = ""], say }) {
    const person = await findPersonByEmail(db, email);
    if (!person) throw new CommandFailed(`Nobody has the address ${email}.`);
    const token = await act(db, system("command line"), showPasswordLink, { personId: person.id });
    const desk = await findDesk(db);
    const until = formatDateTime(after(now(), setPasswordFor), { locale: "en", timeZone: desk?.timeZone ?? "UTC" });
    say(`${person.name} chooses a new password here, once, until ${until}:`);
    say(`  ${baseUrl}${setPasswordPath(token)}`);
    say("Whoever opens it first becomes this person: hand it over by a way that nobody else reads.");
  },
};

export const peopleCommands: readonly Command[] = [listAdministrators, resetPassword];
