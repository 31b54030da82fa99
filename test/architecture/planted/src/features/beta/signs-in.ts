// accounts-in-people
import { betterAuth } from "better-auth";

export const signIn = betterAuth;
