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
  #strip = el("p", { class: "strip", role: "status", hidden: true });
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
    const refresh = this.#shown?.refresh ?? this.#base?.refresh;
    const users = refresh?.userIds;
    if (refresh?.action && (users === undefined || users === null || users.includes(this.#context.me.id))) {
      this.#refresh("automatic");
    }
  }

  #showBase() {
    this.#baseWaits = false;
    const users = this.#base?.refresh?.userIds;
    const isMine = this.#base?.refresh?.action && (!users || users.includes(this.#context.me.id));
    if (isMine && this.#shown !== undefined) {
      // The viewer's own card stays until its successor comes, so that nothing jumps back and forth.
      this.#refresh("automatic", { elseBase: true });
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
    const action = this.#shown?.refresh?.action;
    this.#menu.replaceChildren(
      action
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
    this.#take(answer ?? { kind: "unreachable" }, kind);
    if (this.#baseWaits) {
      this.#showBase();
    }
  }

  #take(answer, kind) {
    switch (answer.kind) {
      case "card":
        // What was typed has been sent; the bot's answer decides what stands there now.
        this.#show(answer.card, { keep: false });
        break;
      case "message":
        this.#drawn?.markSent();
        this.#showStrip(answer.text);
        break;
      case "error":
        this.#showStrip(answer.text || texts.cardError, "error");
        break;
      case "dialog":
        this.#context.openDialog(answer, this.#activityId);
        break;
      case "done":
        if (kind === "submit") {
          this.#drawn?.markSent();
        }
        break;
      default:
        this.#showStrip(texts.unreachable, "error");
    }
  }

  async #refresh(trigger, { elseBase = false } = {}) {
    if (this.#refreshing) {
      this.#refreshAgain = true;
      return;
    }
    this.#refreshing = true;
    do {
      this.#refreshAgain = false;
      const action = (elseBase ? this.#base : this.#shown)?.refresh?.action ?? this.#base?.refresh?.action;
      const base = this.#base;
      const answer = action && await this.#context.api.execute({
        activityId: this.#activityId,
        verb: action.verb,
        id: action.id,
        title: action.title,
        data: asObject(action.data),
        trigger,
      });
      if (this.#pressing) {
        // The press's own answer is newer than this one.
        continue;
      }
      if (answer?.kind === "card") {
        this.#show(answer.card);
      } else if (elseBase || base !== this.#base) {
        this.#show(this.#base);
      }
      if (trigger === "manual" && answer?.kind !== "card") {
        this.#showStrip(answer?.text || texts.unreachable, answer?.kind === "message" ? "" : "error");
      }
    } while (this.#refreshAgain);
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
