import { Socket as DatagramSocket } from "node:dgram";
import { Socket } from "node:net";

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3}|)$/i;

export interface NetworkGuard {
  /** The destinations that were refused since the last call. */
  takeAttempts(): string[];
  release(): void;
}

/** From now on this process connects and sends to itself only: loopback addresses and Unix sockets. */
export const refuseNetwork = (): NetworkGuard => {
  let attempts: string[] = [];
  const check = (destination: string) => {
    if (loopback.test(destination)) return;
    attempts.push(destination);
    throw Object.assign(new Error(`no network in tests: ${destination}`), { code: "ENETUNREACH" });
  };
  const connect = Object.getOwnPropertyDescriptor(Socket.prototype, "connect")?.value as ConnectMethod;
  Socket.prototype.connect = function (this: Socket, ...parameters: unknown[]) {
    check(destinationOf(parameters));
    return connect.apply(this, parameters);
  };
  const send = Object.getOwnPropertyDescriptor(DatagramSocket.prototype, "send")?.value as SendMethod;
  DatagramSocket.prototype.send = function (this: DatagramSocket, ...parameters: unknown[]) {
    check(parameters.slice(1).find((parameter) => typeof parameter === "string") ?? "");
    send.apply(this, parameters);
  };
  return {
    takeAttempts: () => attempts.splice(0),
    release: () => {
      Socket.prototype.connect = connect;
      DatagramSocket.prototype.send = send;
      attempts = [];
    },
  };
};

type ConnectMethod = (this: Socket, ...parameters: unknown[]) => Socket;
type SendMethod = (this: DatagramSocket, ...parameters: unknown[]) => void;

/** `connect(port, host)`, `connect(path)`, `connect({ host, port })`; node's own `net.connect` wraps them in an array. */
const destinationOf = (parameters: unknown[]): string => {
  const [first, second] = Array.isArray(parameters[0]) ? (parameters[0] as unknown[]) : parameters;
  if (typeof first === "object" && first !== null) {
    const { host, path } = first as { host?: unknown; path?: unknown };
    return typeof path === "string" || typeof host !== "string" ? "" : host;
  }
  return typeof first === "string" && Number.isNaN(Number(first)) ? "" : typeof second === "string" ? second : "";
};
