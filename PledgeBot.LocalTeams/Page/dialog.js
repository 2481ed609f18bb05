import { asObject } from "./cardView.js";
import { drawCard } from "./card.js";
import { el, icon } from "./dom.js";
import { texts } from "./texts.js";

const widths = { small: "22rem", medium: "36rem", large: "52rem" };

// The one modal dialog: a card from the bot that is replaced in place by the next, a message, or nothing, which closes it.
export class TaskDialog {
  #api;
  #theme;
  #activityId;
  #drawn;
  #pressing = false;
  #title = el("h2", { id: "dialog-title" });
  #body = el("div", { class: "dialog-body" });
  #strip = el("p", { class: "strip error", role: "alert", hidden: true });

  constructor({ api, theme }) {
    this.#api = api;
    this.#theme = theme;
    this.element = el(
      "dialog",
      { "aria-labelledby": "dialog-title", class: "task" },
      el(
        "header",
        {},
        this.#title,
        el("button", { type: "button", class: "quiet", "aria-label": texts.close, title: texts.close, onclick: () => this.element.close() }, icon("close"))),
      this.#body,
      this.#strip);
    this.element.addEventListener("close", () => {
      this.#drawn = undefined;
      this.#body.replaceChildren();
    });
  }

  open(answer, activityId) {
    this.#activityId = activityId;
    this.#pressing = false;
    if (!this.element.open) {
      this.element.showModal();
    }
    this.#show(answer);
  }

  #show({ card, title, width }) {
    this.#strip.hidden = true;
    this.#title.textContent = title || texts.dialog;
    const size = widths[width] ?? (/^\d+$/.test(width ?? "") ? `${width}px` : widths.medium);
    this.element.style.setProperty("--dialog-width", size);
    this.#drawn = drawCard(card, { onPress: (_, action) => this.#submit(action) });
    this.#body.replaceChildren(this.#drawn?.element ?? el("p", {}, texts.cardUnreadable));
    this.#body.scrollTop = 0;
    (this.#body.querySelector("input:not([type=hidden]), textarea, select") ?? this.#body.querySelector("button"))?.focus();
  }

  async #submit(action) {
    if (this.#pressing) {
      return;
    }
    this.#pressing = true;
    this.#setBusy(true);
    this.#strip.hidden = true;
    const opened = this.#drawn;
    const answer = await this.#api.submitDialog({ activityId: this.#activityId, data: asObject(action.data), theme: this.#theme() });
    this.#pressing = false;
    this.#setBusy(false);
    if (opened !== this.#drawn) {
      // Closed meanwhile: the answer has nobody to talk to.
      return;
    }
    switch (answer?.kind) {
      case "dialog":
        this.#show(answer);
        break;
      case "message":
        this.#showMessage(answer.text);
        break;
      case "done":
        this.element.close();
        break;
      default:
        this.#strip.textContent = texts.unreachable;
        this.#strip.hidden = false;
    }
  }

  #showMessage(text) {
    const close = el("button", { type: "button", class: "primary", onclick: () => this.element.close() }, texts.close);
    this.#drawn = undefined;
    this.#body.replaceChildren(el("p", { class: "dialog-message", role: "status" }, text), close);
    close.focus();
  }

  #setBusy(busy) {
    this.#body.setAttribute("aria-busy", String(busy));
    for (const button of this.#body.querySelectorAll("button")) {
      button.disabled = busy;
    }
  }
}
