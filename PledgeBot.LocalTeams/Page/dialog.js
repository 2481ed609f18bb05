import { asObject } from "./cardView.js";
import { drawCard } from "./card.js";
import { el, icon } from "./dom.js";
import { texts } from "./texts.js";

// Teams' own sizes, as parts of its window; on a small screen no dialog is narrower than the screen allows.
const widths = { small: "max(20vw, 22rem)", medium: "max(50vw, 34rem)", large: "max(60vw, 48rem)" };
const heights = { small: "20vh", medium: "50vh", large: "66vh" };

// The one modal dialog: a card from the bot that is replaced in place by the next, a message, or nothing, which closes it.
export class TaskDialog {
  #handlers;
  #drawn;
  #pressing = false;
  #title = el("h2", { id: "dialog-title" });
  #body = el("div", { class: "dialog-body" });
  #strip = el("p", { class: "strip error", role: "alert", hidden: true });

  constructor() {
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

  // handlers:
  //   submit(data) brings what was filled in to the bot and gives its answer
  //   take(answer) may take an answer that is no dialog; it says whether it did
  //   title: what the dialog is called when the bot does not say
  //   people: whom people pickers offer
  open(answer, handlers) {
    this.#handlers = handlers;
    this.#pressing = false;
    this.#title.textContent = handlers.title ?? texts.dialog;
    if (!this.element.open) {
      this.element.showModal();
    }
    this.#take(answer);
  }

  #take(answer) {
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
      case "late":
        this.#say(texts.late);
        break;
      case "forbidden":
        this.#say(texts.forbidden);
        break;
      case "addApp":
        this.#say(texts.addAppFirst);
        break;
      default:
        if (answer && this.#handlers.take?.(answer)) {
          this.element.close();
        } else {
          this.#say(texts.unreachable);
        }
    }
  }

  #show({ card, title, width, height }) {
    this.#strip.hidden = true;
    this.#title.textContent = title || (this.#handlers.title ?? texts.dialog);
    this.element.style.setProperty("--dialog-width", sizeOf(width, widths) ?? widths.medium);
    this.element.style.setProperty("--dialog-height", sizeOf(height, heights) ?? "auto");
    this.#drawn = drawCard(card, {
      people: this.#handlers.people,
      onPress: (_, action) => this.#submit(action),
    });
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
    const answer = await this.#handlers.submit(asObject(action.data));
    this.#pressing = false;
    this.#setBusy(false);
    if (opened === this.#drawn) {
      // Otherwise it was closed meanwhile, and the answer has nobody to talk to.
      this.#take(answer);
    }
  }

  #showMessage(text) {
    const close = el("button", { type: "button", class: "primary", onclick: () => this.element.close() }, texts.close);
    this.#drawn = undefined;
    this.#strip.hidden = true;
    this.element.style.setProperty("--dialog-height", "auto");
    this.#body.replaceChildren(el("p", { class: "dialog-message", role: "status" }, text), close);
    close.focus();
  }

  #say(text) {
    this.#strip.textContent = text;
    this.#strip.hidden = false;
  }

  #setBusy(busy) {
    this.#body.setAttribute("aria-busy", String(busy));
    for (const button of this.#body.querySelectorAll("button")) {
      button.disabled = busy;
    }
  }
}

function sizeOf(size, named) {
  return named[size] ?? (/^\d+$/.test(size ?? "") ? `${size}px` : undefined);
}
