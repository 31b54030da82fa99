import { MenuButton, useUi } from "../../../../ui/index.ts";
import { deskWords } from "../../words-desk.ts";
import { ChoiceMenu, versioned } from "./choice-menu.tsx";
import { ticketPath, type TicketScreen } from "./ticket-screen.ts";

/** How far development is; the steps that mail the customers say so before they are chosen. */
export const DevelopmentProperty = ({ screen }: { screen: TicketScreen }) => {
  const { locale } = useUi();
  const { ticket, around, offers } = screen;
  const w = deskWords[locale];
  const now = around.developmentStatuses.find(({ id }) => id === ticket.developmentStatusId);
  const offered = around.developmentStatuses.filter((status) => !status.isRetired || status === now);
  if (offered.length === 0) return null;
  return (
    <ChoiceMenu
      label={w.answers.development}
      mayChange={offers.has("change")}
      now={now?.names[locale] ?? <span class="muted">{w.properties.none}</span>}
    >
      {[...offered, undefined].map((status) => (
        <MenuButton
          key={status?.id ?? 0}
          action={ticketPath(ticket, "/change")}
          name="developmentStatusId"
          value={status ? String(status.id) : ""}
          fields={versioned(screen)}
          hint={status?.mailsCustomers ? w.answers.mails : undefined}
          current={status === now}
        >
          {status?.names[locale] ?? w.properties.none}
        </MenuButton>
      ))}
    </ChoiceMenu>
  );
};
