import { drawCard } from "./card.js";
import { announce, el, icon } from "./dom.js";
import { texts } from "./texts.js";

// A card with no list of its viewers is everybody's, up to so many in the conversation; of a longer list the rest is passed over.
const mostViewers = 60;

// A card that is shown again asks again only when it has not asked for so long.
const betweenRefreshes = 60_000;

// One card in one message, as this viewer sees it: the base card that everybody has, or the viewer's own that the bot gave for a press
// or a refresh. Redrawing keeps what the viewer has typed and not sent.
export class CardView {
  #context;
  #message;
  #base;
  #shown;
  #drawn;
  #asked = -Infinity;
  #isEdited = false;
  #pressing = false;
  #refreshing = false;
  #refreshAgain = false;
  #strip = el("p", { class: "strip", hidden: true });
  #menu = el("div", { class: "card-menu" });
  #host = el("div", { class: "card-host" });

  // context: { api, places, openDialog(answer, handlers), theme(), isOldClient, isShown() }
  constructor(context, message, base) {
    this.#context = context;
    this.#message = message;
    this.#base = base;
    this.element = el("div", { class: "card" }, this.#menu, this.#host, this.#strip);
    this.element.classList.toggle("full-width", /^full$/i.test(base?.msteams?.width ?? ""));
    this.#show(base);
  }

  // The bot has edited the message. While a press is under way its answer comes first; what nobody sees is fetched when it is seen.
  replaceBase(base) {
    this.#base = base;
    this.#isEdited = true;
    this.element.classList.toggle("full-width", /^full$/i.test(base?.msteams?.width ?? ""));
    if (!this.#pressing) {
      this.#takeEdit();
    }
  }

  // The card has come before the viewer's eyes.
  refreshIfMine() {
    if (this.#isEdited) {
      this.#takeEdit();
    } else if (this.#isMine(this.#shown) && performance.now() - this.#asked >= betweenRefreshes) {
      this.#refresh("automatic");
    }
  }

  #isMine(card) {
    const refresh = card?.refresh;
    if (!refresh?.action || this.#context.isOldClient) {
      return false;
    }
    const { places } = this.#context;
    return refresh.userIds
      ? refresh.userIds.slice(0, mostViewers).includes(places.me.id)
      : places.membersOf(this.#message.conversation).length <= mostViewers;
  }

  #takeEdit() {
    if (!this.#isMine(this.#base)) {
      this.#isEdited = false;
      this.#show(this.#base);
    } else if (this.#context.isShown()) {
      this.#isEdited = false;
      // The viewer's own card stays until its successor comes, so that nothing jumps back and forth.
      this.#refresh("automatic");
    }
  }

