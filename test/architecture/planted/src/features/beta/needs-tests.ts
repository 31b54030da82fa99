// src-alone
import { support } from "../../../test/support.ts";

export const seen = support;
