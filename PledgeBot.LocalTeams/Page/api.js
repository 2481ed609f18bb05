// The page's calls to the stand-in. A call that fails in any way gives undefined; the caller says so in its own words.

export class Api {
  constructor(member) {
    this.member = member;
  }

  state() {
    return this.#call("state");
  }

  postMessage(message) {
    return this.#post("messages", message);
  }

  uploadImage(file) {
    return this.#call("images", { method: "POST", body: file });
  }

  execute(press) {
    return this.#post("execute", press);
  }

  submit(press) {
    return this.#post("submit", press);
  }

  submitDialog(press) {
    return this.#post("dialogs/submit", press);
  }

  moveClock(move) {
    return this.#post("clock", move);
  }

  // Follows what happens, for as long as the page lives. onOpen is called each time the line is up (again): what happened before that
  // must be read from the state. When it says that this did not work, the line is tried anew.
  follow({ onOpen, onChange, onLost }) {
    const address = new URL(this.#address("changes"), location.href);
    address.protocol = "ws:";
    let wait = 250;
    const connect = () => {
      const socket = new WebSocket(address);
      socket.addEventListener("message", async ({ data }) => {
        const change = JSON.parse(data);
        if (change.revision !== undefined) {
          onChange(change);
        } else if (await onOpen()) {
          wait = 250;
        } else {
          socket.close();
        }
      });
      socket.addEventListener("close", () => {
        onLost();
        setTimeout(connect, wait);
        wait = Math.min(wait * 2, 2000);
      });
    };
    connect();
  }

  #post(path, body) {
    return this.#call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  }

  async #call(path, options) {
    try {
      const response = await fetch(this.#address(path), options);
      return response.ok ? await response.json() : undefined;
    } catch {
      return undefined;
    }
  }

  #address(path) {
    return `/local-teams/api/${path}?member=${encodeURIComponent(this.member)}`;
  }
}
