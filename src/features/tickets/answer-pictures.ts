import { NotFound } from "../../platform/errors.ts";
import { withRemotePictures } from "../../platform/html/remote-pictures.ts";
import { askedPictures, framedLetter } from "../../platform/http/pictures.ts";
import type { Answer, Ask } from "../../platform/http/route.ts";
import type { Context } from "../../platform/context.ts";
import { isReadBy, isReadIn } from "./answer-file.ts";
import { isShownInPlace } from "./rules/file-types.ts";
import type { Attachment } from "./rules/sight.ts";
import { findMessage } from "./store/messages.ts";
import { getTicketByNumber } from "./store/tickets.ts";
import { withPictures } from "./views/message-words.tsx";

/** What message numbers are called where pictures are asked for. */
export const picturesOfMessages = "message";

/**
 * The message `:id` of the ticket `:number` with the pictures that lie elsewhere, for whoever may read it and has asked for
 * them: others, e.g. whoever was sent the address, get nothing.
 */
export const answerPictures = async (ask: Ask): Promise<Answer> => {
  const { context, actor, params } = ask;
  const ticket = await getTicketByNumber(context.db, actor, Number(params["number"]));
  const id = Number(params["id"]);
  const message = askedPictures(ask, picturesOfMessages).shown === id ? await findMessage(context.db, id) : undefined;
  if (!message?.html || !isReadBy(actor, { ticket, message })) throw new NotFound();
  if (!(await isReadIn(context.db, actor, { ticket, ticketId: message.ticketId }))) throw new NotFound();
  const own = await carriedPictures(context, message.attachments);
  const html = withPictures(message.html, message.attachments, ({ id }) => own.get(id) ?? "");
  return framedLetter({ html: withRemotePictures(html), locale: actor.locale });
};

/** In bytes, of all pictures that came with one message. */
const mostCarried = 10_000_000;

/** As part of the document: the frame is nobody, and would not be given a file. */
const carriedPictures = async (
  { files }: Context,
  attachments: readonly Attachment[],
): Promise<ReadonlyMap<number, string>> => {
  const carried = new Map<number, string>();
  let left = mostCarried;
  for (const { id, file, type, size, contentId } of attachments) {
    if (contentId === undefined || size > left || !type.startsWith("image/") || !isShownInPlace(type)) continue;
    if (!(await files.has(file))) continue;
    left -= size;
    const content = Buffer.concat(await files.read(file).toArray());
    carried.set(id, `data:${type};base64,${content.toString("base64")}`);
  }
  return carried;
};
