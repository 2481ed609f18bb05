import { el, icon } from "./dom.js";
import { texts } from "./texts.js";

let lastId = 0;

// Where a member writes: a box that grows, a picture button, a send button. Enter sends, Shift+Enter breaks the line.
//   send({ text, images }) gives undefined when it did not work, so that nothing typed is lost.
export function composer({ api, label, placeholder, compact = false, send }) {
  const id = `composer-${++lastId}`;
  const images = [];
  const status = el("p", { class: "strip error", role: "alert", hidden: true });
  const chosen = el("ul", { class: "chosen", hidden: true });
  const box = el("textarea", { id, rows: "1", placeholder, "aria-label": label });
  const file = el("input", { type: "file", accept: "image/png,image/jpeg,image/gif", hidden: true, multiple: true, tabindex: "-1" });
  const pick = el("button", { type: "button", class: "quiet", "aria-label": texts.addImage, title: texts.addImage, onclick: () => file.click() }, icon("image"));
  const submit = el("button", { type: "submit", class: "quiet send", "aria-label": texts.send, title: texts.send }, icon("send"));
  const form = el(
    "form",
    { class: `composer${compact ? " compact" : ""}`, onsubmit: onSubmit },
    chosen,
    el("div", { class: "composer-row" }, box, pick, file, submit),
    status);

  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  file.addEventListener("change", async () => {
    say("");
    for (const picked of file.files) {
      const uploaded = await api.uploadImage(picked);
      if (uploaded) {
        images.push({ id: uploaded.id, name: picked.name });
      } else {
        say(texts.imageRefused);
      }
    }
    file.value = "";
    showChosen();
  });

  async function onSubmit(event) {
    event.preventDefault();
    const text = box.value.trim();
    if ((text === "" && images.length === 0) || submit.disabled) {
      return;
    }
    submit.disabled = true;
    form.setAttribute("aria-busy", "true");
    say("");
    const sending = { text, images: images.map((image) => image.id) };
    // The box is emptied at once, so that the next message can be typed while the bot thinks.
    box.value = "";
    grow();
    const picked = images.splice(0);
    showChosen();
    const answer = await send(sending);
    if (answer === undefined) {
      box.value = box.value === "" ? text : `${text}\n${box.value}`;
      images.unshift(...picked);
      grow();
      showChosen();
      say(texts.notSent);
    } else if (!answer.delivered) {
      say(texts.notDelivered);
    }
    submit.disabled = false;
    form.removeAttribute("aria-busy");
  }

  function showChosen() {
    chosen.hidden = images.length === 0;
    chosen.replaceChildren(...images.map((image) => el(
      "li",
      {},
      image.name,
      el("button", {
        type: "button",
        class: "quiet",
        "aria-label": texts.removeImage(image.name),
        onclick: () => {
          images.splice(images.indexOf(image), 1);
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

  return form;
}
