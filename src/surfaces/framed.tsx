import type { VNode } from "preact";
import type { Ask, Page } from "../platform/http/route.ts";
import { AuthLayout, Document, UiProvider } from "../ui/index.ts";
import { FlashOf, languagesOf } from "./account.tsx";
import { deskLook, liveUrlOf, uiOf, type House } from "./house.ts";

interface Framing {
  /** Decides the density. */
  surface: "portal" | "desk";
  unlisted: boolean;
  /** The surface's own layout around the page's body; `name` is the desk's. */
  layout(name: string): Promise<VNode>;
}

/** The whole document: the surface's layout, or, for pages that ask for it, one card in the middle. */
export const framed = async (house: House, { ask, page }: { ask: Ask; page: Page }, framing: Framing) => {
  if (page.fragment) return <UiProvider ui={uiOf(house, ask)}>{page.body}</UiProvider>;
  const { name, colour } = await deskLook(ask);
  return (
    <Document
      ui={uiOf(house, ask)}
      title={page.title}
      siteName={name}
      brandColour={colour}
      surface={page.card ? "portal" : framing.surface}
      liveUrl={liveUrlOf(ask, page.topics)}
      unlisted={framing.unlisted}
    >
      {page.card ? <Card ask={ask} page={page} card={page.card} name={name} /> : await framing.layout(name)}
    </Document>
  );
};

interface CardProps {
  ask: Ask;
  page: Page;
  card: NonNullable<Page["card"]>;
  name: string;
}

// Asks nothing of the database, because it also says that the database is away.
const Card = ({ ask, page, card, name }: CardProps) => (
  <AuthLayout
    brand={{ name, href: "/" }}
    title={card.hasOwnTitle ? undefined : page.title}
    about={card.about}
    below={card.below}
    size={card.size}
    languages={languagesOf(ask)}
    flashes={<FlashOf flash={ask.flash} />}
  >
    {page.body}
  </AuthLayout>
);
