import { asAdaptive } from "./card.js";
import { CardView } from "./cardView.js";
import { el, icon } from "./dom.js";
import { toHtml } from "./markdown.js";
import { texts } from "./texts.js";
import { dayAndTime, timeOfDay } from "./times.js";

const htmlAttachment = "text/html";
const reactionSigns = { like: "👍", heart: "❤️", laugh: "😆", surprised: "😮", sad: "😢", angry: "😠" };

// One message. It can be shown again with a newer version of itself, and keeps its cards' views when it is.
export class MessageView {
  #context;
  #cards = [];
  #body = el("div", { class: "message-body" });
  #edited = el("span", { class: "edited" });
  #reactions = el("ul", { class: "reactions", "aria-label": texts.reactions, hidden: true });
  #menuButton;
  #menu = el("div", { class: "message-menu", hidden: true });

  constructor(context, message) {
    this.#context = context;
    const { places } = context;
    const sender = message.activity.from ?? {};
    const at = new Date(message.at);
    this.isBot = message.fromBot;
    this.isMine = sender.id === places.me.id;
    this.sender = sender.name ?? sender.id ?? "";
    this.#menuButton = el("button", {
      type: "button",
      class: "quiet message-more",
      "aria-label": texts.messageMenu(this.sender),
      title: texts.messageMenu(this.sender),
      "aria-expanded": "false",
      onclick: () => this.#toggleMenu(),
    }, icon("more"));
    this.element = el(
      "article",
      {
        class: `message${message.fromBot ? " from-bot" : ""}${this.isMine ? " mine" : ""}`,
        "data-activity-id": message.id,
        "data-conversation": message.conversation,
        "data-thread": message.thread,
        "data-from": sender.id,
        onkeydown: (event) => {
          if (event.key === "Escape" && !this.#menu.hidden) {
            event.stopPropagation();
            this.#toggleMenu();
            this.#menuButton.focus();
          }
        },
      },
      el("div", { class: "avatar", "aria-hidden": "true" }, initials(this.sender)),
      el(
        "div",
        { class: "message-main" },
        el(
          "header",
          {},
          el("span", { class: "sender" }, this.sender),
          el("span", { class: "label" }, places.labelOf(sender.id)),
          el("time", { datetime: message.at, title: dayAndTime(at) }, timeOfDay(at)),
          this.#edited,
          this.#menuButton),
        this.#menu,
        this.#body,
        this.#reactions));
    this.show(message);
  }

  show(message) {
    const before = this.message;
    const isEdited = before?.editedAt !== message.editedAt || JSON.stringify(before?.activity) !== JSON.stringify(message.activity);
    this.message = message;
    this.#edited.textContent = message.editedAt ? texts.edited : "";
    this.#menu.hidden = true;
    this.#menuButton.setAttribute("aria-expanded", "false");
    this.#menuButton.hidden = Boolean(message.isRemoved);
    this.#showReactions();
    if (message.isRemoved) {
      this.#cards = [];
      this.#body.replaceChildren(this.#removed());
      return;
    }
    const attachments = (message.activity.attachments ?? []).filter((a) => a.contentType !== htmlAttachment);
    const cards = attachments.map(asAdaptive).filter(Boolean);
    const others = this.isBot ? attachments.filter((a) => !asAdaptive(a)) : [];
    const areSame = cards.length === this.#cards.length;
    if (areSame && isEdited) {
      cards.forEach((card, index) => this.#cards[index].replaceBase(card));
    } else if (!areSame) {
      this.#cards = cards.map((card) => new CardView(this.#context, message, card));
    }

    const words = message.activity.text ? wordsOf(message) : undefined;
    const above = [
      words,
      ...(message.files ?? []).map((file) => this.#fileOf(file)),
      ...others.map((other) => attachmentOf(other, this.sender)),
    ].filter(Boolean);
    if (areSame && this.#cards.length > 0) {
      // The cards stay where they are, so that a cursor in one of them stays too.
      [...this.#body.children].filter((child) => !child.classList.contains("card")).forEach((child) => child.remove());
      this.#body.prepend(...above);
    } else {
      this.#body.replaceChildren(...above, ...this.#cards.map((card) => card.element));
    }
  }

  refreshMine() {
    this.#cards.forEach((card) => card.refreshIfMine());
  }

  // What a screen reader hears of a new message.
  gist() {
    return (this.message.activity.summary ?? this.message.activity.text ?? "").replace(/<[^>]*>/g, "").trim().slice(0, 200);
  }

  #removed() {
    return el(
      "p",
      { class: "unreadable" },
      texts.messageRemoved,
      this.isMine && el("button", {
        type: "button",
        class: "small",
        onclick: () => this.#context.api.restoreMessage(this.message.id),
      }, texts.undo));
  }

  #toggleMenu() {
    const opens = this.#menu.hidden;
    this.#menu.hidden = !opens;
    this.#menuButton.setAttribute("aria-expanded", String(opens));
    if (opens) {
      this.#menu.replaceChildren(...this.#menuItems());
      this.#menu.querySelector("button").focus();
    }
  }

  #menuItems() {
    const { api, places } = this.#context;
    const item = (title, act, attributes = {}) => el("button", {
      type: "button",
      class: "quiet",
      ...attributes,
      onclick: () => {
        this.#toggleMenu();
        act();
      },
    }, title);
    return [
      el("div", { class: "reaction-choice", role: "group", "aria-label": texts.react }, ...Object.entries(reactionSigns).map(([type, sign]) => {
        const isGiven = this.#isGiven(type);
        return item(sign, () => api.react(this.message.id, type, isGiven), {
          "aria-label": texts.reaction[type],
          title: texts.reaction[type],
          "aria-pressed": String(isGiven),
        });
      })),
      this.isMine && this.message.activity.text && item(texts.edit, () => this.#edit()),
      this.isMine && item(texts.remove, () => api.removeMessage(this.message.id)),
      ...places.commandsFor("message").map((command) => item(command.title, () => this.#context.runCommand(command, this.message))),
    ].filter(Boolean);
  }

  #showReactions() {
    const given = new Map();
    for (const { type, by } of this.message.reactions ?? []) {
      given.set(type, [...(given.get(type) ?? []), by]);
    }
    this.#reactions.hidden = given.size === 0 || Boolean(this.message.isRemoved);
    this.#reactions.replaceChildren(...[...given].map(([type, people]) => {
      const isGiven = this.#isGiven(type);
      const title = texts.reactionBy(texts.reaction[type] ?? type, people.map((id) => this.#context.places.nameOf(id)).join(", "));
      return el("li", {}, el("button", {
        type: "button",
        class: "small",
        title,
        "aria-label": title,
        "aria-pressed": String(isGiven),
        onclick: () => this.#context.api.react(this.message.id, type, isGiven),
      }, `${reactionSigns[type] ?? type} ${people.length}`));
    }));
  }

  #isGiven(type) {
    return (this.message.reactions ?? []).some((reaction) => reaction.type === type && reaction.by === this.#context.places.me.id);
  }

  #edit() {
    const box = el("textarea", { rows: "2", "aria-label": texts.editLabel });
    box.value = this.message.activity.text.replace(mentionOf(this.message), "").replaceAll("&nbsp;", " ").trim();
    const failed = el("p", { class: "strip error", role: "alert", hidden: true }, texts.notEdited);
    const form = el(
      "form",
      {
        class: "edit",
        onsubmit: async (event) => {
          event.preventDefault();
          failed.hidden = await this.#context.api.editMessage(this.message.id, box.value);
        },
      },
      box,
      failed,
      el("button", { type: "submit", class: "primary" }, texts.save),
      el("button", { type: "button", onclick: () => this.show(this.message) }, texts.cancel));
    this.#body.replaceChildren(form);
    this.#cards = [];
    box.focus();
  }

  #fileOf({ id, name }) {
    const source = this.#context.api.attachment(id);
    if (name) {
      return el("p", { class: "file" }, icon("file"), el("a", { href: source, download: name }, name));
    }
    const picture = el("img", { class: "picture", src: source, alt: texts.imageAlt(this.sender), loading: "lazy" });
    picture.addEventListener("error", () => picture.replaceWith(el("p", { class: "unreadable" }, texts.imageGone)));
    return el("a", { class: "picture-link", href: source, target: "_blank", rel: "noopener" }, picture);
  }
}

