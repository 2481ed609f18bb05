import { Api } from "./api.js";
import { ClockView } from "./clock.js";
import { ConversationView } from "./conversation.js";
import { TaskDialog } from "./dialog.js";
import { el, icon } from "./dom.js";
import { texts } from "./texts.js";

// The address says who the visitor is and which conversation is open: /?member=29:…&chat=personal. Without a member the stand-in
// sends the visitor to the team's first.
const address = new URLSearchParams(location.search);
const api = new Api(address.get("member") ?? "");
const lost = el("p", { class: "lost", role: "status", hidden: true }, texts.reconnecting);

let page;
let state;
let early = [];

api.follow({
  onOpen: async () => {
    early = [];
    state = undefined;
    const read = await api.state();
    if (!read) {
      return false;
    }
    state = read;
    lost.hidden = true;
    page ??= new Page(state);
    page.showAll(state);
    early.splice(0).forEach(take);
    return true;
  },
  onChange: take,
  onLost: () => {
    if (!lost.isConnected) {
      document.body.append(lost);
    }
    lost.hidden = false;
  },
});

// Changes that come before the state has been read wait for it; those that the state already shows are passed over.
function take(change) {
  if (!state) {
    early.push(change);
  } else if (change.revision > state.revision) {
    page.change(change);
  }
}

class Page {
  #conversations = new Map();
  #tabs = new Map();
  #clock;
  #state;

  constructor(first) {
    this.#state = first;
    const labels = new Map(first.members.map((member) => [member.id, member.label]));
    const theme = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "default");
    const dialog = new TaskDialog({ api, theme });
    const context = {
      api,
      me: first.me,
      labelOf: (id) => labels.get(id) ?? "",
      theme,
      openDialog: (answer, activityId) => dialog.open(answer, activityId),
    };
    this.#add(context, "channel", { ...first.channel, isChannel: true });
    this.#add(context, "personal", { ...first.personal, isChannel: false });
    this.#clock = first.clock ? new ClockView(api, first.clock) : undefined;

    document.body.replaceChildren(
      el(
        "aside",
        {},
        el("h1", { class: "team" }, first.teamName),
        el("nav", { class: "places", "aria-label": texts.places }, ...[...this.#tabs.values()].map(({ link }) => link)),
        el("div", { class: "about" }, this.#chooser(first), this.#more(first), el("p", { class: "notice" }, texts.standIn))),
      el("main", {}, ...[...this.#conversations.values()].map((view) => view.element)),
      dialog.element,
      lost);
    addEventListener("popstate", () => this.#open(placeInAddress(), { remember: false }));
    this.#open(placeInAddress(), { remember: false });
  }

  showAll({ activities, clock }) {
    for (const [id, view] of this.#conversations) {
      view.showAll(activities.filter((message) => message.conversation === id));
    }
    if (clock) {
      this.#clock?.set(clock);
    }
  }

  change({ activity, deleted, clock }) {
    if (activity) {
      this.#conversations.get(activity.conversation)?.change(activity);
      this.#markUnread(activity);
    } else if (deleted) {
      this.#conversations.forEach((view) => view.delete(deleted));
    } else if (clock) {
      this.#clock?.set(clock);
    }
  }

  #add(context, place, conversation) {
    const dot = el("span", { class: "unread", hidden: true });
    const link = el(
      "a",
      {
        href: addressOf(place),
        "data-conversation": conversation.id,
        onclick: (event) => {
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            this.#open(place, { remember: true });
          }
        },
      },
      icon(place === "channel" ? "channel" : "chat"),
      el("span", {}, conversation.name),
      place === "personal" ? el("span", { class: "hint" }, texts.personalChat) : undefined,
      dot);
    this.#tabs.set(place, { id: conversation.id, name: conversation.name, link, dot });
    this.#conversations.set(conversation.id, new ConversationView(context, conversation));
  }

  #open(place, { remember }) {
    for (const [name, { id, link, dot }] of this.#tabs) {
      const isOpen = name === place;
      this.#conversations.get(id).element.hidden = !isOpen;
      if (isOpen) {
        link.setAttribute("aria-current", "page");
        dot.hidden = true;
        this.#conversations.get(id).arrive();
      } else {
        link.removeAttribute("aria-current");
      }
    }
    if (remember) {
      history.pushState(undefined, "", addressOf(place));
    }
    document.title = texts.title(this.#tabs.get(place).name, this.#state.me.name);
  }

  #markUnread(message) {
    for (const { id, link, dot } of this.#tabs.values()) {
      if (id === message.conversation && !link.hasAttribute("aria-current") && !message.editedAt) {
        dot.hidden = false;
      }
    }
  }

  #chooser({ me, members }) {
    const select = el(
      "select",
      {
        id: "who",
        onchange: () => {
          location.search = new URLSearchParams({ member: select.value, chat: placeInAddress() });
        },
      },
      ...members.map((member) => el(
        "option",
        { value: member.id, selected: member.id === me.id },
        texts.memberChoice(member.name, member.label))));
    return el("div", { class: "chooser" }, el("label", { for: "who" }, texts.youAre), select);
  }

  // Folded away on a phone, where the conversation needs the room.
  #more({ me, members, banner }) {
    const others = members.filter((member) => member.id !== me.id);
    const more = el(
      "details",
      { class: "more" },
      el("summary", {}, this.#clock ? texts.moreWithClock : texts.more),
      this.#clock?.element,
      el(
        "details",
        { class: "open-as" },
        el("summary", {}, texts.openAs),
        el("ul", { "aria-label": texts.openAsHint }, ...others.map((member) => el(
          "li",
          {},
          el(
            "a",
            { href: `/?${new URLSearchParams({ member: member.id })}`, target: "_blank", rel: "noopener" },
            texts.memberChoice(member.name, member.label)))))),
      ...banner.map((line) => el("p", { class: "banner" }, line)));
    const narrow = matchMedia("(max-width: 45rem)");
    const fold = () => {
      more.open = !narrow.matches;
    };
    narrow.addEventListener("change", fold);
    fold();
    return more;
  }
}

function placeInAddress() {
  return new URLSearchParams(location.search).get("chat") === "personal" ? "personal" : "channel";
}

function addressOf(place) {
  const parameters = new URLSearchParams(location.search);
  parameters.set("chat", place);
  return `/?${parameters}`;
}
