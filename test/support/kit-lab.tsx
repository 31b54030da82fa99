import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { renderToString } from "preact-render-to-string";
import { GalleryPage, galleryChoice } from "../../src/ui/gallery/gallery-page.tsx";
import {
  Button,
  Checkbox,
  Composer,
  Document,
  FileInput,
  Flash,
  Form,
  Message,
  PlainText,
} from "../../src/ui/index.ts";
import { PortalLayout, SearchBox, Select, Table, TextInput, Timeline, type Ui } from "../../src/ui/index.ts";

/** What the lab's pages show. Tests change it as another person would, and say so by `lab.notify()`. */
interface LabState {
  messages: string[];
  owner: string;
  draft: string;
  /** The server stops offering the answer form. */
  isClosed: boolean;
  draftsFail: boolean;
  isDown: boolean;
  flash: string;
}

export interface Lab {
  url: string;
  state: LabState;
  /** Changes that arrived: path and fields, oldest first. Presence is told apart, it comes all the time. */
  posts: { path: string; fields: Record<string, string> }[];
  presence: string[];
  notify(): void;
  streams(): number;
  dropStreams(): void;
  stop(): void;
}

const dist = join(import.meta.dirname, "../../dist/assets");
const types: Record<string, string> = { css: "text/css", js: "text/javascript", woff2: "font/woff2" };

