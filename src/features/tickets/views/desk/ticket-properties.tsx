import { Avatar, Button, Icon, MenuButton, Panel, TextInput, useUi, Form } from "../../../../ui/index.ts";
import { offeredMoves } from "../../rules/desk-offers.ts";
import { isTechnical } from "../../rules/technical.ts";
import { words } from "../../words.ts";
import { deskWords } from "../../words-desk.ts";
import { ChannelMark, prioritiesDown, PriorityTag, priorityLooks, StatusTag, statusLook } from "../tags.tsx";
import { nameOf, teamName } from "./around.ts";
import { ChoiceMenu, Property, versioned } from "./choice-menu.tsx";
import { DevelopmentProperty } from "./development-property.tsx";
import { ProductProperties } from "./product-properties.tsx";
import { FormName, refusedForm } from "./refused-form.tsx";
import { ticketPath, type TicketScreen } from "./ticket-screen.ts";

/** What can be changed with one choice, each where it is shown. */
export const TicketProperties = ({ screen }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].properties;
  const { ticket } = screen;
  return (
    <Panel look="section" title={w.title}>
      <dl class="properties">
        <StatusProperty screen={screen} />
        {ticket.type.hasPriority && <PriorityProperty screen={screen} />}
        <AssigneesProperty screen={screen} />
        <TeamProperty screen={screen} />
        <TypeProperty screen={screen} />
        <ProductProperties screen={screen} />
        <DevelopmentProperty screen={screen} />
        <PlannedVersionProperty screen={screen} />
        <VisibilityProperty screen={screen} />
        <TagsProperty screen={screen} />
        <Property label={w.channel}>
          <span class="property-fixed">
            <ChannelMark channel={ticket.channel} worded />
          </span>
        </Property>
      </dl>
    </Panel>
  );
};

const StatusProperty = ({ screen }: { screen: TicketScreen }) => {
  const { locale } = useUi();
  const { ticket, offers } = screen;
  const w = deskWords[locale].properties;
  const moves = offeredMoves(ticket, offers);
  return (
    <ChoiceMenu
      label={w.status}
      mayChange={moves.length > 0}
      hotkey="s"
      now={<StatusTag name={ticket.statusName} audience="agent" look="plain" />}
    >
      {moves.map(({ verb, name }) => (
        <MenuButton
          key={verb}
          action={ticketPath(ticket, "/move")}
          name="verb"
          value={verb}
          fields={versioned(screen)}
          icon={statusLook(name.status, "agent").icon}
        >
          {name[locale]}
        </MenuButton>
      ))}
    </ChoiceMenu>
  );
};

const PriorityProperty = ({ screen }: { screen: TicketScreen }) => {
  const { locale } = useUi();
  const { ticket, offers } = screen;
  const w = deskWords[locale].properties;
  return (
    <ChoiceMenu
      label={w.priority}
      mayChange={offers.has("change") && screen.together.mayRank}
      hotkey="p"
      now={ticket.priority ? <PriorityTag priority={ticket.priority} look="plain" /> : w.none}
    >
      {prioritiesDown.map((priority) => (
        <MenuButton
          key={priority}
          action={ticketPath(ticket, "/change")}
          name="priority"
          value={priority}
          fields={versioned(screen)}
          icon={priorityLooks[priority].icon}
          current={priority === ticket.priority}
        >
          {words[locale].priorities[priority]}
          <span class="small muted block">{screen.around.criteria[priority][locale]}</span>
        </MenuButton>
      ))}
    </ChoiceMenu>
  );
};

const AssigneesProperty = ({ screen }: { screen: TicketScreen }) => {
  const { ticket, around, offers, viewer } = screen;
  const w = deskWords[useUi().locale].properties;
  // Oneself first: that is whom one assigns most.
  const agents = [...around.agents].sort((a, b) => Number(b.id === viewer.id) - Number(a.id === viewer.id));
  const without = (id: number): number[] => ticket.assigneeIds.filter((each) => each !== id);
  return (
    <ChoiceMenu
      label={w.assignees}
      mayChange={offers.has("assign") || offers.has("unassign")}
      hotkey="a"
      now={
        ticket.assigneeIds.length === 0 ? (
          <span class="muted">{w.nobody}</span>
        ) : (
          <span class="property-people">
            {ticket.assigneeIds.map((id) => (
              <span key={id} class="property-person">
                <Avatar name={nameOf(around, id)} size="xs" />
                {nameOf(around, id)}
              </span>
            ))}
          </span>
        )
      }
    >
      {agents.map(({ id, name }) => {
        const isAssigned = ticket.assigneeIds.includes(id);
        const next = isAssigned ? without(id) : [...ticket.assigneeIds, id];
        return (
          <MenuButton
            key={id}
            action={ticketPath(ticket, "/assign")}
            name="assigneeIds"
            value={next.join(",")}
            fields={versioned(screen)}
            icon={id === viewer.id ? "hand" : "user"}
            current={isAssigned}
          >
            {id === viewer.id ? w.me({ name }) : name}
          </MenuButton>
        );
      })}
    </ChoiceMenu>
  );
};

