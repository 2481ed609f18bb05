import { el, icon } from "./dom.js";
import { texts } from "./texts.js";

// Who is in a place, whether the app is there, and what else can be done to it. It is drawn anew when the place has changed.
export class PlaceDialog {
  #api;
  #places;
  #id;
  #title = el("h2", { id: "place-title" });
  #body = el("div", { class: "dialog-body manage" });
  #strip = el("p", { class: "strip error", role: "alert", hidden: true }, texts.changeFailed);

  constructor(api, places) {
    this.#api = api;
    this.#places = places;
    this.element = el(
      "dialog",
      { "aria-labelledby": "place-title", class: "task" },
      el(
        "header",
        {},
        this.#title,
        el("button", { type: "button", class: "quiet", "aria-label": texts.close, title: texts.close, onclick: () => this.element.close() }, icon("close"))),
      this.#body,
      this.#strip);
  }

  open(id) {
    this.#id = id;
    this.#strip.hidden = true;
    this.#draw();
    this.element.showModal();
  }

  // The place may be another now, or the visitor may have left it.
  redraw() {
    if (!this.element.open) {
      return;
    }
    if (this.#places.all.some((place) => place.id === this.#id)) {
      this.#draw();
    } else {
      this.element.close();
    }
  }

  #draw() {
    const place = this.#places.all.find(({ id }) => id === this.#id);
    this.#title.textContent = place.name;
    this.#body.replaceChildren(...(place.isDeleted
      ? [el("p", {}, texts.deletedTeam), this.#button(texts.restoreTeam, { change: "restoreTeam" })]
      : [
        this.#app(place),
        place.kind !== "personal" && this.#members(place),
        place.kind === "team" && this.#channels(place),
        place.kind === "team" && this.#team(place),
      ].filter(Boolean)));
  }

  #app(place) {
    const { name } = this.#places.bot;
    return this.#section(
      texts.app(name),
      el("p", {}, place.isBlocked ? texts.blockedNotice : place.hasApp ? texts.appIsHere(name) : texts.appIsNotHere(name)),
      el(
        "div",
        { class: "manage-buttons" },
        place.hasApp ? this.#button(texts.removeApp, { change: "removeApp" }) : this.#button(texts.addApp, { change: "addApp" }),
        place.kind === "personal" && (place.isBlocked
          ? this.#button(texts.unblock, { change: "unblock" })
          : this.#button(texts.block, { change: "block" }))));
  }

  #members(place) {
    const others = this.#places.everybody.filter(({ id }) => !place.members.includes(id));
    const chosen = el(
      "select",
      { id: "add-member" },
      ...others.map((person) => el("option", { value: person.id }, texts.memberChoice(person.name, person.label))));
    return this.#section(
      texts.members(place.members.length),
      el("ul", {}, ...place.members.map((id) => {
        const person = this.#places.person(id);
        return el(
          "li",
          {},
          el("span", {}, texts.memberChoice(person.name, person.label), person.isGuest && el("span", { class: "hint" }, ` ${texts.guest}`)),
          place.members.length > 1 && this.#button(texts.take, { change: "removeMember", member: id }, texts.takeAway(person.name)));
      })),
      others.length > 0 && this.#form(
        el("label", { for: "add-member" }, texts.newMember),
        chosen,
        texts.add,
        () => ({ change: "addMember", member: chosen.value })));
  }

  #channels(place) {
    const name = el("input", { id: "new-channel", maxlength: "50", required: true });
    return this.#section(
      texts.channels,
      el("ul", {}, ...place.channels.map((channel) => el(
        "li",
        {},
        el("span", {}, channel.name ?? texts.general, channel.isDeleted && el("span", { class: "hint" }, ` ${texts.deleted}`)),
        channel.name && !channel.isDeleted && el("button", {
          type: "button",
          class: "small",
          "aria-label": texts.renameOf(channel.name),
          onclick: (event) => this.#rename(event.target.closest("li"), channel.name, (changed) =>
            ({ change: "renameChannel", channel: channel.id, name: changed })),
        }, texts.rename),
        channel.name && (channel.isDeleted
          ? this.#button(texts.restore, { change: "restoreChannel", channel: channel.id }, texts.restoreOf(channel.name))
          : this.#button(texts.remove, { change: "deleteChannel", channel: channel.id }, texts.removeOf(channel.name)))))),
      this.#form(
        el("label", { for: "new-channel" }, texts.newChannel),
        name,
        texts.add,
        () => ({ change: "createChannel", name: name.value.trim() })));
  }

  #team(place) {
    const name = el("div", { class: "manage-buttons" });
    name.append(el("button", {
      type: "button",
      onclick: () => this.#rename(name, place.name, (changed) => ({ change: "renameTeam", name: changed })),
    }, texts.renameTeam));
    return this.#section(
      texts.team,
      name,
      el(
        "div",
        { class: "manage-buttons" },
        place.isArchived ? this.#button(texts.unarchive, { change: "unarchiveTeam" }) : this.#button(texts.archive, { change: "archiveTeam" }),
        this.#button(texts.deleteTeam, { change: "deleteTeam" })));
  }

  #section(title, ...children) {
    return el("section", { class: "manage-part" }, el("h3", {}, title), ...children);
  }

  #rename(where, name, change) {
    const box = el("input", { id: "new-name", maxlength: "50", required: true, value: name });
    where.replaceChildren(this.#form(el("label", { for: "new-name" }, texts.newName), box, texts.save, () => change(box.value.trim())));
    box.select();
  }

  #form(label, input, title, change) {
    return el(
      "form",
      {
        class: "manage-form",
        onsubmit: (event) => {
          event.preventDefault();
          this.#make(change(), event.submitter);
        },
      },
      label,
      el("div", {}, input, el("button", { type: "submit" }, title)));
  }

  #button(title, change, label = title) {
    return el("button", { type: "button", class: "small", "aria-label": label, onclick: (event) => this.#make(change, event.currentTarget) }, title);
  }

  // The page is told when it is done, and then draws this anew.
  async #make(change, button) {
    button.disabled = true;
    this.#strip.hidden = await this.#api.changePlace({ place: this.#id, ...change });
    button.disabled = false;
  }
}
