/** The editor page: reads its configuration, starts synchronising and draws. */
import "./text";