function wordsOf({ activity, fromBot }) {
  const paragraph = el("div", { class: "words" });
  const mentions = (activity.entities ?? []).filter((e) => e.type === "mention" && e.text && activity.text.includes(e.text));
  const html = !fromBot && (activity.attachments ?? []).find((a) => a.contentType === htmlAttachment)?.content;
  if (html) {
    paragraph.append(...formatted(new DOMParser().parseFromString(html, "text/html").body));
    return paragraph;
  }
  // Mentions become marks that no markdown touches, and are put back as elements afterwards.
  let text = activity.text;
  mentions.forEach((mention, index) => {
    text = text.replaceAll(mention.text, mark(index));
  });
  if (fromBot && activity.textFormat !== "plain") {
    paragraph.innerHTML = toHtml(text);
  } else {
    paragraph.classList.add("plain");
    paragraph.textContent = text;
  }
  putBack(paragraph, mentions);
  return paragraph;
}

// A member's own formatting: bold, line breaks and mentions. Of anything else the words are kept.
function formatted(node) {
  return [...node.childNodes].flatMap((child) => {
    if (child.nodeType === Node.TEXT_NODE) {
      return child.data;
    }
    switch (child.nodeName) {
      case "STRONG":
        return el("strong", {}, ...formatted(child));
      case "BR":
        return el("br");
      case "SPAN":
        return el("span", { class: "mention" }, ...formatted(child));
      default:
        return formatted(child);
    }
  });
}

function mentionOf({ activity }) {
  return (activity.entities ?? []).find((e) => e.type === "mention")?.text ?? "";
}

const mark = (index) => `\uE000${index}\uE001`;

function putBack(root, mentions) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    nodes.push(walker.currentNode);
  }
  for (const node of nodes) {
    const parts = node.data.split(/\uE000(\d+)\uE001/);
    if (parts.length > 1) {
      node.replaceWith(...parts.map((part, index) => index % 2 === 0
        ? part
        : el("span", { class: "mention" }, mentions[Number(part)]?.mentioned?.name ?? "")));
    }
  }
}

// What the bot sends beside cards: a picture it carries itself. Others are named, not fetched.
function attachmentOf(attachment, sender) {
  return attachment.contentType?.startsWith("image/") && attachment.contentUrl?.startsWith("data:image/")
    ? el("img", { class: "picture", src: attachment.contentUrl, alt: texts.imageAlt(sender) })
    : el("p", { class: "unreadable" }, texts.otherAttachment);
}

function initials(name) {
  return name.split(/\s+/).filter(Boolean).map((part) => part[0]).slice(0, 2).join("").toUpperCase();
}
