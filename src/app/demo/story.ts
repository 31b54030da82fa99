import type { AgentKey, CustomerKey } from "./people.ts";

/** What happened to a ticket after it was opened; `after` is minutes since the step before. */
export type DemoStep = { after: number } & (
  | { by: AgentKey; does: "take" | "start" | "hold" }
  | { by: AgentKey; does: "assign"; to: AgentKey }
  | { by: AgentKey; does: "reply" | "ask" | "note"; text: string }
  | { by: AgentKey; does: "resolve"; text: string; result: string }
  /** Hands the matter to technical support; with `text` by a new order, without by the one of that subject. */
  | { by: AgentKey; does: "escalate"; order: string; text?: string }
  /** Of the order that this ticket waits for: it is begun, and planned for a version. */
  | { by: AgentKey; does: "beginOrder" }
  | { by: AgentKey; does: "plan"; version: string; reason?: string }
  | { by: AgentKey; does: "propose"; text: string }
  | { by: CustomerKey; does: "rate"; rating: number; text: string }
  | { by: CustomerKey; does: "answer"; text: string }
  | { by: CustomerKey; does: "close" }
);

export interface DemoTicket {
  type: "service_request" | "malfunction" | "service_call" | "field_service" | "second_level";
  by: CustomerKey;
  cc?: readonly CustomerKey[];
  channel: "portal" | "mail" | "telephone";
  /** Hours before now at which it was opened. */
  hoursAgo: number;
  subject: string;
  text: string;
  priority?: "low" | "medium" | "high" | "blocker";
  product?: string;
  productVersion?: string;
  /** To the type's own questions, by their keys. */
  answers?: Readonly<Record<string, string>>;
  steps: readonly DemoStep[];
}
