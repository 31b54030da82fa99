import { MenuButton, useUi } from "../../../../ui/index.ts";
import { dependentChoices, type ProductChoice } from "../../../products/index.ts";
import { words } from "../../words.ts";
import { deskWords } from "../../words-desk.ts";
import { productNamesOf } from "../product-names.ts";
import { ChoiceMenu, versioned } from "./choice-menu.tsx";
import { ticketPath, type TicketScreen } from "./ticket-screen.ts";

/** Product, version and module: each list holds what fits the choice before it. */
export const ProductProperties = ({ screen }: { screen: TicketScreen }) => {
  const choices = dependentChoices(screen.around.products, screen.ticket);
  return (
    <>
      <ProductProperty screen={screen} field="productId" options={choices.products} />
      <ProductProperty screen={screen} field="versionId" options={choices.versions} />
      <ProductProperty screen={screen} field="moduleId" options={choices.modules} />
    </>
  );
};

interface ProductPropertyProps {
  screen: TicketScreen;
  field: keyof ProductChoice;
  options: readonly { id: number; name: string }[];
}

const ProductProperty = ({ screen, field, options }: ProductPropertyProps) => {
  const { locale } = useUi();
  const { ticket, around, offers } = screen;
  const none = deskWords[locale].properties.none;
  const chosen = ticket[field];
  // Where there is nothing to choose, nothing is said.
  if (options.length === 0 && chosen === null) return null;
  const now = chosen === null ? undefined : productNamesOf(around.products)(field, chosen);
  return (
    <ChoiceMenu
      label={words[locale].fields[field]}
      mayChange={offers.has("change")}
      now={now ?? <span class="muted">{none}</span>}
    >
      {[...options, undefined].map((option) => (
        <MenuButton
          key={option?.id ?? 0}
          action={ticketPath(ticket, "/change")}
          name={field}
          value={option ? String(option.id) : ""}
          fields={versioned(screen)}
          icon={field === "productId" ? "package" : field === "versionId" ? "tag" : "puzzle"}
          current={(option?.id ?? null) === chosen}
        >
          {option?.name ?? none}
        </MenuButton>
      ))}
    </ChoiceMenu>
  );
};
