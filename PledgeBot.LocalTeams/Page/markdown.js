// The markdown that Teams shows: bold, italic, lists and links. HTML is shown as it is written.
const reader = new globalThis.markdownit("zero", { html: false, breaks: true }).enable(["emphasis", "list", "link", "newline", "escape"]);

const allowed = /^(https?:|mailto:)/i;
reader.validateLink = (url) => allowed.test(url.trim());

const openLink = reader.renderer.rules.link_open ?? ((tokens, index, options, _, self) => self.renderToken(tokens, index, options));
reader.renderer.rules.link_open = (tokens, index, options, env, self) => {
  tokens[index].attrSet("target", "_blank");
  tokens[index].attrSet("rel", "noopener noreferrer");
  return openLink(tokens, index, options, env, self);
};

export function toHtml(text) {
  return reader.render(text);
}
