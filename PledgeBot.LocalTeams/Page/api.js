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

  editMessage(id, text) {
    return this.#done(`messages/${id}`, "PUT", { text });
  }

  removeMessage(id) {
    return this.#done(`messages/${id}`, "DELETE");
  }

  restoreMessage(id) {
    return this.#done(`messages/${id}/restored`, "POST");
  }

  react(id, type, isRemoved) {
    return this.#done(`messages/${id}/reactions`, "POST", { type, isRemoved });
  }

  uploadImage(file) {
    return this.#call("images", { method: "POST", body: file });
  }

  uploadFile(file) {
    return this.#call("files", { method: "POST", body: file });
  }

  attachment(id) {
    return this.#address(`attachments/${encodeURIComponent(id)}`);
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

  search(query) {
    return this.#post("extension/query", query);
  }

  selectResult(selection) {
    return this.#post("extension/select", selection);
  }

  fetchTask(task) {
    return this.#post("extension/fetch", task);
  }

  submitTask(task) {
    return this.#post("extension/submit", task);
  }

  changePlace(change) {
    return this.#done("places", "POST", change);
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
    return this.#call(path, { method: "POST", ...json(body) });
  }

  // For calls that answer with nothing but whether it was done.
  async #done(path, method, body) {
    return (await this.#fetch(path, { method, ...(body && json(body)) })) !== undefined;
  }

  async #call(path, options) {
    try {
      return await (await this.#fetch(path, options))?.json();
    } catch {
      return undefined;
    }
  }

  async #fetch(path, options) {
    try {
      const response = await fetch(this.#address(path), options);
      return response.ok ? response : undefined;
    } catch {
      return undefined;
    }
  }

  #address(path) {
    return `/local-teams/api/${path}?member=${encodeURIComponent(this.member)}`;
  }
}

function json(body) {
  return { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
