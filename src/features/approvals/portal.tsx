import { randomUUID } from "node:crypto";
import { act } from "../../platform/act.ts";
import { isAgent, isSignedIn, type Agent, type Customer } from "../../platform/actor.ts";
import { NotFound } from "../../platform/errors.ts";
import { anyone, signedIn } from "../../platform/http/access.ts";
import type { FormState } from "../../platform/http/form.ts";
import { get, page, post, redirect, type Answer, type Ask, type Page, type Route } from "../../platform/http/route.ts";
import { answerForm, onceField, submit } from "../../platform/http/submit.ts";
import { now } from "../../platform/time.ts";
import { actorOfPerson, findPerson, type Person } from "../people/index.ts";
import { decide } from "./actions/decide.ts";
import { approvalPath, approvalsPath, readToken } from "./links.ts";
import { approvalsOf, getApproval } from "./read.ts";
import { stateOf, type Verdict } from "./rules/outcome.ts";
import type { Approval } from "./types.ts";
import { ApprovalListPage, ApprovalPage, LinkPage, LinkProblemPage } from "./views/approval-pages.tsx";
import { pageWords } from "./words.pages.ts";

const mostListed = 100;

const personOf = ({ actor }: Ask): Customer | Agent => {
  if (!isSignedIn(actor)) throw new NotFound();
  return actor;
};

const idOf = ({ params }: Ask): number => {
  const id = Number(params["id"]);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return id;
};

/** Those who are asked see it, and the desk. For everybody else it does not exist. */
export const maySee = (actor: Customer | Agent, approverIds: readonly number[]): boolean =>
  isAgent(actor) || approverIds.includes(actor.personId);

/** Throws `NotFound`. */
const seenApproval = async (ask: Ask): Promise<Approval> => {
  const approval = await getApproval(ask.context.db, idOf(ask));
  if (
    !maySee(
      personOf(ask),
      approval.approvers.map(({ personId }) => personId),
    )
  )
    throw new NotFound();
  return approval;
};

const list = get(approvalsPath, signedIn, async (ask) => {
  const { personId } = personOf(ask);
  const approvals = await approvalsOf(ask.context.db, personId, mostListed);
  return page(pageWords[ask.actor.locale].approvals, <ApprovalListPage {...{ approvals, personId }} />, {
    section: approvalsPath,
    width: "page",
  });
});

const approvalPage = async (ask: Ask, state?: FormState): Promise<Page> => {
  const actor = personOf(ask);
  const approval = await seenApproval(ask);
  return page(
    approval.title,
    <ApprovalPage approval={approval} viewer={actor} state={state} once={ask.form.text(onceField) || randomUUID()} />,
    { section: approvalsPath, topics: [`approval:${approval.id}`] },
  );
};

const thanks = ({ actor }: Ask, { verdict, outcome }: { verdict: string; outcome: Verdict | null }): string => {
  const w = pageWords[actor.locale];
  if (verdict === "declined") return w.thanksDeclined;
  return outcome === null ? w.thanksWaiting : w.thanksApproved;
};

const inputOf = (ask: Ask, via: "portal" | "link") => ({
  approvalId: idOf(ask),
  verdict: ask.form.text("verdict"),
  reason: ask.form.text("reason"),
  via,
});

const decideSignedIn = post(`${approvalsPath}/:id`, signedIn, async (ask) => {
  const approval = await seenApproval(ask);
  return submit(ask, {
    action: decide,
    input: inputOf(ask, "portal"),
    done: ({ outcome }) =>
      redirect(ask.form.text("back") === "about" ? approval.path : approvalPath(approval.id), {
        text: thanks(ask, { verdict: ask.form.text("verdict"), outcome }),
        tone: "success",
      }),
    again: (state) => approvalPage(ask, state),
  });
});

interface Holder {
  approval: Approval;
  person: Person;
}

/** Whose link it is, or what the page says instead. */
const holderOf = async (ask: Ask): Promise<Holder | { problem: string; status: number }> => {
  const { db, signer } = ask.context;
  const w = pageWords[ask.actor.locale];
  const approvalId = Number(ask.params["id"]);
  const personId = readToken({ signer, approvalId, token: ask.params["token"] ?? "" });
  const person = personId === undefined ? undefined : await findPerson(db, personId);
  if (person?.deactivatedAt !== null) return { problem: w.linkUnknown, status: 404 };
  if (isSignedIn(ask.actor) && ask.actor.personId !== person.id)
    return { problem: w.linkOfOther({ name: person.name, reader: ask.actor.name }), status: 403 };
  return { approval: await getApproval(db, approvalId), person };
};

const problemPage = ({ actor }: Ask, { problem, status }: { problem: string; status: number }): Page =>
  page(pageWords[actor.locale].linkTitle, <LinkProblemPage words={problem} />, { status, card: {} });

// Opening the link decides nothing: mail scanners open links before people do.
const linkPage = (ask: Ask, { approval, person }: Holder, state?: FormState): Page => {
  const standing = stateOf(approval, now());
  return page(
    approval.title,
    <LinkPage
      approval={approval}
      viewer={{ personId: person.id, name: person.name }}
      state={state}
      once={ask.form.text(onceField) || randomUUID()}
      action={ask.path}
    />,
    { status: standing === "withdrawn" || standing === "expired" ? 410 : 200, card: { size: "lg" } },
  );
};

const decideByLink = async (ask: Ask): Promise<Answer> => {
  const holder = await holderOf(ask);
  if ("problem" in holder) return problemPage(ask, holder);
  const { db } = ask.context;
  const actor = await actorOfPerson(db, holder.person.id);
  return answerForm(ask, {
    run: () => act(db, actor, decide, inputOf(ask, "link"), { once: ask.form.text(onceField) || undefined }),
    done: ({ outcome }) =>
      redirect(ask.path, { text: thanks(ask, { verdict: ask.form.text("verdict"), outcome }), tone: "success" }),
    again: async (state) => linkPage(ask, { ...holder, approval: await getApproval(db, holder.approval.id) }, state),
  });
};

export const approvalRoutes: readonly Route[] = [
  list,
  get(`${approvalsPath}/:id`, signedIn, (ask) => approvalPage(ask)),
  decideSignedIn,
  get(`${approvalsPath}/:id/:token`, anyone, async (ask) => {
    const holder = await holderOf(ask);
    return "problem" in holder ? problemPage(ask, holder) : linkPage(ask, holder);
  }),
  post(`${approvalsPath}/:id/:token`, anyone, decideByLink),
];
