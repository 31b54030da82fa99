import { DescriptionList, Panel, Time, useUi, type Fact } from "../../../../ui/index.ts";
import { answerText } from "../../../ticket-types/index.ts";
import { words } from "../../words.ts";
import { portalWords } from "../../words-portal.ts";
import { togetherWords } from "../../words-together.ts";
import { ChannelMark, PriorityTag } from "../tags.tsx";
import { fileHref } from "./conversation.tsx";
import { requestPath, RequestStatus } from "./request-status.tsx";
import type { RequestView } from "./request-view.ts";

/** What is known about the request beside its words. */
export const RequestFacts = ({ view }: { view: RequestView }) => {
  const w = portalWords[useUi().locale].request;
  return (
    <Panel title={w.facts} look="section">
      <DescriptionList items={useFacts(view)} />
    </Panel>
  );
};

const useFacts = (view: RequestView): Fact[] => {
  const { locale } = useUi();
  const { ticket, organisationName, followUpOf } = view;
  const w = portalWords[locale].request;
  const f = words[locale].fields;
  const t = togetherWords[locale].portal;
  const fact = (term: string, detail: Fact["detail"] | null | undefined): Fact[] =>
    detail === null || detail === undefined || detail === "" ? [] : [{ term, detail }];
  return [
    ...fact(w.number, <span class="tabular">#{ticket.number}</span>),
    ...fact(w.status, <RequestStatus row={view} look="plain" />),
    ...fact(w.type, ticket.type.names[locale]),
    ...fact(f.priority, ticket.priority && <PriorityTag priority={ticket.priority} look="plain" />),
    ...fact(portalWords[locale].list.requester, view.requesterName),
    ...fact(f.organisationId, organisationName),
    ...(["productId", "versionId", "moduleId"] as const).flatMap((field) => {
      const id = ticket[field];
      return fact(f[field], id && view.history.names.product(field, id));
    }),
    ...fact(
      w.development,
      ticket.developmentStatusId && view.history.names.developmentStatus(ticket.developmentStatusId),
    ),
    ...fact(w.plannedFor, ticket.plannedVersion),
    ...view.orders.map((order) => ({
      term: t.order,
      detail: (
        <>
          {t.orderLine({ number: order.number, state: togetherWords[locale].orders.states[order.state] })}
          {order.plannedVersion !== null && <>, {t.planned({ version: order.plannedVersion })}</>}
        </>
      ),
    })),
    ...fact(w.openedAt, <Time at={ticket.submittedAt ?? ticket.openedAt} look="datetime" />),
    ...fact(w.channel, ticket.channel === "portal" ? null : <ChannelMark channel={ticket.channel} worded />),
    ...fact(
      w.followUpOf,
      followUpOf && (
        <a class="text-link" href={requestPath(followUpOf.number)}>
          #{followUpOf.number} {followUpOf.subject}
        </a>
      ),
    ),
  ];
};

/** What was answered to the questions of the form, in its order. */
export const RequestAnswers = ({ view: { ticket } }: { view: RequestView }) => {
  const ui = useUi();
  const items = ticket.type.fields.flatMap((field): Fact[] => {
    const answer = ticket.customFields[field.key];
    if (answer === undefined) return [];
    const said = answerText(field, answer, ui);
    return [{ term: field.names[ui.locale], detail: <span class="wrap-anywhere whitespace-pre-line">{said}</span> }];
  });
  if (items.length === 0) return null;
  return (
    <Panel title={portalWords[ui.locale].request.answers} look="section">
      <DescriptionList items={items} look="above" />
    </Panel>
  );
};

/** All files of the request in one place, because nobody wants to look for the letter one came with. */
export const RequestFiles = ({ view }: { view: RequestView }) => {
  const w = portalWords[useUi().locale].request;
  const files = view.entries.flatMap(({ message }) => message?.attachments ?? []);
  if (files.length === 0) return null;
  return (
    <Panel title={w.files} look="section" folds={files.length > 5 ? "closed" : "open"}>
      <ul class="flex flex-col gap-1 text-sm">
        {files.map((file) => (
          <li key={file.id}>
            <a
              class="text-link block py-0.5 wrap-anywhere"
              href={fileHref(view.ticket.number, file)}
              data-turbo="false"
            >
              {file.name}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
