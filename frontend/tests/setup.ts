/** Tests speak both languages; a page is sent one. */
import { learn } from "../src/text";
import { en } from "../src/text/en";
import { fr } from "../src/text/fr";

learn("fr", fr);
learn("en", en);
