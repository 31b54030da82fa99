import { signedIn } from "../../../platform/http/access.ts";
import { findHeldForm } from "../../../platform/http/held-forms.ts";
import { keptField, readKept } from "../../../platform/http/kept-files.ts";
import { get, page, type Route } from "../../../platform/http/route.ts";
import { Held, HeldGone } from "../views/held.tsx";
import { pageWords } from "../words.pages.ts";

/** Hands back what somebody sent when his session had ended (platform/http/held-forms.ts). */
export const heldRoutes: readonly Route[] = [
  get("/held/:token", signedIn, async ({ context, actor, params }) => {
    const w = pageWords[actor.locale];
    const held = await findHeldForm(context.db, params["token"] ?? "");
    // What stands for a file says nothing to a person; its name does.
    const files = held?.form.all(keptField).flatMap((token) => readKept(context.signer, token)?.name ?? []) ?? [];
    return held
      ? page(w.heldTitle, <Held path={held.path} form={held.form} files={files} />, {
          card: { about: w.heldText, size: "lg" },
        })
      : page(w.heldTitle, <HeldGone />, { status: 404, card: { about: w.heldGone } });
  }),
];
