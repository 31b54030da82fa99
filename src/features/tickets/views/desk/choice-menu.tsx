import type { ComponentChildren } from "preact";
import { Icon, Menu, useUi } from "../../../../ui/index.ts";
import { deskWords } from "../../words-desk.ts";
import type { TicketScreen } from "./ticket-screen.ts";

export const Property = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div class="property">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

export interface ChoiceMenuProps {
  label: string;
  /** What is shown as chosen now. */
  now: ComponentChildren;
  mayChange: boolean;
  hotkey?: string | undefined;
  children: ComponentChildren;
}

/** The value is its own menu; where nothing may be changed it is only the value. */
export const ChoiceMenu = ({ label, now, mayChange, hotkey, children }: ChoiceMenuProps) => {
  const w = deskWords[useUi().locale].properties;
  return (
    <Property label={label}>
      {mayChange ? (
        <Menu
          kind="quiet"
          align="end"
          hotkey={hotkey}
          opener={
            <>
              <span class="sr-only">{w.change({ label })} </span>
              {now}
              <Icon name="chevron-down" size={14} class="property-arrow" />
            </>
          }
        >
          {children}
        </Menu>
      ) : (
        <span class="property-fixed">{now}</span>
      )}
    </Property>
  );
};

/** From which version of the ticket a form was made. */
export const versioned = ({ ticket }: TicketScreen): Record<string, string> => ({ version: String(ticket.version) });
