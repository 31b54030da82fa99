// no-development-packages
import { assert } from "fast-check";

export const seen = assert;
