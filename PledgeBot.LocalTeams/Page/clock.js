import { announce, el, icon } from "./dom.js";
import { texts } from "./texts.js";
import { dayAndTime } from "./times.js";

// The demo clock: shows the demo's present, which runs on, and moves it forward for everybody.
export class ClockView {
  #api;
  #offset = 0;
  #time = el("time", { class: "clock-time", "data-clock": true });
  #status = el("p", { class: "strip error", role: "alert", hidden: true });

  constructor(api, now) {
    this.#api = api;
    this.element = el(
      "section",
      { class: "clock", "aria-label": texts.clock },
      el("p", { class: "clock-now" }, icon("clock"), el("span", { class: "visually-hidden" }, texts.clock), this.#time),
      el(
        "div",
        { class: "clock-buttons" },
        this.#button(texts.plusHour, { hours: 1 }),
        this.#button(texts.plusDay, { hours: 24 }),
        this.#button(texts.nextMonday, { to: "next-monday" })),
      this.#status);
    this.set(now);
    setInterval(() => this.#show(), 10_000);
  }

  set(now) {
    this.#offset = new Date(now).getTime() - Date.now();
    this.#show();
  }

  #now() {
    return new Date(Date.now() + this.#offset);
  }

  #show() {
    const now = this.#now();
    this.#time.dateTime = now.toISOString();
    this.#time.textContent = dayAndTime(now);
  }

  #button(title, move) {
    const button = el("button", {
      type: "button",
      class: "small",
      onclick: async () => {
        button.disabled = true;
        this.#status.hidden = true;
        const moved = await this.#api.moveClock(move);
        button.disabled = false;
        if (moved) {
          this.set(moved.now);
          announce(texts.clockMoved(dayAndTime(this.#now())));
        } else {
          this.#status.textContent = texts.clockFailed;
          this.#status.hidden = false;
        }
      },
    }, title);
    return button;
  }
}
