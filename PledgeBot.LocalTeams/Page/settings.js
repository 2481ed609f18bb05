// What the visitor has chosen about the page itself. It stands in the address, so that a link opens the same, and two tabs can differ.
const parameters = new URLSearchParams(location.search);
const choices = { theme: ["system", "light", "dark", "contrast"], client: ["new", "old"] };

const read = (name) => (choices[name].includes(parameters.get(name)) ? parameters.get(name) : choices[name][0]);

export const settings = { theme: read("theme"), client: read("client") };

document.documentElement.dataset.theme = settings.theme;

// The looks as Teams names them to the bot.
export function themeForBot() {
  if (settings.theme === "contrast" || (settings.theme === "system" && matchMedia("(forced-colors: active)").matches)) {
    return "contrast";
  }
  const isDark = settings.theme === "dark" || (settings.theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  return isDark ? "dark" : "default";
}

// An address of this page with some of its parameters changed.
export function addressWith(changes) {
  const changed = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    changed.set(name, value);
  }
  return `/?${changed}`;
}
