// app-on-top
import { server } from "../app/server.ts";

export const seen = server;
