import { Api } from "./api.js";
import { ClockView } from "./clock.js";
import { ConversationView } from "./conversation.js";
import { TaskDialog } from "./dialog.js";
import { el, icon } from "./dom.js";
import { runTask } from "./extension.js";
import { PlaceDialog } from "./placeDialog.js";
import { Places } from "./places.js";
import { addressWith, settings, themeForBot } from "./settings.js";
import { texts } from "./texts.js";

// The address says who the visitor is and which conversation is open: /?member=29:…&chat=personal. Without a member the stand-in
// sends the visitor to the first.
const address = new URLSearchParams(location.search);
const api = new Api(address.get("member") ?? "");
const narrow = matchMedia("(max-width: 45rem)");
const lost = el("p", { class: "lost", role: "status", hidden: true }, texts.reconnecting);

let page;
let state;
let early = [];

api.follow({
  onOpen: read,
  onChange: take,
  onLost: () => {
    if (!lost.isConnected) {
      document.body.append(lost);
    }
    lost.hidden = false;
  },
});

// Reads everything anew: when the line is up (again), and when the visitor's places have changed.
async function read() {
  early = [];
  state = undefined;
  const answer = await api.state();
  if (!answer) {
    return false;
  }
  state = answer;
  lost.hidden = true;
  page ??= new Page(state);
  page.showAll(state);
  early.splice(0).forEach(take);
  return true;
}

// Changes that come before the state has been read wait for it; those that the state already shows are passed over.
function take(change) {
  if (!state) {
    early.push(change);
  } else if (change.place && change.revision > state.revision) {
    read();
  } else if (change.revision > state.revision) {
    page.change(change);
  }
}

class Page {
  #places;
  #context;
  #conversations = new Map();
  #links = new Map();
  #unread = new Set();
  #clock;
  #placeDialog;
  #open;
  #nav = el("nav", { class: "places", "aria-label": texts.places });
  #unreadDot = el("span", { class: "unread", hidden: true });
  #fold = el("details", { class: "fold" }, el("summary", {}, texts.places, this.#unreadDot), this.#nav);
  #main = el("main");

