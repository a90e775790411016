/** The editor page in English. */
import { start } from "./main";
import { learn } from "./text";
import { en } from "./text/en";

learn("en", en);
start();