/** A little server around the kit, with the real client script and the real security policy, but no database. */
export const startLab = async (): Promise<Lab> => {
  const assets = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8")) as Record<string, string>;
  const streams = new Set<ServerResponse>();
  const state: LabState = {
    messages: ["One"],
    owner: "nobody",
    draft: "",
    isClosed: false,
    draftsFail: false,
    isDown: false,
    flash: "",
  };
  const lab: Lab = {
    url: "",
    state,
    posts: [],
    presence: [],
    notify() {
      for (const stream of streams) stream.write("event: refresh\ndata: {}\n\n");
    },
    streams: () => streams.size,
    dropStreams() {
      for (const stream of streams) stream.destroy();
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
  const uiOf = (locale: string | null): Ui => ({
    locale: locale === "de" ? "de" : "en",
    timeZone: "Europe/Berlin",
    now: new Date(),
    asset: (name) => `/assets/${assets[name] ?? name}`,
    nonce: crypto.randomUUID(),
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://lab");
    if (pathname.startsWith("/assets/")) {
      sendAsset(response, pathname);
      return;
    }
    if (pathname === "/live") {
      openStream(response, streams);
      return;
    }
    if (state.isDown && pathname !== "/draft") {
      response.writeHead(503, { "content-type": "text/html" }).end("away");
      return;
    }
    const ui = uiOf(searchParams.get("locale"));
    if (pathname === "/gallery") {
      sendPage(response, ui, <GalleryPage ui={ui} {...galleryChoice(searchParams)} />);
      return;
    }
    const fields = request.method === "POST" ? fieldsOf(request, await text(request)) : undefined;
    const refused = fields && take(lab, { path: pathname, fields, response });
    // Done: the browser is sent on.
    if (fields && !refused) return;
    const flash = request.headers["x-live"] ? "" : state.flash;
    if (flash) state.flash = "";
    sendPage(
      response,
      ui,
      <LabPage ui={ui} state={state} flash={flash} refused={refused} isOther={pathname === "/other"} />,
      refused ? 422 : 200,
    );
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  lab.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return lab;
};

const sendAsset = (response: ServerResponse, path: string): void => {
  const name = path.slice("/assets/".length);
  response.setHeader("content-type", types[name.split(".").at(-1) ?? ""] ?? "text/plain");
  response.end(readFileSync(join(dist, name)));
};

const openStream = (response: ServerResponse, streams: Set<ServerResponse>): void => {
  response.writeHead(200, { "content-type": "text/event-stream" }).write(": welcome\n\n");
  streams.add(response);
  response.on("close", () => streams.delete(response));
};

const sendPage = (response: ServerResponse, ui: Ui, page: Parameters<typeof renderToString>[0], status = 200): void => {
  const policy = `default-src 'self'; img-src 'self' data: blob:; script-src 'self' 'nonce-${ui.nonce}'; style-src 'self' 'nonce-${ui.nonce}'`;
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy });
  response.end(`<!doctype html>${renderToString(page)}`);
};

/** Enough of multipart/form-data for these forms; a file counts by its name. */
const fieldsOf = ({ headers }: IncomingMessage, body: string): Record<string, string> =>
  headers["content-type"]?.startsWith("multipart/")
    ? Object.fromEntries(
        [...body.matchAll(/name="([^"]+)"(?:; filename="([^"]*)")?[^]*?\r\n\r\n([^]*?)\r\n--/g)].map(
          ([, name = "", file, value = ""]) => [name, file ?? value],
        ),
      )
    : Object.fromEntries(new URLSearchParams(body));

interface Sent {
  path: string;
  fields: Record<string, string>;
  response: ServerResponse;
}
interface Refused {
  form: string;
  fields: Record<string, string>;
  errors: Record<string, string>;
}

/** Does what the form asks for and sends on, or says what is wrong with it. */
const take = (lab: Lab, { path, fields, response }: Sent): Refused | undefined => {
  const { state, posts } = lab;
  if (path === "/presence") lab.presence.push(fields["state"] ?? "");
  else posts.push({ path, fields });
  if (path === "/presence" || path === "/draft") {
    if (path === "/draft" && !state.draftsFail) state.draft = fields["body"] ?? "";
    response.writeHead(path === "/draft" && state.draftsFail ? 500 : 204).end();
    return undefined;
  }
  if (path === "/ask" && (fields["subject"] ?? "").length < 5)
    return { form: "ask", fields, errors: { subject: "Too short." } };
  if (path === "/send" && (fields["body"] ?? "").trim() === "")
    return { form: "composer", fields, errors: { body: "Write something." } };
  if (path === "/own") state.owner = "Ann";
  if (path === "/ask") state.flash = "Asked.";
  if (path === "/send") {
    state.messages.push(`${fields["kind"] ?? ""}: ${fields["body"] ?? ""}`);
    state.draft = "";
  }
  const go = (): void => {
    response.writeHead(303, { location: "/" }).end();
    lab.notify();
  };
  if (path === "/slow") setTimeout(go, 600);
  else go();
  return undefined;
};

interface LabPageProps {
  ui: Ui;
  state: LabState;
  flash: string;
  refused: Refused | undefined;
  isOther: boolean;
}

const LabPage = ({ ui, state, flash, refused, isOther }: LabPageProps) => {
  const nav = [
    { href: "/", label: "Lab", hotkey: "g l" },
    { href: "/other", label: "Other" },
  ];
  return (
    <Document
      ui={ui}
      title={`Lab ${state.messages.length}`}
      surface="portal"
      theme={isOther ? "dark" : "light"}
      liveUrl="/live"
    >
      <PortalLayout
        brand={{ name: "Lab", href: "/" }}
        nav={nav}
        flashes={
          flash && (
            <Flash id="said" undo={{ action: "/own", seconds: 2 }}>
              {flash}
            </Flash>
          )
        }
      >
        {isOther ? <h1>Other</h1> : <LabForms state={state} refused={refused} />}
      </PortalLayout>
    </Document>
  );
};

const LabForms = ({ state, refused }: Pick<LabPageProps, "state" | "refused">) => {
  const again = (form: string) => (refused?.form === form ? { errors: refused.errors, values: refused.fields } : {});
  return (
    <div class="stack" data-presence-url="/presence">
      <h1>Lab</h1>
      <SearchBox action="/" label="Search" hotkey="/" />
      <p id="owner">{state.owner}</p>
      <Form id="own" action="/own" plain>
        <Button>Own</Button>
      </Form>
      <Form id="slow" action="/slow" plain>
        <Button>Slow</Button>
      </Form>
      <details id="more">
        <summary>More</summary>
        <p>{state.messages.length}</p>
      </details>
      <Form id="ask" action="/ask" files {...again("ask")}>
        <input type="hidden" name="once" value={crypto.randomUUID()} />
        <TextInput name="subject" label="Subject" required />
        <Select name="product" label="Product" options={["a", "b"].map((value) => ({ value, label: value }))} />
        <Checkbox name="urgent" label="Urgent" />
        <FileInput name="files" label="Files" multiple />
        <Button>Ask</Button>
      </Form>
      <Timeline label="Conversation">
        {state.messages.map((message, index) => (
          <Message key={index} id={`m${index + 1}`} author={{ name: "Ann" }} at={new Date()}>
            <PlainText>{message}</PlainText>
          </Message>
        ))}
      </Timeline>
      {!state.isClosed && (
        <Composer
          id="composer"
          action="/send"
          draftUrl="/draft"
          body={state.draft}
          reply={{ to: ["Cy"], sendLabel: "Send" }}
          note={{ audience: "Team", saveLabel: "Save" }}
          {...again("composer")}
        />
      )}
      <Table
        caption="Rows"
        rows={[1, 2, 3]}
        keyOf={String}
        selection={{ form: "own", name: "row", valueOf: String, labelOf: String }}
        columns={[{ key: "row", heading: "Row", cell: (row) => <a href="/other">Row {row}</a> }]}
      />
    </div>
  );
};
