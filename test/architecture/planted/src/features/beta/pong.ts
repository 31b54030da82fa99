import type { Ping } from "./ping.ts";

export interface Pong {
  ping: Ping;
}
