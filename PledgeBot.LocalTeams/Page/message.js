import { CardView } from "./cardView.js";
import { el } from "./dom.js";
import { toHtml } from "./markdown.js";
import { texts } from "./texts.js";
import { dayAndTime, timeOfDay } from "./times.js";

const adaptiveCard = "application/vnd.microsoft.card.adaptive";

// One message. It can be shown again with a newer version of itself, and keeps its cards' views when it is.
export class MessageView {
  #context;
  #cards = [];
  #body = el("div", { class: "message-body" });
  #edited = el("span", { class: "edited" });

  constructor(context, message) {
    this.#context = context;
    const sender = message.activity.from ?? {};
    const at = new Date(message.at);
    this.isBot = message.fromBot;
    this.sender = sender.name ?? sender.id ?? "";
    this.element = el(
      "article",
      {
        class: `message${message.fromBot ? " from-bot" : ""}${sender.id === context.me.id ? " mine" : ""}`,
        "data-activity-id": message.id,
        "data-conversation": message.conversation,
        "data-thread": message.thread,
        "data-from": sender.id,
      },
      el("div", { class: "avatar", "aria-hidden": "true" }, initials(this.sender)),
      el(
        "div",
        { class: "message-main" },
        el(
          "header",
          {},
          el("span", { class: "sender" }, this.sender),
          el("span", { class: "label" }, context.labelOf(sender.id)),
          el("time", { datetime: message.at, title: dayAndTime(at) }, timeOfDay(at)),
          this.#edited),
        this.#body));
    this.show(message);
  }

  show(message) {
    this.message = message;
    this.#edited.textContent = message.editedAt ? texts.edited : "";
    const attachments = (message.activity.attachments ?? []).filter((a) => a.contentType !== "text/html");
    const cards = attachments.filter((a) => a.contentType === adaptiveCard);
    const others = attachments.filter((a) => a.contentType !== adaptiveCard);
    const areSame = cards.length === this.#cards.length;
    if (areSame) {
      cards.forEach((card, index) => this.#cards[index].replaceBase(card.content));
    } else {
      this.#cards = cards.map((card) => new CardView(this.#context, message.id, card.content));
    }

    const words = message.activity.text ? wordsOf(message) : undefined;
    const before = [words, ...others.map((other) => attachmentOf(other, this.sender))].filter(Boolean);
    if (areSame && this.#cards.length > 0) {
      // The cards stay where they are, so that a cursor in one of them stays too.
      [...this.#body.children].filter((child) => !child.classList.contains("card")).forEach((child) => child.remove());
      this.#body.prepend(...before);
    } else {
      this.#body.replaceChildren(...before, ...this.#cards.map((card) => card.element));
    }
  }

  refreshMine() {
    this.#cards.forEach((card) => card.refreshIfMine());
  }

  // What a screen reader hears of a new message.
  gist() {
    return (this.message.activity.summary ?? this.message.activity.text ?? "").replace(/<[^>]*>/g, "").trim().slice(0, 200);
  }
}

function wordsOf({ activity, fromBot }) {
  const paragraph = el("div", { class: "words" });
  const mentions = (activity.entities ?? []).filter((e) => e.type === "mention" && e.text && activity.text.includes(e.text));
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

function attachmentOf(attachment, sender) {
  if (!attachment.contentType?.startsWith("image/")) {
    return el("p", { class: "unreadable" }, texts.otherAttachment);
  }
  const source = sourceOf(attachment.contentUrl ?? "");
  const picture = el("img", { class: "picture", src: source, alt: texts.imageAlt(sender), loading: "lazy" });
  picture.addEventListener("error", () => picture.replaceWith(el("p", { class: "unreadable" }, texts.imageGone)));
  return el("a", { class: "picture-link", href: source, target: "_blank", rel: "noopener" }, picture);
}

// Members' pictures lie in this server, which may have had another port when the message was written.
function sourceOf(address) {
  if (address.startsWith("data:image/")) {
    return address;
  }
  try {
    return new URL(address).pathname;
  } catch {
    return "";
  }
}

function initials(name) {
  return name.split(/\s+/).filter(Boolean).map((part) => part[0]).slice(0, 2).join("").toUpperCase();
}