  constructor(first) {
    this.#places = new Places(first);
    const dialog = new TaskDialog();
    this.#placeDialog = new PlaceDialog(api, this.#places);
    this.#context = {
      api,
      places: this.#places,
      isOldClient: settings.client === "old",
      theme: themeForBot,
      openDialog: (answer, handlers) => dialog.open(answer, handlers),
      managePlace: (place) => this.#placeDialog.open(place.id),
      runCommand: (command, { conversation, thread, id }) => runTask(this.#context, command, { conversation, thread, activityId: id }),
      insert: (conversationId, attachment) => this.#conversations.get(conversationId)?.insert(attachment),
    };
    this.#clock = first.clock ? new ClockView(api, first.clock) : undefined;

    document.body.replaceChildren(
      el(
        "aside",
        {},
        el("h1", { class: "team" }, texts.heading),
        this.#fold,
        el("div", { class: "about" }, this.#chooser(), this.#more(first))),
      this.#main,
      dialog.element,
      this.#placeDialog.element,
      lost);
    openWhenWide(this.#fold);
    addEventListener("popstate", () => this.#show(placeInAddress()));
  }

  showAll(state) {
    this.#places.take(state);
    this.#showPlaces();
    for (const [id, view] of this.#conversations) {
      view.showAll(state.activities.filter((message) => message.conversation === id));
    }
    this.#show(this.#open && this.#places.conversation(this.#open) ? this.#places.addressName(this.#open) : placeInAddress());
    this.#placeDialog.redraw();
    if (state.clock) {
      this.#clock?.set(state.clock);
    }
  }

  change({ activity, deleted, typing, clock }) {
    if (activity) {
      this.#conversations.get(activity.conversation)?.change(activity);
      this.#markUnread(activity);
    } else if (deleted) {
      this.#conversations.forEach((view) => view.delete(deleted));
    } else if (typing) {
      this.#conversations.get(typing.conversation)?.typing();
    } else if (clock) {
      this.#clock?.set(clock);
    }
  }

  // The conversations that there are now, and their links; those that stay keep what they show.
  #showPlaces() {
    const conversations = this.#places.conversations;
    const ids = new Set(conversations.map(({ id }) => id));
    for (const [id, view] of [...this.#conversations]) {
      if (!ids.has(id)) {
        view.element.remove();
        this.#conversations.delete(id);
      }
    }
    for (const conversation of conversations) {
      const known = this.#conversations.get(conversation.id);
      if (known) {
        known.configure();
      } else {
        const view = new ConversationView(this.#context, conversation.id);
        this.#conversations.set(conversation.id, view);
        this.#main.append(view.element);
      }
    }
    this.#links.clear();
    const teams = this.#places.all.filter((place) => place.kind === "team");
    const chats = this.#places.all.filter((place) => place.kind !== "team");
    this.#nav.replaceChildren(
      ...teams.map((team) => this.#group(team.name, conversations.filter(({ place }) => place === team), team)),
      this.#group(texts.chats, conversations.filter(({ place }) => chats.includes(place))));
  }

  #group(name, conversations, team) {
    return el(
      "section",
      { class: `place${team ? " is-team" : ""}` },
      el(
        "div",
        { class: "place-name" },
        el("h2", {}, name),
        team && el("button", {
          type: "button",
          class: "quiet",
          "aria-label": texts.manageTeam(team.name),
          title: texts.manageTeam(team.name),
          onclick: () => this.#context.managePlace(team),
        }, icon("more"))),
      team?.isArchived && el("p", { class: "hint" }, texts.archived),
      team?.isDeleted && el("p", { class: "hint" }, texts.deletedTeam),
      ...conversations.map((conversation) => this.#link(conversation)));
  }

  #link({ id, name, kind }) {
    const dot = el("span", { class: "unread", hidden: !this.#unread.has(id) });
    const link = el(
      "a",
      {
        href: addressOf(this.#places.addressName(id)),
        "data-conversation": id,
        onclick: (event) => {
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            history.pushState(undefined, "", addressOf(this.#places.addressName(id)));
            this.#show(this.#places.addressName(id));
            this.#fold.open = !narrow.matches;
          }
        },
      },
      icon(kind === "team" ? "channel" : kind === "groupChat" ? "people" : "chat"),
      el("span", {}, name),
      kind === "personal" && el("span", { class: "hint" }, texts.personalChat),
      dot);
    this.#links.set(id, { link, dot });
    return link;
  }

  #show(addressName) {
    const open = this.#places.fromAddress(addressName);
    this.#open = open;
    for (const [id, { link, dot }] of this.#links) {
      const view = this.#conversations.get(id);
      const wasOpen = !view.element.hidden;
      view.element.hidden = id !== open;
      if (id === open) {
        link.setAttribute("aria-current", "page");
        this.#unread.delete(id);
        dot.hidden = true;
        view.arrive(wasOpen);
      } else {
        link.removeAttribute("aria-current");
      }
    }
    this.#unreadDot.hidden = this.#unread.size === 0;
    document.title = texts.title(this.#places.conversation(open).name, this.#places.me.name);
  }

  #markUnread(message) {
    const tab = this.#links.get(message.conversation);
    if (tab && message.conversation !== this.#open && !message.editedAt) {
      this.#unread.add(message.conversation);
      tab.dot.hidden = false;
      this.#unreadDot.hidden = false;
    }
  }

  #chooser() {
    const { me, everybody } = this.#places;
    const select = el(
      "select",
      {
        id: "who",
        onchange: () => {
          location.href = addressWith({ member: select.value });
        },
      },
      ...everybody.map((member) => el(
        "option",
        { value: member.id, selected: member.id === me.id },
        texts.memberChoice(member.name, member.label))));
    return el("div", { class: "chooser" }, el("label", { for: "who" }, texts.youAre), select);
  }

  #more({ banner }) {
    const { me, everybody } = this.#places;
    const more = el(
      "details",
      { class: "fold more" },
      el("summary", {}, this.#clock ? texts.moreWithClock : texts.more),
      this.#clock?.element,
      el(
        "details",
        { class: "open-as" },
        el("summary", {}, texts.openAs),
        el("ul", { "aria-label": texts.openAsHint }, ...everybody.filter((member) => member.id !== me.id).map((member) => el(
          "li",
          {},
          el(
            "a",
            { href: addressWith({ member: member.id }), target: "_blank", rel: "noopener" },
            texts.memberChoice(member.name, member.label)))))),
      setting("theme", texts.theme, texts.themes),
      setting("client", texts.client, texts.clients),
      ...banner.map((line) => el("p", { class: "banner" }, line)),
      el("p", { class: "notice" }, texts.standIn));
    openWhenWide(more);
    return more;
  }
}

// Folded away on a phone, where the conversation needs the room.
function openWhenWide(details) {
  const fold = () => {
    details.open = !narrow.matches;
  };
  narrow.addEventListener("change", fold);
  fold();
}

function setting(name, label, choices) {
  const select = el(
    "select",
    {
      id: name,
      onchange: () => {
        location.href = addressWith({ [name]: select.value });
      },
    },
    ...Object.entries(choices).map(([value, title]) => el("option", { value, selected: settings[name] === value }, title)));
  return el("div", { class: "chooser" }, el("label", { for: name }, label), select);
}

function placeInAddress() {
  return new URLSearchParams(location.search).get("chat") ?? "";
}

function addressOf(place) {
  return addressWith({ chat: place });
}
