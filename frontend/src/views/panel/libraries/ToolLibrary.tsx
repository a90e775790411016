/** Tools: how slow, who has access, and what they copy to other tools without a hand. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Editor } from "../../../actions/editor";
import { feedAdd } from "../../../actions/verbs/feed-add";
import { feedRemove } from "../../../actions/verbs/feed-remove";
import { libraryAdd } from "../../../actions/verbs/library-add";
import type { Feed, Tool } from "../../../model/records";
import { t } from "../../../text";
import { Check } from "../controls/Choices";
import { Combobox } from "../controls/Combobox";
import { showLatency } from "../controls/reading";
import { LatencyField } from "../controls/TextField";
import { fieldsOf, placeOf } from "../fields";
import { feedsOf, options, titleOf } from "../records";
import { takingAway } from "../rows";
import { Library } from "./Library";

export function ToolLibrary({ editor }: { editor: Editor }): JSX.Element {
  return (
    <Library editor={editor} type="tool" detail={(tool) => showLatency(tool.latency_s)}>
      {(tool) => (
        <>
          <LatencyField
            {...fieldsOf(editor, "tool", tool)("latency_s", t("panel.field.latency"))}
            placeholder={t("panel.unknown.she")}
          />
          <Access editor={editor} tool={tool} />
          <Feeds editor={editor} tool={tool} />
        </>
      )}
    </Library>
  );
}

/** Everyone, or the actors ticked: none ticked is no one. */
function Access({ editor, tool }: { editor: Editor; tool: Tool }): JSX.Element {
  const field = fieldsOf(editor, "tool", tool)("actors", t("panel.field.access"));
  const actors = options(editor.state.value, "actor");
  const granted = tool.actors ?? [];
  return (
    <fieldset class="form-field access" data-field={field.place}>
      <legend class="field-label">{field.label}</legend>
      <Check
        label={t("panel.access.everyone")}
        place={placeOf("tool", tool.id, "everyone")}
        value={tool.actors === null}
        commit={(everyone) => field.commit(everyone ? null : actors.map(({ id }) => id))}
      />
      {tool.actors !== null &&
        actors.map(({ id, title }) => (
          <Check
            key={id}
            label={title}
            place={placeOf("tool", tool.id, `actors.${id}`)}
            value={granted.includes(id)}
            commit={(has) => field.commit(has ? [...granted, id] : granted.filter((actor) => actor !== id))}
          />
        ))}
      {tool.actors?.length === 0 && <p class="hint">{t("panel.access.nobody")}</p>}
    </fieldset>
  );
}

function Feeds({ editor, tool }: { editor: Editor; tool: Tool }): JSX.Element {
  const state = editor.state.value;
  const feeds = feedsOf(state, tool.id);
  const [information, setInformation] = useState<string | null>(null);
  const others = options(state, "tool").filter(({ id }) => id !== tool.id);
  const feed = (to: string): void => {
    if (information === null) return;
    feedAdd.run(editor, { tool: tool.id, information, to });
    setInformation(null);
  };
  return (
    <fieldset class="form-field feeds" data-rows data-field={placeOf("tool", tool.id, "feeds")}>
      <legend class="field-label">{t("panel.field.feeds")}</legend>
      {feeds.map((each) => (
        <FeedItem key={each.id} editor={editor} feed={each} />
      ))}
      <div class="field-row">
        <Combobox
          label={t("panel.feed.information")}
          quiet
          place={placeOf("tool", tool.id, "feeds.information")}
          placeholder={t("panel.feed.information.hint")}
          options={options(state, "information")}
          value={information}
          pick={setInformation}
          clear={() => setInformation(null)}
          make={(title) => setInformation(libraryAdd.run(editor, "information", title))}
        />
        {information !== null && (
          <Combobox
            label={t("panel.feed.to")}
            quiet
            place={placeOf("tool", tool.id, "feeds.to")}
            placeholder={t("panel.feed.to.hint")}
            options={others}
            pick={feed}
          />
        )}
      </div>
    </fieldset>
  );
}

function FeedItem({ editor, feed }: { editor: Editor; feed: Feed }): JSX.Element {
  const state = editor.state.value;
  const name = t("panel.feed.name", {
    information: titleOf(state, "information", feed.information),
    to: titleOf(state, "tool", feed.to),
  });
  return (
    <p class="feed" data-row>
      <span>{name}</span>
      <button
        type="button"
        class="button small"
        onClick={(event) => takingAway(event.currentTarget, () => feedRemove.run(editor, feed.id))}
      >
        {t("panel.remove")}
        <span class="visually-hidden"> {name}</span>
      </button>
    </p>
  );
}
