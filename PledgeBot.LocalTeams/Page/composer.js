import { el, icon } from "./dom.js";
import { extensionPanel, titleOf } from "./extension.js";
import { texts } from "./texts.js";

let lastId = 0;

// Where a member writes: a box that grows, and buttons for what can be put into the message. Enter sends, Shift+Enter breaks the line.
//   send({ text, images, files, cards, mention }) gives undefined when it did not work, so that nothing typed is lost.
// Gives { element, configure(), insert(attachment) }.
export function composer(context, { conversation, thread, label, placeholder, compact = false, send }) {
  const { api, places } = context;
  const id = `composer-${++lastId}`;
  const chosen = [];
  const status = el("p", { class: "strip error", role: "alert", hidden: true });
  const list = el("ul", { class: "chosen", hidden: true });
  const box = el("textarea", { id, rows: "1", placeholder, "aria-label": label });
  const mention = el("button", {
    type: "button",
    class: "mention-toggle",
    "aria-pressed": "true",
    onclick: () => mention.setAttribute("aria-pressed", String(mention.getAttribute("aria-pressed") !== "true")),
  });
  const images = picker(texts.addImage, "image", "image/png,image/jpeg,image/gif", async (file) =>
    (await api.uploadImage(file)) ?? say(texts.imageRefused));
  const files = picker(texts.addFile, "clip", undefined, async (file) =>
    (await api.uploadFile(file)) ?? say(texts.fileRefused));
  const app = el("button", {
    type: "button",
    class: "quiet",
    "aria-label": texts.useApp(places.bot.name),
    title: texts.useApp(places.bot.name),
    "aria-expanded": "false",
    onclick: () => (panel.childElementCount > 0 ? closePanel() : openPanel()),
  }, icon("app"));
  const panel = el("div", { class: "extension-place" });
  const submit = el("button", { type: "submit", class: "quiet send", "aria-label": texts.send, title: texts.send }, icon("send"));
  const form = el(
    "form",
    { class: `composer${compact ? " compact" : ""}`, onsubmit: onSubmit },
    panel,
    list,
    el("div", { class: "composer-row" }, mention, box, app, images.button, images.input, files.button, files.input, submit),
    status);

  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      closePanel();
      app.focus();
    }
  });
  configure();

  // Which buttons there are depends on where the app is.
  function configure() {
    const { kind, place } = places.conversation(conversation) ?? {};
    mention.textContent = `@${places.bot.name}`;
    mention.title = texts.mentionHint(places.bot.name);
    mention.hidden = kind === "personal" || !place?.hasBot;
    files.button.hidden = kind !== "personal" || !places.supportsFiles;
    app.hidden = places.commandsFor("compose").length === 0;
  }

  function openPanel() {
    app.setAttribute("aria-expanded", "true");
    panel.replaceChildren(extensionPanel(context, { conversation, thread }, { choose: insert, close: closePanel }));
  }

  function closePanel() {
    app.setAttribute("aria-expanded", "false");
    panel.replaceChildren();
  }

  function insert(attachment) {
    closePanel();
    chosen.push({ kind: "cards", value: attachment, name: titleOf(attachment) });
    showChosen();
    box.focus();
  }

  // A button with a file input behind it; what is uploaded is put with what has been chosen.
  function picker(title, sign, accept, upload) {
    const input = el("input", { type: "file", accept, hidden: true, multiple: true, tabindex: "-1" });
    const kind = accept ? "images" : "files";
    input.addEventListener("change", async () => {
      say("");
      for (const picked of input.files) {
        const uploaded = await upload(picked);
        if (uploaded) {
          chosen.push({ kind, value: kind === "images" ? uploaded.id : { id: uploaded.id, name: picked.name }, name: picked.name });
        }
      }
      input.value = "";
      showChosen();
    });
    return {
      input,
      button: el("button", { type: "button", class: "quiet", "aria-label": title, title, onclick: () => input.click() }, icon(sign)),
    };
  }

  async function onSubmit(event) {
    event.preventDefault();
    const text = box.value.trim();
    if ((text === "" && chosen.length === 0) || submit.disabled) {
      return;
    }
    submit.disabled = true;
    form.setAttribute("aria-busy", "true");
    say("");
    const of = (kind) => chosen.filter((item) => item.kind === kind).map((item) => item.value);
    const sending = {
      text,
      images: of("images"),
      files: of("files"),
      cards: of("cards"),
      mention: !mention.hidden && mention.getAttribute("aria-pressed") === "true",
    };
    // The box is emptied at once, so that the next message can be typed while the bot thinks.
    box.value = "";
    grow();
    const picked = chosen.splice(0);
    showChosen();
    const answer = await send(sending);
    if (answer === undefined) {
      box.value = box.value === "" ? text : `${text}\n${box.value}`;
      chosen.unshift(...picked);
      grow();
      showChosen();
      say(texts.notSent);
    } else if (answer.delivered === false) {
      say(texts.notDelivered);
    }
    submit.disabled = false;
    form.removeAttribute("aria-busy");
  }

  function showChosen() {
    list.hidden = chosen.length === 0;
    list.replaceChildren(...chosen.map((item) => el(
      "li",
      {},
      item.kind === "cards" ? texts.chosenCard(item.name) : item.name,
      el("button", {
        type: "button",
        class: "quiet",
        "aria-label": texts.removeChosen(item.name),
        onclick: () => {
          chosen.splice(chosen.indexOf(item), 1);
          showChosen();
          box.focus();
        },
      }, icon("close")))));
  }

  function say(text) {
    status.textContent = text;
    status.hidden = text === "";
  }

  function grow() {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight + 2, 160)}px`;
  }

  return { element: form, configure, insert };
}
