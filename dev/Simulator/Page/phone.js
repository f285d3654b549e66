import { ask, forScreenReaders, make } from "./elements.js";

const ticks = {
  accepted: ["◷", "waiting"],
  scheduled: ["◷", "scheduled"],
  queued: ["◷", "queued"],
  sent: ["✓", "sent"],
  delivered: ["✓✓", "delivered"],
  read: ["✓✓", "read"],
  undelivered: ["!", "undelivered"],
  failed: ["!", "failed"],
  canceled: ["×", "canceled"],
};

const largestFile = 5 * 1024 * 1024;
const clock = new Intl.DateTimeFormat([], { hour: "2-digit", minute: "2-digit" });
let count = 0;

// One phone: what it got and what it texts.
export class Phone {
  #bubbles = new Map();
  #files = [];

  constructor(number) {
    this.number = number;
    const place = ++count;
    const part = selector => this.element.querySelector(selector);
    this.element = document.getElementById("phone-template").content.firstElementChild.cloneNode(true);
    this.title = part("h2");
    this.title.textContent = number;
    this.title.id = `phone-${place}`;
    this.element.setAttribute("aria-labelledby", this.title.id);
    this.element.dataset.phone = number;
    this.to = part(".to select");
    this.optedOut = part(".opted-out");
    this.talk = part(".talk");
    this.talk.setAttribute("aria-label", `Messages of ${number}`);
    this.wrong = part(".wrong");
    this.list = part(".files");
    this.text = part("textarea");
    this.text.setAttribute("aria-label", `Text from ${number}`);
    this.picker = part("input[type=file]");
    this.form = part("form");

    this.form.addEventListener("submit", event => { event.preventDefault(); this.send(); });
    this.text.addEventListener("input", () => this.#grow());
    this.text.addEventListener("keydown", event => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send();
    });
    this.picker.addEventListener("change", () => { this.#attach([...this.picker.files]); this.picker.value = ""; });
  }

  // Our numbers of the channel that this phone speaks.
  setUp(optedOutOf, numbers) {
    const whatsApp = this.number.startsWith("whatsapp:");
    const reachable = numbers.map(number => number.address).filter(address => address.startsWith("whatsapp:") === whatsApp);
    const known = [...this.to.options].map(option => option.value);
    if (known.join() !== reachable.join()) {
      const chosen = this.to.value;
      this.to.replaceChildren(...reachable.map(address => make("option", {}, address)));
      if (reachable.includes(chosen)) this.to.value = chosen;
    }

    this.optedOut.hidden = optedOutOf.length === 0;
    this.optedOut.textContent = `Opted out of ${optedOutOf.join(", ")} · text START to undo`;
  }

  show(message) {
    const known = this.#bubbles.get(message.sid);
    const atEnd = this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < 40;
    if (known) {
      known.replaceChildren(...this.#content(message));
      known.dataset.status = message.status;
    } else {
      const bubble = make("li", { className: message.direction === "inbound" ? "mine" : "theirs" }, ...this.#content(message));
      bubble.dataset.sid = message.sid;
      bubble.dataset.status = message.status;
      this.#bubbles.set(message.sid, bubble);
      this.talk.append(bubble);
    }

    if (atEnd || !known) this.talk.scrollTop = this.talk.scrollHeight;
  }

  async send() {
    const body = this.text.value;
    if (!body.trim() && this.#files.length === 0) return;
    const media = this.#files.map(({ contentType, content }) => ({ contentType, content }));
    this.wrong.textContent = "";
    this.text.value = "";
    this.#grow();
    this.#setFiles([]);
    try {
      const { webhook } = await ask("POST", `/simulator/phones/${encodeURIComponent(this.number)}/messages`, { to: this.to.value, body, media });
      if (webhook.status === 0) this.wrong.textContent = "The app did not answer.";
      else if (webhook.status >= 300) this.wrong.textContent = `The app answered ${webhook.status}.`;
    } catch (refused) {
      this.wrong.textContent = refused.message;
      this.text.value = body;
    }
  }

  #content(message) {
    const outbound = message.direction !== "inbound";
    const other = message.number ?? message.messagingServiceSid;
    return [
      ...message.media.map(file => this.#picture(file)),
      message.body ? make("p", {}, message.body) : null,
      make("footer", {},
        forScreenReaders(outbound ? `From ${other}. ` : `To ${other}. `),
        make("time", { dateTime: message.createdAt }, clock.format(new Date(message.createdAt))),
        outbound ? this.#tick(message) : null),
    ].filter(part => part !== null);
  }

  #tick({ status, errorCode }) {
    const [sign, word] = ticks[status] ?? ["?", status];
    const tick = make("span", { className: `tick ${status}`, title: errorCode ? `${word} (${errorCode})` : word },
      make("span", { "aria-hidden": "true" }, sign), forScreenReaders(word));
    if (errorCode) tick.append(` ${errorCode}`);
    return tick;
  }

  #picture(file) {
    const link = make("a", { href: file.url, target: "_blank", rel: "noopener noreferrer", className: "picture" });
    if (file.contentType && !file.contentType.startsWith("image/")) {
      link.append(file.contentType);
      return link;
    }

    const image = make("img", { src: file.url, alt: "Picture", loading: "lazy", referrerPolicy: "no-referrer" });
    image.addEventListener("error", () => { image.remove(); link.append(file.url); });
    image.addEventListener("load", () => { this.talk.scrollTop = this.talk.scrollHeight; });
    link.append(image);
    return link;
  }

  async #attach(files) {
    this.wrong.textContent = files.some(file => file.size > largestFile) ? "A picture has at most 5 MiB." : "";
    const added = await Promise.all(files.filter(file => file.size <= largestFile).map(read));
    this.#setFiles([...this.#files, ...added].slice(0, 10));
  }

  #setFiles(files) {
    this.#files = files;
    this.list.replaceChildren(...files.map(file => {
      const remove = make("button", { type: "button", title: "Remove" }, file.name, make("span", { "aria-hidden": "true" }, " ×"));
      remove.addEventListener("click", () => this.#setFiles(this.#files.filter(other => other !== file)));
      return make("li", {}, remove);
    }));
  }

  #grow() {
    this.text.rows = Math.min(5, this.text.value.split("\n").length);
  }
}

function read(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done({
      name: file.name,
      contentType: file.type || "application/octet-stream",
      content: reader.result.slice(reader.result.indexOf(",") + 1),
    }));
    reader.addEventListener("error", () => failed(reader.error));
    reader.readAsDataURL(file);
  });
}
