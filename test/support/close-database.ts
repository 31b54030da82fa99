import { afterAll } from "vitest";
import { closeDatabases } from "./db.ts";

afterAll(closeDatabases);