const TeamProperty = ({ screen }: { screen: TicketScreen }) => {
  const { ticket, around, offers } = screen;
  const w = deskWords[useUi().locale].properties;
  return (
    <ChoiceMenu
      label={w.team}
      mayChange={offers.has("change") && (ticket.teamId !== null || around.teams.some(({ isRetired }) => !isRetired))}
      now={teamName(around, ticket.teamId) ?? <span class="muted">{w.none}</span>}
    >
      {[...around.teams.filter(({ id, isRetired }) => !isRetired || id === ticket.teamId), undefined].map((team) => (
        <MenuButton
          key={team?.id ?? 0}
          action={ticketPath(ticket, "/change")}
          name="teamId"
          value={team ? String(team.id) : ""}
          fields={versioned(screen)}
          icon="users"
          current={(team?.id ?? null) === ticket.teamId}
        >
          {team?.name ?? w.none}
        </MenuButton>
      ))}
    </ChoiceMenu>
  );
};

const TypeProperty = ({ screen }: { screen: TicketScreen }) => {
  const { locale } = useUi();
  const { ticket, around, offers } = screen;
  const w = deskWords[locale].properties;
  return (
    <ChoiceMenu label={w.type} mayChange={offers.has("change")} now={ticket.type.names[locale]}>
      {around.types
        .filter((type) => !type.isRetired || type.id === ticket.type.id)
        .map((type) => (
          <MenuButton
            key={type.id}
            action={ticketPath(ticket, "/change")}
            name="typeId"
            value={String(type.id)}
            fields={versioned(screen)}
            current={type.id === ticket.type.id}
          >
            {type.names[locale]}
          </MenuButton>
        ))}
    </ChoiceMenu>
  );
};

/** For an order it is what everybody waits for, so it stands here also while there is none. */
const PlannedVersionProperty = ({ screen: { ticket, offers } }: { screen: TicketScreen }) => {
  const { locale } = useUi();
  const { plannedVersion } = ticket;
  if (plannedVersion === null && !isTechnical(ticket)) return null;
  const now = plannedVersion ?? deskWords[locale].properties.none;
  return (
    <Property label={words[locale].fields.plannedVersion}>
      <span class="property-fixed">
        {offers.has("change") ? (
          // The browser unfolds where a link leads, Turbo does not.
          <a class="text-link" href="#fields-form-plannedVersion" data-turbo="false">
            {now}
          </a>
        ) : (
          now
        )}
      </span>
    </Property>
  );
};

const VisibilityProperty = ({ screen }: { screen: TicketScreen }) => {
  const { locale } = useUi();
  const { ticket, offers } = screen;
  const w = deskWords[locale].properties;
  const named = words[locale].visibilities;
  return (
    <ChoiceMenu
      label={w.visibility}
      mayChange={offers.has("change")}
      now={
        <span class="inline-flex items-center gap-1.5">
          <Icon name={ticket.visibility === "internal" ? "lock" : "eye"} size={14} /> {named[ticket.visibility]}
        </span>
      }
    >
      {(["public", "internal"] as const).map((visibility) => (
        <MenuButton
          key={visibility}
          action={ticketPath(ticket, "/change")}
          name="visibility"
          value={visibility}
          fields={versioned(screen)}
          icon={visibility === "internal" ? "lock" : "eye"}
          current={visibility === ticket.visibility}
        >
          {named[visibility]}
        </MenuButton>
      ))}
    </ChoiceMenu>
  );
};

const TagsProperty = ({ screen }: { screen: TicketScreen }) => {
  const { ticket, offers } = screen;
  const refused = refusedForm(screen, "tag-form");
  const w = deskWords[useUi().locale].properties;
  const mayChange = offers.has("change");
  const { tags } = ticket;
  return (
    <Property label={w.tags}>
      <span class="property-tags">
        {tags.length === 0 && !mayChange && <span class="muted">{w.none}</span>}
        {tags.map((tag) =>
          mayChange ? (
            <form key={tag} method="post" action={ticketPath(ticket, "/change")}>
              <input type="hidden" name="version" value={ticket.version} />
              <input type="hidden" name="tags" value={tags.filter((each) => each !== tag).join(",")} />
              <button class="filter-chip" title={w.removeTag({ tag })}>
                {tag}
                <Icon name="x" size={14} />
                <span class="sr-only">{w.removeTag({ tag })}</span>
              </button>
            </form>
          ) : (
            <span key={tag} class="filter-chip">
              {tag}
            </span>
          ),
        )}
        {mayChange && (
          <details class="property-add" id="add-tag" open={refused !== undefined}>
            <summary title={w.addTag}>
              <Icon name="plus" size={14} />
              <span class="sr-only">{w.addTag}</span>
            </summary>
            <Form id="tag-form" action={ticketPath(ticket, "/change")} plain class="row" {...refused}>
              <FormName id="tag-form" />
              <input type="hidden" name="version" value={ticket.version} />
              <input type="hidden" name="tagsBefore" value={tags.join(",")} />
              <TextInput name="tag" label={w.addTag} hideLabel mark={false} maxLength={60} />
              <Button size="sm">{w.add}</Button>
            </Form>
          </details>
        )}
      </span>
    </Property>
  );
};
