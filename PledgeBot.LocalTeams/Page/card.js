import { toHtml } from "./markdown.js";
import { rendererTexts } from "./texts.js";

// Draws cards with Microsoft's renderer. Colours are the page's own variables, so that light and dark need one configuration.
const { AdaptiveCard, GlobalSettings, Strings, HostConfig, OpenUrlAction, ExecuteAction, SubmitAction } = globalThis.AdaptiveCards;

// Otherwise the renderer forgets what Teams adds to an action.
GlobalSettings.enableFullJsonRoundTrip = true;
Object.assign(Strings.defaults, rendererTexts);
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
};

const colour = (name) => ({
  default: `var(--card-${name})`,
  subtle: `var(--card-${name}-subtle)`,
  highlightColors: { default: "var(--card-highlight)", subtle: "var(--card-highlight)" },
});

const containerStyle = (background) => ({
  backgroundColor: background,
  foregroundColors: Object.fromEntries(
    ["default", "dark", "light", "accent", "good", "warning", "attention"].map((name) => [name, colour(name)])),
});

const hostConfig = new HostConfig({
  supportsInteractivity: true,
  fontFamily: "inherit",
  fontTypes: {
    default: {
      fontFamily: "inherit",
      fontSizes: { small: 12, default: 14, medium: 16, large: 19, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: "ui-monospace, monospace",
      fontSizes: { small: 12, default: 14, medium: 16, large: 19, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
  lineHeights: { small: 17, default: 20, medium: 22, large: 26, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: {
    default: containerStyle("transparent"),
    emphasis: containerStyle("var(--card-emphasis)"),
    accent: containerStyle("var(--card-accent-ground)"),
    good: containerStyle("var(--card-good-ground)"),
    warning: containerStyle("var(--card-warning-ground)"),
    attention: containerStyle("var(--card-attention-ground)"),
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", weight: "default", spacing: "small" },
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    preExpandSingleShowCardAction: false,
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
  },
  adaptiveCard: { allowCustomStyle: true },
  factSet: {
    title: { weight: "bolder", wrap: true, maxWidth: 160 },
    value: { wrap: true },
    spacing: 12,
  },
  textBlock: { headingLevel: 3 },
  table: { cellSpacing: 8 },
});

// Draws a card from its JSON.
//   kept:  values by input id to show instead of the card's own
//   isOldClient: whether the client knows no Action.Execute, and shows what the card has in its place
//   people: { here, everybody }, whom people pickers offer
//   onPress(kind, action, options): "execute" or "submit", with the inputs merged into action.data
// Gives an object with the element and what the page needs to know of the inputs; undefined when the card cannot be drawn.
export function drawCard(original, { kept = {}, isOldClient = false, people, onPress }) {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = (action) => {
    const hidesFeedback = Boolean((action.getCustomProperty("msTeams") ?? action.getCustomProperty("msteams"))?.feedback?.hide);
    if (action instanceof OpenUrlAction) {
      openUrl(action.url);
    } else if (action instanceof ExecuteAction) {
      onPress("execute", action, { hidesFeedback });
    } else if (action instanceof SubmitAction) {
      onPress("submit", action, { hidesFeedback });
    }
  };
  card.onAnchorClicked = (_, anchor) => {
    openUrl(anchor.href);
    return true;
  };

  try {
    const mentions = (original?.msteams?.entities ?? []).filter((entity) => entity.type === "mention" && entity.text);
    const json = asThisClient(structuredClone(original), { isOldClient, people, mentions });
    card.parse(structuredClone(json));
    let element = card.render();
    if (!element) {
      return undefined;
    }
    // What the untouched inputs say is read before the kept values are put in.
    const drawn = new DrawnCard(card);
    if (Object.keys(kept).length > 0) {
      card.parse(withValues(json, kept));
      element = card.render();
    }
    drawn.element = element;
    return drawn;
  } catch {
    return undefined;
  }
}

// A card of an older kind, which search results and their previews are, as an Adaptive Card; undefined for what is no card.
export function asAdaptive({ contentType, content }) {
  if (contentType === "application/vnd.microsoft.card.adaptive") {
    return content;
  }
  if (!/^application\/vnd\.microsoft\.card\.(thumbnail|hero)$/.test(contentType ?? "")) {
    return undefined;
  }
  const { title, subtitle, text, buttons = [] } = content ?? {};
  const lines = [[title, { weight: "bolder" }], [subtitle, { isSubtle: true }], [text, {}]];
  return {
    type: "AdaptiveCard",
    version: "1.5",
    body: lines.filter(([line]) => line).map(([line, looks]) => ({ type: "TextBlock", text: line, wrap: true, ...looks })),
    actions: buttons
      .filter((button) => button.type === "openUrl")
      .map((button) => ({ type: "Action.OpenUrl", title: button.title, url: button.value })),
  };
}

// What Teams' client makes of a card before it is drawn.
function asThisClient(node, client) {
  if (Array.isArray(node)) {
    return node.map((item) => asThisClient(item, client)).filter((item) => item !== undefined);
  }
  if (!node || typeof node !== "object") {
    return node;
  }
  if (client.isOldClient && node.type === "Action.Execute") {
    return node.fallback && typeof node.fallback === "object" ? asThisClient(node.fallback, client) : undefined;
  }
  if (node.type === "Input.ChoiceSet" && node["choices.data"] && client.people) {
    const { "choices.data": query, ...picker } = node;
    return { ...picker, choices: peopleFor(query.dataset, client.people) };
  }
  for (const [name, value] of Object.entries(node)) {
    if (typeof value === "string" && (name === "text" || node.type === undefined)) {
      node[name] = withMentions(value, client.mentions);
    } else if (name !== "data" && name !== "choices" && name !== "msteams") {
      const changed = asThisClient(value, client);
      if (changed === undefined) {
        delete node[name];
      } else {
        node[name] = changed;
      }
    }
  }
  return node;
}

// Mentions stand in the text of TextBlocks, and in the titles and values of facts, which have no type.
function withMentions(text, mentions = []) {
  return mentions.reduce((changed, mention) => changed.replaceAll(mention.text, `**${mention.mentioned?.name ?? ""}**`), text);
}

function peopleFor(dataset, { here, everybody }) {
  const people = dataset === "graph.microsoft.com/users?scope=currentContext" ? here : dataset === "graph.microsoft.com/users" ? everybody : [];
  return people.map((person) => ({ title: person.name, value: person.aadObjectId }));
}

class DrawnCard {
  #card;
  #baseline;

  constructor(card) {
    this.#card = card;
    this.markSent();
  }

  // What the viewer has typed or ticked and not sent, by input id.
  unsent() {
    const unsent = {};
    for (const input of this.#inputs()) {
      const now = asText(input.value);
      if (now !== this.#baseline.get(input.id)) {
        unsent[input.id] = now;
      }
    }
    return unsent;
  }

  // Takes what stands in the inputs as sent.
  markSent() {
    this.#baseline = new Map(this.#inputs().map((input) => [input.id, asText(input.value)]));
  }

  // Where the viewer's cursor is, if it is in this card: to be given to the card that takes this one's place.
  focused() {
    const active = document.activeElement;
    if (!this.element.contains(active)) {
      return undefined;
    }
    const input = this.#inputs().find((candidate) => candidate.renderedElement?.contains(active));
    if (input) {
      const controls = focusable(input.renderedElement);
      return { input: input.id, index: controls.indexOf(active), start: selection(active)?.start, end: selection(active)?.end };
    }
    return { button: active.textContent };
  }

  focus(place) {
    if (!place) {
      return;
    }
    if (place.button !== undefined) {
      [...this.element.querySelectorAll("button")].find((button) => button.textContent === place.button)?.focus({ preventScroll: true });
      return;
    }
    const input = this.#inputs().find((candidate) => candidate.id === place.input);
    const control = input?.renderedElement && focusable(input.renderedElement)[place.index];
    control?.focus({ preventScroll: true });
    if (control && place.start !== undefined && place.start !== null) {
      try {
        control.setSelectionRange(place.start, place.end);
      } catch {
        // Inputs for dates and numbers have no selection to restore.
      }
    }
  }

  // The titles of the parts that the viewer has opened with Action.ShowCard.
  expanded() {
    return [...this.element.querySelectorAll(".ac-pushButton[aria-expanded=true]")].map((button) => button.textContent);
  }

  expand(titles) {
    for (const title of titles) {
      [...this.element.querySelectorAll(".ac-pushButton[aria-expanded=false]")].find((button) => button.textContent === title)?.click();
    }
  }

  #inputs() {
    return this.#card.getAllInputs().filter((input) => input.id);
  }
}

function asText(value) {
  return value === undefined || value === null ? "" : String(value);
}

function focusable(element) {
  return [...element.querySelectorAll("input, textarea, select, button")];
}

function selection(element) {
  return "selectionStart" in element ? { start: element.selectionStart, end: element.selectionEnd } : undefined;
}

// Walks over every input of a card, nested ones and those of shown cards included.
function visitInputs(node, visit) {
  if (Array.isArray(node)) {
    node.forEach((item) => visitInputs(item, visit));
  } else if (node && typeof node === "object") {
    if (typeof node.type === "string" && node.type.startsWith("Input.") && node.id) {
      visit(node);
    }
    for (const [name, value] of Object.entries(node)) {
      if (name !== "data" && name !== "choices") {
        visitInputs(value, visit);
      }
    }
  }
}

function withValues(json, kept) {
  const copy = structuredClone(json);
  visitInputs(copy, (input) => {
    if (input.id in kept) {
      input.value = kept[input.id];
    }
  });
  return copy;
}

function openUrl(url) {
  if (/^(https?:|mailto:)/i.test(url ?? "")) {
    window.open(url, "_blank", "noopener,noreferrer");
  }
}
