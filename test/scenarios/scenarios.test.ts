import { scenarios } from "./play.ts";

scenarios(0);
