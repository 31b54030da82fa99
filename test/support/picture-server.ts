import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What was asked for, and what the asking told. */
export interface PictureRequest {
  path: string;
  method: string | undefined;
  /** What the browser wants it for, e.g. `image`. */
  destination: string | undefined;
  referrer: string | undefined;
  cookie: string | undefined;
}

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>parent.ran = 1</script><rect width="40" height="20" fill="green"/></svg>';

/** Somebody else's server: it has a picture under every address, tries to be remembered, and writes down who asks. */
export const openPictureServer = async (): Promise<{ url: string; asked: PictureRequest[] }> => {
  const asked: PictureRequest[] = [];
  const server = createServer(({ url = "", method, headers }, response) => {
    const destination = headers["sec-fetch-dest"]?.toString();
    asked.push({ path: url, method, destination, referrer: headers.referer, cookie: headers.cookie });
    response.writeHead(200, { "content-type": "image/svg+xml", "set-cookie": "seen=1", "cache-control": "no-store" });
    response.end(picture);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
};