  #show(json, { keep = true } = {}) {
    const kept = keep ? this.#drawn?.unsent() : undefined;
    const focus = this.#drawn?.focused();
    const expanded = keep ? this.#drawn?.expanded() : undefined;
    const drawn = drawCard(json, {
      kept,
      isOldClient: this.#context.isOldClient,
      people: this.#context.places.pickable(this.#message.conversation),
      onPress: (kind, action, options) => this.#press(kind, action, options),
    });
    this.#shown = json;
    this.#drawn = drawn;
    this.#host.replaceChildren(drawn?.element ?? el("p", { class: "unreadable" }, texts.cardUnreadable));
    drawn?.expand(expanded ?? []);
    drawn?.focus(focus);
    this.#showMenu();
    if (this.#pressing) {
      this.#setBusy(true);
    }
  }

  #showMenu() {
    const canRefresh = !this.#context.isOldClient && this.#shown?.refresh?.action && this.#base?.refresh?.action;
    this.#menu.replaceChildren(
      canRefresh
        ? el("button", {
          type: "button",
          class: "quiet",
          title: texts.refreshCard,
          "aria-label": texts.refreshCard,
          "data-refresh-card": true,
          onclick: () => this.#refresh("manual"),
        }, icon("refresh"))
        : "");
  }

  async #press(kind, action, { hidesFeedback } = {}) {
    if (this.#pressing) {
      return;
    }
    this.#pressing = true;
    this.#setBusy(true);
    this.#showStrip("");
    const { api, theme } = this.#context;
    const press = { activityId: this.#message.id, data: asObject(action.data), theme: theme() };
    if (kind === "execute") {
      this.#asked = performance.now();
    }
    const answer = kind === "execute"
      ? await api.execute({ ...press, verb: action.verb, id: action.id, title: action.title, trigger: "manual" })
      : await api.submit(press);
    this.#pressing = false;
    this.#setBusy(false);
    this.#take(answer ?? { kind: "unreachable" }, hidesFeedback);
    // An edit that came while the bot thought is older than a card in its answer.
    if (this.#isEdited && answer?.kind === "card" && !this.#isMine(this.#base)) {
      this.#isEdited = false;
    } else if (this.#isEdited) {
      this.#takeEdit();
    }
  }

  #take(answer, hidesFeedback) {
    switch (answer.kind) {
      case "card":
        // What was typed has been sent; the bot's answer decides what stands there now.
        this.#show(answer.card, { keep: false });
        break;
      case "message":
        this.#showStrip(answer.text);
        break;
      case "error":
        // Teams shows a sentence of its own, whatever the bot says in its error.
        this.#showStrip(texts.cardError, "error");
        break;
      case "dialog":
        this.#context.openDialog(answer, {
          people: this.#context.places.pickable(this.#message.conversation),
          submit: (data) => this.#context.api.submitDialog({ activityId: this.#message.id, data, theme: this.#context.theme() }),
        });
        break;
      case "done":
        this.#drawn?.markSent();
        this.#showStrip(hidesFeedback ? "" : texts.sentToApp);
        break;
      case "late":
        this.#showStrip(texts.late, "error");
        break;
      case "forbidden":
        this.#showStrip(texts.forbidden, "error");
        break;
      case "addApp":
        this.#showStrip(texts.addAppFirst, "error");
        break;
      default:
        this.#showStrip(texts.unreachable, "error");
    }
  }

  async #refresh(trigger) {
    if (this.#refreshing) {
      this.#refreshAgain = true;
      return;
    }
    this.#refreshing = true;
    do {
      this.#refreshAgain = false;
      // Teams asks with the action of the card that is shown, also when an edit has just brought another.
      const { verb, id, title, data } = (this.#shown?.refresh ?? this.#base.refresh).action;
      this.#asked = performance.now();
      const answer = await this.#context.api.execute({ activityId: this.#message.id, verb, id, title, data: asObject(data), trigger });
      if (this.#pressing) {
        // The press's own answer will be newer than this one.
        continue;
      }
      if (answer?.kind === "card") {
        this.#show(answer.card);
      } else if (trigger === "manual") {
        this.#showStrip(answer?.kind === "message" ? answer.text : texts.unreachable, answer?.kind === "message" ? "" : "error");
      } else if (this.#shown !== this.#base) {
        this.#show(this.#base);
      }
    } while (this.#refreshAgain && this.#isMine(this.#base));
    this.#refreshing = false;
  }

  #setBusy(busy) {
    this.element.setAttribute("aria-busy", String(busy));
    for (const button of this.element.querySelectorAll("button")) {
      if (busy && !button.disabled) {
        button.disabled = true;
        button.dataset.waits = "";
      } else if (!busy && "waits" in button.dataset) {
        button.disabled = false;
        delete button.dataset.waits;
      }
    }
  }

  #showStrip(text, kind = "") {
    this.#strip.textContent = text ?? "";
    this.#strip.hidden = !text;
    this.#strip.classList.toggle("error", kind === "error");
    if (text) {
      announce(text);
    }
  }
}

export function asObject(data) {
  return data && typeof data === "object" && !Array.isArray(data) ? data : {};
}
