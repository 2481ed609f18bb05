import { composer } from "./composer.js";
import { announce, el, icon } from "./dom.js";
import { MessageView } from "./message.js";
import { texts } from "./texts.js";
import { date } from "./times.js";

// Cards further back are refreshed when the bot edits them, not when the conversation is opened.
const refreshedOnOpening = 30;

// How long the bot is shown to be writing.
const typingFor = 5000;

// One conversation: a channel with its threads, or a chat. Messages are kept sorted by their numbers.
export class ConversationView {
  #context;
  #id;
  #views = new Map();
  #threads = new Map();
  #list = el("div", { class: "messages-inner" });
  #head = el("header", { class: "conversation-head" });
  #notice = el("div", { class: "place-notice", hidden: true });
  #typing = el("p", { class: "typing", role: "status", hidden: true });
  #composerPlace = el("div", { class: "composer-place" });
  #composer;
  #stopTyping;
  #scroll;
  #below;

  constructor(context, id) {
    this.#context = { ...context, isShown: () => !this.element.hidden };
    this.#id = id;
    this.#scroll = el("div", { class: "messages", role: "region", "aria-label": texts.messages(this.#conversation.name), tabindex: "0" }, this.#list);
    this.#below = el("button", { type: "button", class: "below", hidden: true, onclick: () => this.#toBottom() }, icon("down"), texts.newBelow);
    this.#scroll.addEventListener("scroll", () => {
      if (this.#isAtBottom()) {
        this.#below.hidden = true;
      }
    }, { passive: true });
    this.element = el(
      "section",
      { class: "conversation", "data-conversation": id, hidden: true },
      this.#head,
      this.#notice,
      this.#scroll,
      this.#typing,
      this.#below,
      this.#composerPlace);
    this.configure();
  }

  get #conversation() {
    return this.#context.places.conversation(this.#id);
  }

  get #isChannel() {
    return this.#conversation?.kind === "team";
  }

  // Shows what the place is like now: its name, whether the app is there, whether anybody can write.
  configure() {
    const { name, kind, place } = this.#conversation;
    this.#head.replaceChildren(
      el("h2", {}, name),
      el("span", { class: "hint" }, kind === "personal" ? texts.personalChat : texts.about(place.name, place.members.length, kind)),
      el("button", {
        type: "button",
        class: "quiet",
        "aria-label": texts.manage(name),
        title: texts.manage(name),
        onclick: () => this.#context.managePlace(place),
      }, icon("more")));
    this.#scroll.setAttribute("aria-label", texts.messages(name));
    this.#showNotice(place, kind);
    const canWrite = !place.isArchived && !place.isBlocked && (kind !== "personal" || place.hasBot);
    if (canWrite && !this.#composer) {
      this.#composer = composer(this.#context, {
        conversation: this.#id,
        label: this.#isChannel ? texts.newThread(name) : texts.chatLabel(name),
        placeholder: this.#isChannel ? texts.newThreadHint : texts.chatHint,
        send: (message) => this.#send(message),
      });
      this.#composerPlace.replaceChildren(this.#composer.element);
    } else if (!canWrite) {
      this.#composer = undefined;
      this.#composerPlace.replaceChildren();
    }
    this.#composer?.configure();
  }

  #showNotice(place, kind) {
    const [text, change] = place.isArchived ? [texts.archivedNotice, undefined]
      : place.isBlocked ? [texts.blockedNotice, { change: "unblock", title: texts.unblock }]
      : !place.hasBot ? [texts.noAppNotice[kind], { change: "addApp", title: texts.addApp, channel: kind === "team" ? this.#id : undefined }]
      : [];
    this.#notice.hidden = !text;
    this.#notice.replaceChildren(
      text ? el("p", {}, text) : "",
      change ? el("button", {
        type: "button",
        onclick: () => this.#context.api.changePlace({ place: place.id, change: change.change, channel: change.channel }),
      }, change.title) : "");
  }

  // Shows exactly these messages; what is already shown stays in place.
  showAll(messages) {
    const ids = new Set(messages.map((message) => message.id));
    for (const id of [...this.#views.keys()]) {
      if (!ids.has(id)) {
        this.#remove(id);
      }
    }
    messages.forEach((message) => this.#put(message));
    this.#showEmpty();
  }

  change(message) {
    const wasAtBottom = this.#isAtBottom();
    const isNew = !this.#views.has(message.id);
    const view = this.#put(message);
    this.#showEmpty();
    if (message.fromBot) {
      this.#endTyping();
    }
    if (isNew) {
      if (!this.element.hidden) {
        view.refreshMine();
      }
      const isMine = message.activity.from?.id === this.#context.places.me.id;
      if (wasAtBottom || (isMine && message.thread === message.id)) {
        this.#toBottom();
      } else if (!isMine) {
        this.#below.hidden = false;
      }
      if (!isMine) {
        announce(texts.newMessage(view.sender, view.gist()));
      }
    } else if (wasAtBottom) {
      this.#toBottom();
    }
  }

  delete(id) {
    this.#remove(id);
    this.#showEmpty();
  }

  // The conversation is before the visitor's eyes: cards that have a view of theirs fetch it.
  arrive(wasOpen) {
    if (!wasOpen) {
      this.#toBottom();
    }
    [...this.#views.values()].slice(-refreshedOnOpening).forEach((view) => view.refreshMine());
  }

  typing() {
    this.#typing.textContent = texts.typing(this.#context.places.bot.name);
    this.#typing.hidden = false;
    clearTimeout(this.#stopTyping);
    this.#stopTyping = setTimeout(() => this.#endTyping(), typingFor);
  }

  // Puts a card from the message extension where the visitor writes.
  insert(attachment) {
    this.#composer?.insert(attachment);
  }

  #endTyping() {
    clearTimeout(this.#stopTyping);
    this.#typing.hidden = true;
  }

  #send(message, thread) {
    return this.#context.api.postMessage({ conversation: this.#id, thread, ...message });
  }

  #put(message) {
    const known = this.#views.get(message.id);
    if (known) {
      if (JSON.stringify(known.message) !== JSON.stringify(message)) {
        known.show(message);
      }
      return known;
    }
    const view = new MessageView(this.#context, message);
    this.#views.set(message.id, view);
    insertSorted(this.#placeFor(message), view.element, Number(message.id));
    if (this.#isChannel) {
      this.#nameThread(message.thread);
    }
    this.#showDates();
    return view;
  }

  #placeFor(message) {
    if (!this.#isChannel) {
      return this.#list;
    }
    let thread = this.#threads.get(message.thread);
    if (!thread) {
      const posts = el("div", { class: "posts" });
      const gone = el("p", { class: "unreadable", hidden: true }, texts.rootGone);
      const reply = el("div", { class: "reply" });
      const element = el("section", { class: "thread", "data-thread": message.thread, "data-order": message.thread }, gone, posts, reply);
      thread = { element, posts, gone, reply };
      this.#threads.set(message.thread, thread);
      insertSorted(this.#list, element, Number(message.thread));
      reply.append(this.#replyButton(message.thread, reply));
    }
    return thread.posts;
  }

  #replyButton(threadId, place) {
    return el("button", {
      type: "button",
      class: "quiet reply-button",
      onclick: () => {
        const first = this.#views.get(threadId) ?? this.#firstIn(threadId);
        const box = composer(this.#context, {
          conversation: this.#id,
          thread: threadId,
          label: texts.replyLabel(first?.sender ?? this.#conversation.name),
          placeholder: texts.reply,
          compact: true,
          send: (message) => this.#send(message, threadId),
        });
        place.replaceChildren(box.element);
        box.element.querySelector("textarea").focus();
      },
    }, texts.reply);
  }

  #firstIn(threadId) {
    return [...this.#views.values()].find((view) => view.message.thread === threadId);
  }

  #nameThread(threadId) {
    const thread = this.#threads.get(threadId);
    const root = this.#views.get(threadId);
    thread.gone.hidden = Boolean(root);
    thread.element.setAttribute("aria-label", (root ?? this.#firstIn(threadId))?.sender ?? "");
  }

  #remove(id) {
    const view = this.#views.get(id);
    if (!view) {
      return;
    }
    this.#views.delete(id);
    view.element.remove();
    const thread = this.#threads.get(view.message.thread);
    if (thread && !this.#firstIn(view.message.thread)) {
      thread.element.remove();
      this.#threads.delete(view.message.thread);
    } else if (thread) {
      this.#nameThread(view.message.thread);
    }
    this.#showDates();
  }

  // A line with the date stands before the first thread or message of each day.
  #showDates() {
    this.#list.querySelectorAll(".day").forEach((line) => line.remove());
    let last;
    for (const item of [...this.#list.children]) {
      const time = item.querySelector("time");
      if (!time) {
        continue;
      }
      const today = date(new Date(time.dateTime));
      if (today !== last) {
        item.before(el("p", { class: "day" }, today));
        last = today;
      }
    }
  }

  #showEmpty() {
    this.#list.querySelector(".empty")?.remove();
    if (this.#views.size === 0) {
      this.#list.append(el("p", { class: "empty" }, this.#conversation?.place.hasBot ? texts.empty[this.#conversation.kind] : texts.empty.groupChat));
    }
  }

  #isAtBottom() {
    return this.#scroll.scrollHeight - this.#scroll.scrollTop - this.#scroll.clientHeight < 60;
  }

  #toBottom() {
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.#below.hidden = true;
  }
}

// Puts an element among siblings that carry a number, newest last; dates and notes between them carry none.
function insertSorted(parent, element, order) {
  element.dataset.order = String(order);
  const after = [...parent.children].find((child) => Number(child.dataset.order) > order);
  // A date line belongs to what follows it, and is drawn anew anyway.
  parent.insertBefore(element, after ?? null);
}
