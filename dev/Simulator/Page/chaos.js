import { ask, make } from "./elements.js";

const kinds = {
  duplicate: ["Duplicate", "Texts and delivery reports reach the app more than once.", ["times"]],
  delay: ["Delay", "Texts and delivery reports reach the app late.", ["delay"]],
  reorder: ["Reorder", "Delivery reports come in another order, and a text after the next one.", ["delay"]],
  lose: ["Lose", "Delivery reports never come.", []],
  dropAnswer: ["Drop the answer", "A message is taken, and the connection cut: the app cannot know.", []],
  hang: ["Hang", "A message is taken, and answered late.", ["delay"]],
  errorBefore: ["500, nothing done", "Twilio fails before it took the message.", []],
  errorAfter: ["500, but done", "Twilio fails after it took the message.", []],
  tooManyRequests: ["429", "Too many requests (20429).", []],
  refuse: ["Refuse with a code", "A message is refused with an error code.", ["code"]],
  failDelivery: ["Fail delivery", "A message is taken, and then not delivered.", ["code", "status"]],
  suspended: ["Suspend the account", "Everything is answered 401 (20003).", []],
  optedOut: ["Opted out", "The customer opted out, and nobody told the app (21610).", []],
};

// The panel: what shall go wrong, and what is in force.
export class Chaos {
  #rules = [];

  constructor() {
    this.panel = document.getElementById("chaos");
    this.button = document.getElementById("show-chaos");
    this.badge = document.getElementById("chaos-count");
    this.form = document.getElementById("new-rule");
    this.wrong = document.getElementById("rule-wrong");
    this.list = document.getElementById("rules");
    this.fields = this.form.elements;

    this.fields.kind.append(...Object.entries(kinds).map(([value, [name]]) => make("option", { value }, name)));
    this.fields.kind.addEventListener("change", () => this.#explain());
    this.#explain();
    this.button.addEventListener("click", () => this.#toggle(this.panel.hidden));
    this.panel.addEventListener("keydown", event => { if (event.key === "Escape") this.#toggle(false); });
    this.form.addEventListener("submit", event => { event.preventDefault(); this.#put([...this.#rules, this.#written()]); });
    document.getElementById("clear-rules").addEventListener("click", () => this.#put([]));
  }

  show({ seed, rules }) {
    this.#rules = rules;
    document.getElementById("seed").textContent = seed;
    document.getElementById("no-rules").hidden = rules.length > 0;
    this.badge.hidden = rules.length === 0;
    this.badge.textContent = rules.length;
    this.list.replaceChildren(...rules.map(rule => {
      const remove = make("button", { type: "button", "aria-label": `Remove ${kinds[rule.kind][0]}` }, "×");
      remove.addEventListener("click", () => this.#put(this.#rules.filter(other => other !== rule)));
      return make("li", {}, make("span", {}, make("strong", {}, kinds[rule.kind][0]), ` ${describe(rule)}`), remove);
    }));
  }

  #toggle(open) {
    this.panel.hidden = !open;
    this.button.setAttribute("aria-expanded", open);
    (open ? this.fields.kind : this.button).focus();
  }

  #explain() {
    const [, meaning, extras] = kinds[this.fields.kind.value];
    document.getElementById("kind-means").textContent = meaning;
    for (const field of this.form.querySelectorAll("[data-for]")) field.hidden = !extras.includes(field.dataset.for);
  }

  #written() {
    const [, , extras] = kinds[this.fields.kind.value];
    const number = name => this.fields[name].value === "" ? null : Number(this.fields[name].value);
    const text = name => this.fields[name].value.trim() || null;
    const extra = (name, value) => extras.includes(name) ? value : null;
    return {
      kind: this.fields.kind.value,
      probability: number("probability") / 100,
      count: number("count"),
      to: text("to"),
      bodyContains: text("words"),
      code: extra("code", number("code")),
      status: extra("status", this.fields.status.value),
      delaySeconds: extra("delay", number("delay")),
      times: extra("times", number("times")),
    };
  }

  async #put(rules) {
    this.wrong.textContent = "";
    try {
      this.show(await ask("PUT", "/simulator/chaos", { rules }));
    } catch (refused) {
      this.wrong.textContent = refused.message;
    }
  }
}

function describe(rule) {
  return [
    rule.code,
    rule.status,
    rule.probability < 1 ? `${Math.round(rule.probability * 100)} %` : null,
    rule.count ? `${rule.count} more` : null,
    rule.delaySeconds === null ? null : `${rule.delaySeconds} s`,
    rule.to ? `to ${rule.to}` : null,
    rule.on ? `on ${rule.on}` : null,
    rule.bodyContains ? `with “${rule.bodyContains}”` : null,
  ].filter(part => part !== null && part !== undefined).join(" · ");
}
