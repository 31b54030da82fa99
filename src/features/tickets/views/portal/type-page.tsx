import { ActionCard, ActionCards, EmptyState, PageHeader, useUi, type IconName } from "../../../../ui/index.ts";
import type { TicketType } from "../../rules/ticket.ts";
import { portalWords } from "../../words-portal.ts";

const shippedIcons: Readonly<Record<string, IconName>> = {
  service_request: "message-circle",
  malfunction: "triangle-alert",
  service_call: "package",
  field_service: "wrench",
  second_level: "layers",
};

/** What it is about: one large target for each type that customers may create. */
export const TypePage = ({ types, mailAddress }: { types: readonly TicketType[]; mailAddress: string }) => {
  const { locale } = useUi();
  const w = portalWords[locale].submit;
  if (types.length === 0)
    return (
      <EmptyState icon="mail" title={w.noTypesTitle}>
        {w.noTypes({ address: mailAddress })}
      </EmptyState>
    );
  return (
    <>
      <PageHeader title={w.typeTitle}>{w.typeLead}</PageHeader>
      <ActionCards>
        {types.map((type) => (
          <ActionCard
            key={type.key}
            href={`/requests/new/${encodeURIComponent(type.key)}`}
            icon={shippedIcons[type.key] ?? "message-square"}
            title={type.names[locale]}
          >
            {type.hints[locale]}
          </ActionCard>
        ))}
      </ActionCards>
    </>
  );
};
