import { drawCard } from "./card.js";
import { announce, el, icon } from "./dom.js";
import { texts } from "./texts.js";

// One card in one message, as this viewer sees it: the base card that everybody has, or the viewer's own that the bot gave for a press
// or a refresh. Redrawing keeps what the viewer has typed and not sent.
export class CardView {
  #context;
  #activityId;
  #base;
  #shown;
  #drawn;
  #pressing = false;
  #refreshing = false;
  #refreshAgain = false;
  #baseWaits = false;
  #strip = el("p", { class: "strip", hidden: true });
  #menu = el("div", { class: "card-menu" });
  #host = el("div", { class: "card-host" });

  // context: { api, me, openDialog(answer, activityId), theme() }
  constructor(context, activityId, base) {
    this.#context = context;
    this.#activityId = activityId;
    this.#base = base;
    this.element = el("div", { class: "card" }, this.#menu, this.#host, this.#strip);
    this.element.classList.toggle("full-width", /^full$/i.test(base?.msteams?.width ?? ""));
    this.#show(base);
  }

  // The bot has edited the message. While a press is under way its answer comes first.
  replaceBase(base) {
    this.#base = base;
    this.element.classList.toggle("full-width", /^full$/i.test(base?.msteams?.width ?? ""));
    if (this.#pressing) {
      this.#baseWaits = true;
    } else {
      this.#showBase();
    }
  }

  // Asks for the viewer's own card, when the card says that this viewer has one.
  refreshIfMine() {
    if (this.#isMine()) {
      this.#refresh("automatic");
    }
  }

  // No list means everybody, an empty one nobody.
  #isMine() {
    const refresh = this.#base?.refresh;
    return Boolean(refresh?.action) && (!refresh.userIds || refresh.userIds.includes(this.#context.me.id));
  }

  #showBase() {
    this.#baseWaits = false;
    if (this.#isMine()) {
      // The viewer's own card stays until its successor comes, so that nothing jumps back and forth.
      this.#refresh("automatic");
    } else {
      this.#show(this.#base);
    }
  }

  #show(json, { keep = true } = {}) {
    const kept = keep ? this.#drawn?.unsent() : undefined;
    const focus = this.#drawn?.focused();
    const expanded = keep ? this.#drawn?.expanded() : undefined;
    const drawn = drawCard(json, { kept, onPress: (kind, action) => this.#press(kind, action) });
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
    this.#menu.replaceChildren(
      this.#shown?.refresh?.action && this.#base?.refresh?.action
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

  async #press(kind, action) {
    if (this.#pressing) {
      return;
    }
    this.#pressing = true;
    this.#setBusy(true);
    this.#showStrip("");
    const press = { activityId: this.#activityId, data: asObject(action.data), theme: this.#context.theme() };
    const answer = kind === "execute"
      ? await this.#context.api.execute({ ...press, verb: action.verb, id: action.id, title: action.title, trigger: "manual" })
      : await this.#context.api.submit(press);
    this.#pressing = false;
    this.#setBusy(false);
    this.#take(answer ?? { kind: "unreachable" });
    // An edit that came while the bot thought is older than a card in its answer.
    if (this.#baseWaits && (answer?.kind !== "card" || this.#isMine())) {
      this.#showBase();
    }
    this.#baseWaits = false;
  }

  #take(answer) {
    switch (answer.kind) {
      case "card":
        // What was typed has been sent; the bot's answer decides what stands there now.
        this.#show(answer.card, { keep: false });
        break;
      case "message":
        this.#showStrip(answer.text);
        break;
      case "error":
        this.#showStrip(answer.text || texts.cardError, "error");
        break;
      case "dialog":
        this.#context.openDialog(answer, this.#activityId);
        break;
      case "done":
        this.#drawn?.markSent();
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
      const { verb, id, title, data } = ((trigger === "manual" && this.#shown?.refresh) || this.#base.refresh).action;
      const answer = await this.#context.api.execute({ activityId: this.#activityId, verb, id, title, data: asObject(data), trigger });
      if (this.#pressing) {
        // The press's own answer will be newer than this one.
        continue;
      }
      if (answer?.kind === "card") {
        this.#show(answer.card);
      } else if (trigger === "manual") {
        this.#showStrip(answer?.text || texts.unreachable, answer?.kind === "message" ? "" : "error");
      } else if (this.#shown !== this.#base) {
        this.#show(this.#base);
      }
    } while (this.#refreshAgain && this.#isMine());
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
