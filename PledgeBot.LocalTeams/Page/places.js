import { texts } from "./texts.js";

// What the page knows of people and places, as of the last state it read. Everything on the page asks here, so that a new state is seen
// everywhere at once.
export class Places {
  #state;
  #people;
  #conversations;

  constructor(state) {
    this.take(state);
  }

  take(state) {
    this.#state = state;
    this.#people = new Map(state.everybody.map((person) => [person.id, person]));
    this.#conversations = new Map(state.places.flatMap((place) => conversationsIn(place)).map((found) => [found.id, found]));
  }

  get me() {
    return this.#state.me;
  }

  get bot() {
    return this.#state.bot;
  }

  get everybody() {
    return this.#state.everybody;
  }

  get commands() {
    return this.#state.commands;
  }

  get supportsFiles() {
    return this.#state.supportsFiles;
  }

  // The places in the order they are listed.
  get all() {
    return this.#state.places;
  }

  // The conversations that can be opened, in the order they are listed: { id, name, kind, place }.
  get conversations() {
    return [...this.#conversations.values()];
  }

  conversation(id) {
    return this.#conversations.get(id);
  }

  person(id) {
    return this.#people.get(id);
  }

  nameOf(id) {
    return id === this.bot.id ? this.bot.name : this.person(id)?.name ?? id;
  }

  labelOf(id) {
    return this.person(id)?.label ?? "";
  }

  membersOf(conversationId) {
    return (this.conversation(conversationId)?.place.members ?? []).map((id) => this.person(id)).filter(Boolean);
  }

  // Whom a people picker offers: those of the conversation, or everybody.
  pickable(conversationId) {
    return { here: this.membersOf(conversationId), everybody: this.everybody };
  }

  commandsFor(context) {
    return this.commands.filter((command) => command.contexts.includes(context));
  }

  // The conversation's name in the page's address: the two that are nearly always meant have short ones.
  addressName(conversationId) {
    return conversationId === this.#state.personal.id ? "personal" : conversationId === this.#state.channel?.id ? "channel" : conversationId;
  }

  // The conversation that an address means; the first one when it means none.
  fromAddress(name) {
    const id = name === "personal" ? this.#state.personal.id : name === "channel" || !name ? this.#state.channel?.id : name;
    return (this.#conversations.has(id) ? id : this.#state.channel?.id) ?? this.#state.personal.id;
  }
}

function conversationsIn(place) {
  if (place.isDeleted) {
    return [];
  }
  return place.kind === "team"
    ? place.channels
      .filter((channel) => !channel.isDeleted)
      .map((channel) => ({ id: channel.id, name: channel.name ?? texts.general, kind: place.kind, place }))
    : [{ id: place.id, name: place.name, kind: place.kind, place }];
}
