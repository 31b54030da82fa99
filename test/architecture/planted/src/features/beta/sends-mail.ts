// drivers-in-platform
import { createTransport } from "nodemailer";

export const send = createTransport;
