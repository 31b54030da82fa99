import { pageWords as approvalPages } from "../../src/features/approvals/words.pages.ts";
import type { Verb } from "../../src/features/tickets/rules/status.ts";
import type { Ticket } from "../../src/features/tickets/rules/ticket.ts";
import { approvalWords } from "../../src/features/tickets/words-approval.ts";
import { deskWords } from "../../src/features/tickets/words-desk.ts";
import { portalWords } from "../../src/features/tickets/words-portal.ts";
import { procedureWords } from "../../src/features/tickets/words-procedure.ts";
import { togetherWords } from "../../src/features/tickets/words-together.ts";
import type { Locale } from "../../src/platform/i18n/index.ts";

/** What stands on the buttons of a page. `{…}` stands for a name. */
export type Labels = Partial<Record<Verb, string>>;

/** Stands for a name. */
export const name = "{…}";

/** As the desk's page says it, of this ticket. */
export const deskLabels = ({ type }: Pick<Ticket, "type">, locale: Locale): Labels => {
  const { ticket, composer, facts, people, properties } = deskWords[locale];
  const { menu, tasks, merged } = togetherWords[locale];
  const { procedure, solution, confirmation, feedback, access } = procedureWords[locale];
  const assignees = properties.change({ label: properties.assignees });
  return {
    ...ticket.moves,
    ...menu,
    take: type.onlyAssigneesWrite ? ticket.accept : ticket.take,
    assign: assignees,
    unassign: assignees,
    unassignLast: assignees,
    reply: composer.send,
    note: composer.saveNote,
    update: composer.saveUpdate,
    propose: approvalWords[locale].propose,
    withdraw: approvalPages[locale].withdraw,
    waive: approvalWords[locale].goWithout,
    advance: procedure.next({ stage: name }),
    document: solution.write,
    recordConfirmation: confirmation.save,
    waiveConfirmation: confirmation.waive,
    waiveFeedback: feedback.waive,
    followUp: ticket.followUp,
    unmerge: merged.undo,
    change: facts.edit,
    changeRequester: people.changeRequester,
    addParticipant: people.addParticipant,
    removeParticipant: people.removeParticipant({ name }),
    link: facts.addLink,
    changeTasks: tasks.add,
    grantAccess: access.note,
    endAccess: access.end({ environment: name }),
  };
};

/** As the portal's page says it. */
export const portalLabels = ({ status }: Pick<Ticket, "status">, locale: Locale): Labels => {
  const { draft, answer, close, cancel, reopen, followUp, participants, rate } = portalWords[locale].request;
  const { confirmation, access } = procedureWords[locale];
  return {
    submit: draft.goOn,
    discard: draft.discard,
    answer: status === "resolved" || status === "closed" ? answer.sendReopens : answer.send,
    rate: rate.button,
    confirm: confirmation.yes,
    close: close.button,
    cancel: cancel.button,
    reopen: reopen.button,
    followUp: followUp.button,
    addParticipant: participants.add,
    removeParticipant: participants.remove({ name }),
    grantAccess: access.grant,
    endAccess: access.end({ environment: name }),
  };
};
