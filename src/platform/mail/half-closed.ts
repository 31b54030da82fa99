import type { Socket } from "node:net";

/** What is being done about a client's message: it is coming in, or it is here and being kept. */
export type InHand = "coming" | "here";

/** In milliseconds: the last bytes of a message are read by then. */
const reading = 1_000;
const lookAgain = 100;

/**
 * Answers also a client that has closed its side already, as Exim does with the last line of a message. The library would
 * take the end of what it says for the end of the conversation: act on a QUIT before the message in front of it is kept,
 * and answer only where both may still speak.
 */
export const hearToTheEnd = (socket: Socket, inHand: () => InHand | undefined): void => {
  const pipe = socket.pipe.bind(socket);
  socket.pipe = (target) => pipe(target, { end: false });
  Object.defineProperty(socket, "readyState", { get: () => (socket.writable ? "open" : "closed") });
  const leave = (): void => {
    if (inHand() === "here") setTimeout(leave, lookAgain);
    // Half a message: the rest will never come.
    else if (inHand() === "coming") socket.destroy();
    else socket.end();
  };
  socket.once("end", () => {
    if (inHand()) setTimeout(leave, reading);
    else leave();
  });
};
