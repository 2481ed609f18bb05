import { drawCard } from "/local-teams/page/card.js";
import { faultsOf } from "/gallery/cardSchema.js";

// Draws the cards of the gallery with Microsoft's renderer, and tells what is wrong with them.
const AC = globalThis.AdaptiveCards;
const batch = 40;

// Teams shows six buttons in a row.
const limits = new AC.HostConfig({ actions: { maxActions: 6 } });

let cards = [];

async function load() {
  cards = await (await fetch("/gallery/cards.json")).json();
  return cards.length;
}

// Gives, for each card with faults, its number and what is wrong: against the schema, and in the renderer's own eyes.
function faults() {
  return cards.map((card, number) => ({ number, faults: [...faultsOf(card), ...warningsOf(card), ...linksOf(card)] }))
    .filter((found) => found.faults.length > 0);
}

function parse(json) {
  const context = new AC.SerializationContext(AC.Versions.v1_5);
  const card = new AC.AdaptiveCard();
  card.hostConfig = limits;
  card.parse(json, context);
  return { card, context };
}

function warningsOf(json) {
  const { card, context } = parse(json);
  const warnings = [];
  for (let i = 0; i < context.eventCount; i++) {
    warnings.push(context.getEventAt(i).message);
  }
  for (const failure of card.validateProperties().validationEvents) {
    warnings.push(failure.message);
  }
  return warnings;
}

// A card is in the bot's name, so nothing on it leads where a member wants.
function linksOf(json) {
  const element = parse(json).card.render();
  return element ? [...element.querySelectorAll("a")].map((link) => `a link to ${link.href}`) : ["the renderer draws nothing"];
}

// Gives, for each card that is wider than the page, its number and the texts that stick out. What
// would stick out of something that hides it is cut off, as the words of a button that is too long.
function wide() {
  const found = [];
  for (let first = 0; first < cards.length; first += batch) {
    const shown = show([...Array(Math.min(batch, cards.length - first)).keys()].map((i) => first + i));
    for (const { number, box } of shown) {
      const texts = sticksOut(box);
      if (box.scrollWidth > box.clientWidth || box.clientWidth > innerWidth || texts.length > 0) {
        found.push({ number, texts });
      }
    }
  }
  clear();
  return found;
}

function sticksOut(box) {
  const right = box.getBoundingClientRect().right;
  return [...box.querySelectorAll("*")]
    .filter((element) => element.children.length === 0 && element.getBoundingClientRect().right > right + 1)
    .slice(0, 3)
    .map((element) => `${element.tagName} ${element.textContent.slice(0, 60)}`);
}

// Shows cards one below the other, with what is folded away unfolded.
function show(numbers) {
  clear();
  const shown = numbers.map((number) => {
    const box = document.createElement("section");
    box.className = "card card-host";
    box.lang = cards[number].lang;
    const drawn = drawCard(cards[number], { onPress: () => {} });
    if (drawn) {
      box.append(drawn.element);
    }
    return { number, box };
  });
  document.body.append(...shown.map(({ box }) => box));
  for (const button of document.querySelectorAll(".ac-pushButton[aria-expanded=false]")) {
    button.click();
  }
  return shown;
}

function clear() {
  document.body.replaceChildren();
}

globalThis.gallery = { load, faults, wide, show: (numbers) => show(numbers).length };
