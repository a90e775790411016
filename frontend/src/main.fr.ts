/** The editor page in French. */
import { start } from "./main";
import { learn } from "./text";
import { fr } from "./text/fr";

learn("fr", fr);
start();
