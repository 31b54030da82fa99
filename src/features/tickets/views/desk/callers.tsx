import { Icon, useUi } from "../../../../ui/index.ts";
import type { Membership, Person } from "../../../people/index.ts";
import { deskWords } from "../../words-desk.ts";
import { addressed } from "./around.ts";

/** Somebody who may be meant, with what tells him from others. */
export interface Caller {
  person: Person;
  organisations: readonly Membership[];
  /** Whether an organisation has booked that its people may call; undefined where none has booked anything. */
  mayCall: boolean | undefined;
}

export const callersPath = "/desk/tickets/new/callers";

/** Where the caller is typed. */
export const requesterField = { form: "new-ticket", id: "new-ticket-requester" };

/** Who fits what is typed as requester. The client fills it again with each word. */
export const Callers = ({ callers }: { callers: readonly Caller[] }) => {
  const w = deskWords[useUi().locale].create;
  return (
    <div id="callers" role="status" data-suggest={requesterField.id} data-suggest-src={callersPath}>
      {callers.length > 0 && (
        <fieldset class="field">
          <legend class="field-label">{w.whichOne}</legend>
          <div class="stack people-choices">
            {callers.map((caller) => (
              <CallerChoice key={caller.person.id} caller={caller} isOnly={callers.length === 1} />
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
};

const CallerChoice = ({ caller, isOnly }: { caller: Caller; isOnly: boolean }) => {
  const w = deskWords[useUi().locale].create;
  const { person, organisations, mayCall } = caller;
  return (
    <label class="check">
      <input type="radio" class="radio" name="requesterId" value={person.id} checked={isOnly} />
      <span>
        {addressed(person)}
        {organisations.map(({ id, name }) => (
          <span key={id} class="muted">
            {" "}
            · {name}
          </span>
        ))}
        {person.phone && (
          <span class="muted">
            {" "}
            · <span class="whitespace-nowrap">{person.phone}</span>
          </span>
        )}
        {mayCall === false && (
          <span class="small tone-warning block text-(--tone-ink)">
            <Icon name="phone" size={14} /> {w.mayNotCall}
          </span>
        )}
      </span>
    </label>
  );
};
