// Makes an element: attributes by name, listeners by "on…", and children that are elements, texts or nothing.
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

const icons = {
  send: "M3 11.5 21 3l-5.5 18-3.6-7.2zm8.9 2.3L21 3",
  image: "M4 5h16v14H4zm0 11 5-5 4 4 3-3 4 4M15.5 9.5h.01",
  close: "M6 6l12 12M18 6 6 18",
  channel: "M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16",
  chat: "M5 5h14v11h-7l-4 4v-4H5z",
  refresh: "M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4",
  clock: "M12 3a9 9 0 1 0 .01 0M12 7v5l3 2",
  down: "M12 5v14M6 13l6 6 6-6",
  more: "M5 12a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0M11.2 12a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0M17.4 12a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0",
  people: "M8 12a3.5 3.5 0 1 0-.01 0M2 20c0-3.5 2.7-5 6-5s6 1.5 6 5M15.5 5.5a3.2 3.2 0 0 1 0 6.3M17 15c3 .3 5 1.8 5 5",
  clip: "m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.4a1.6 1.6 0 0 1-2.3-2.3L14.5 7",
  file: "M6 3h8l4 4v14H6zm8 0v4h4",
  app: "M4 4h7v7H4zm9 0h7v7h-7zM4 13h7v7H4zm9 3.5h7M16.5 13v7",
};

// A small line drawing; always beside a text or on a button that has a label.
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", icons[name]);
  svg.append(path);
  return svg;
}

const live = el("div", { "aria-live": "polite" });

// Tells a screen reader something that a seeing visitor sees happen. The words lie in a closed shadow tree, so that looking for a text
// on the page finds the message and not its echo.
export function announce(text) {
  if (!live.isConnected) {
    const host = el("div", { class: "visually-hidden" });
    host.attachShadow({ mode: "closed" }).append(live);
    document.body.append(host);
  }
  live.textContent = text;
}
