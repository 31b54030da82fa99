import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** Where a server speaks; `middle`: while a message is coming in, where it need not say anything. */
export type Step = "greeting" | "recipient" | "data" | "middle" | "message";

/** A mail server of few words, whose behaviour at each step is the test's: an answer, or "drop" the connection. */
export const startMoodyServer = async (
  say: (step: Step, tries: number) => string,
): Promise<{ url: string; taken: string[] }> => {
  const taken: string[] = [];
  let tries = 0;
  const server = createServer((socket: Socket) => {
    tries++;
    const mine = tries;
    let message: string | undefined;
    let pending = "";
    const answer = (text: string) => (text === "drop" ? socket.destroy() : socket.write(`${text}\r\n`));
    socket.on("error", () => undefined);
    answer(say("greeting", mine));
    socket.on("data", (chunk) => {
      pending += chunk.toString("latin1");
      for (let end = pending.indexOf("\r\n"); end >= 0 && !socket.destroyed; end = pending.indexOf("\r\n")) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (message !== undefined) {
          if (message === "" && say("middle", mine) === "drop") socket.destroy();
          else if (line !== ".") message += `${line}\r\n`;
          else {
            taken.push(message);
            message = undefined;
            answer(say("message", mine));
          }
        } else if (/^DATA/i.test(line)) {
          const text = say("data", mine);
          if (text.startsWith("354")) message = "";
          answer(text);
        } else if (/^RCPT/i.test(line)) answer(say("recipient", mine));
        else answer(/^QUIT/i.test(line) ? "221 bye" : "250 fine");
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, taken };
};

/** What a server says that takes everything. */
export const friendly: Record<Step, string> = {
  greeting: "220 mx.example ready",
  recipient: "250 known",
  data: "354 go on",
  middle: "",
  message: "250 2.0.0 taken",
};
