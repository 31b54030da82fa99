import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { startPortal, wordsOf } from "../../../../test/support/portal.ts";
import { act } from "../../../platform/act.ts";
import type { Customer } from "../../../platform/actor.ts";
import { addNote } from "../actions/add-note.ts";

type Portal = Awaited<ReturnType<typeof startPortal>>;

const stored = async ({ context }: Portal, name: string, type: string, content = "content") => ({
  ...(await context.files.put(Readable.from([Buffer.from(content)]), 1_000)),
  name,
  type,
});

const fileIds = async ({ context }: Portal): Promise<number[]> =>
  (await context.db.selectFrom("attachments").select("id").orderBy("id").execute()).map(({ id }) => id);

describe("a file of a request", () => {
  it("is given to whoever may read the request; for others it does not exist", async () => {
    const portal = await startPortal();
    const { as, cast, open } = portal;
    await open(cast.cy, { attachments: [await stored(portal, "bericht ä.txt", "text/plain", "Fehler")] });
    await open(cast.eve);
    const [id = 0] = await fileIds(portal);
    const get = async (person?: Customer, path = `/requests/10001/files/${id}/bericht.txt`) =>
      (await as(person)).get(path);
    expect(await get(cast.cy)).toMatchObject({ status: 200, body: "Fehler" });
    expect((await get(cast.cora)).status).toBe(200);
    expect((await get(cast.eve)).status).toBe(404);
    expect((await get()).status).toBe(303);
    // Not by way of a request that one may see, either.
    expect((await get(cast.eve, `/requests/10002/files/${id}/x`)).status).toBe(404);
    for (const strange of ["999", "x", "99999999999999999999"])
      expect((await get(cast.cy, `/requests/10001/files/${strange}/x`)).status).toBe(404);
  });

  it("hangs on its message: what is in a note or still held back is not given to customers", async () => {
    const portal = await startPortal();
    const { as, cast, open, reply, context } = portal;
    const { ticketId } = await open(cast.cy);
    await act(context.db, cast.ann, addNote, {
      ticketId,
      text: "See.",
      attachments: [await stored(portal, "a", "a/b")],
    });
    await reply(cast.ann, ticketId, { holdSeconds: 60, attachments: [await stored(portal, "b", "a/b")] });
    const cy = await as(cast.cy);
    const ids = await fileIds(portal);
    expect(ids).toHaveLength(2);
    for (const id of ids) expect((await cy.get(`/requests/10001/files/${id}/x`)).status).toBe(404);
    expect(wordsOf(await cy.get("/requests/10001"))).not.toContain("Files");
  });

  it("can run nothing, whatever it says it is", async () => {
    const portal = await startPortal();
    const { app, as, cast, open } = portal;
    await open(cast.cy, {
      attachments: [
        await stored(portal, "evil.html", "text/html", "<script>alert(1)</script>"),
        await stored(portal, "evil.svg", "image/svg+xml"),
        await stored(portal, "bild.png", "image/png"),
        await stored(portal, "x", "a/b\r\nset-cookie: a=b"),
      ],
    });
    const cy = await as(cast.cy);
    const [html = 0, svg = 0, png = 0, odd = 0] = await fileIds(portal);
    const headersOf = async (id: number) =>
      (
        await app.inject({
          url: `/requests/10001/files/${id}/x`,
          headers: { cookie: [...cy.cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
        })
      ).headers;
    for (const id of [html, svg, png, odd]) {
      const headers = await headersOf(id);
      expect(headers["content-security-policy"]).toMatch(/^sandbox; default-src 'none'/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
    expect((await headersOf(html))["content-disposition"]).toMatch(/^attachment; filename="evil.html"/);
    expect((await headersOf(svg))["content-disposition"]).toMatch(/^attachment/);
    expect((await headersOf(png))["content-disposition"]).toMatch(/^inline/);
    expect((await headersOf(odd))["content-type"]).toBe("application/octet-stream");
    expect((await headersOf(odd))["set-cookie"]).toBeUndefined();
  });
});
