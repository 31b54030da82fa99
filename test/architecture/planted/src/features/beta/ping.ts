// no-cycles, by a type alone
import type { Pong } from "./pong.ts";

export interface Ping {
  pong: Pong;
}
