import { asAdaptive } from "./card.js";
import { announce, el } from "./dom.js";
import { texts } from "./texts.js";

// How long the visitor has stopped typing before a search goes out.
const pause = 300;

// Opens an action's dialog: from where a message is written, or from the menu of a message. What comes of it goes to the composer.
//   where: { conversation, thread, activityId }
export async function runTask(context, command, where) {
  const task = { commandId: command.id, ...where };
  const answer = await context.api.fetchTask({ ...task, theme: context.theme() });
  const take = (given) => {
    if (given?.kind !== "results") {
      return false;
    }
    given.attachments.forEach((attachment) => context.insert(where.conversation, attachment));
    return true;
  };
  if (!take(answer)) {
    context.openDialog(answer ?? { kind: "unreachable" }, {
      title: command.title,
      people: context.places.pickable(where.conversation),
      submit: (data) => context.api.submitTask({ ...task, data, theme: context.theme() }),
      take,
    });
  }
}

// The app's own corner of the composer: its searches, and its actions.
//   where: { conversation, thread }
//   choose(attachment) takes the chosen card; close() is called when there is nothing more to do here.
export function extensionPanel(context, where, { choose, close }) {
  const commands = context.places.commandsFor("compose");
  const queries = commands.filter((command) => command.type === "query");
  const actions = commands.filter((command) => command.type === "action");
  const place = el("div", { class: "extension-search" });
  const open = (query) => place.replaceChildren(search(context, where, query, choose));
  if (queries.length > 0) {
    open(queries[0]);
  }
  return el(
    "section",
    { class: "extension", "aria-label": context.places.bot.name },
    el(
      "div",
      { class: "extension-commands" },
      ...(queries.length > 1 ? queries.map((query) => el("button", { type: "button", class: "small", onclick: () => open(query) }, query.title)) : []),
      ...actions.map((action) => el("button", {
        type: "button",
        class: "small",
        onclick: () => {
          close();
          runTask(context, action, where);
        },
      }, action.title))),
    place);
}

function search(context, where, command, choose) {
  const parameter = command.parameters[0];
  const list = el("ul", { class: "extension-results" });
  const status = el("p", { class: "hint", role: "status" });
  const box = el("input", { type: "search", "aria-label": parameter.title, placeholder: parameter.title, autocomplete: "off" });
  let asked = 0;
  let waiting;

  // Only the newest search counts; an answer to an older one is dropped.
  const run = async (parameters) => {
    const turn = ++asked;
    status.textContent = texts.searching;
    const answer = await context.api.search({ ...where, commandId: command.id, parameters });
    if (turn !== asked) {
      return;
    }
    const results = answer?.kind === "results" ? answer.attachments : [];
    list.classList.toggle("grid", answer?.layout === "grid");
    list.replaceChildren(...results.map((result) => el("li", {}, el(
      "button",
      { type: "button", class: "extension-result", onclick: () => pick(result) },
      ...preview(result)))));
    status.textContent = answer?.kind === "message" ? answer.text
      : answer?.kind !== "results" ? texts.searchFailed
      : results.length === 0 ? texts.nothingFound
      : "";
    announce(results.length > 0 ? texts.found(results.length) : status.textContent);
  };

  const pick = async (result) => {
    const tap = result.preview?.content?.tap;
    if (tap?.type !== "invoke") {
      choose(withoutPreview(result));
      return;
    }
    const answer = await context.api.selectResult({ ...where, value: tap.value });
    if (answer?.kind === "results" && answer.attachments.length > 0) {
      choose(withoutPreview(answer.attachments[0]));
    } else {
      status.textContent = texts.searchFailed;
    }
  };

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => run({ [parameter.name]: box.value.trim() }), pause);
  });
  box.addEventListener("keydown", (event) => {
    // Enter belongs to the message that is being written around this box.
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(waiting);
      run({ [parameter.name]: box.value.trim() });
    }
  });
  if (command.initialRun) {
    run(undefined);
  }
  queueMicrotask(() => box.focus());
  return el("div", {}, el("label", { class: "extension-label" }, command.title, box), status, list);
}

function withoutPreview({ preview: _, ...attachment }) {
  return attachment;
}

function preview(result) {
  const { title, subtitle, text } = result.preview?.content ?? result.content ?? {};
  return [
    el("strong", {}, title ?? titleOf(result)),
    subtitle && el("span", {}, subtitle),
    text && el("span", { class: "hint" }, text),
  ].filter(Boolean);
}

// What a card is called in a list: its first text.
export function titleOf(attachment) {
  const find = (node) => {
    if (Array.isArray(node)) {
      return node.map(find).find(Boolean);
    }
    return node && typeof node === "object" ? (node.type === "TextBlock" && node.text) || find(node.body ?? node.items ?? node.columns) : undefined;
  };
  return find(asAdaptive(attachment)) ?? texts.card;
}
