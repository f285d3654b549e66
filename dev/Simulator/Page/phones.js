import { Chaos } from "./chaos.js";
import { ask, make } from "./elements.js";
import { Phone } from "./phone.js";

const board = document.getElementById("phones");
const live = document.getElementById("live");
const newPhone = document.getElementById("new-phone");
const newNumber = document.getElementById("new-number");
const chaos = new Chaos();
const phones = new Map();
let numbers = [];

function phoneOf(number) {
  if (!phones.has(number)) {
    const phone = new Phone(number);
    phones.set(number, phone);
    board.append(phone.element);
    phone.setUp([], numbers);
  }

  return phones.get(number);
}

function setUp(setup) {
  numbers = setup.numbers;
  for (const { number, optedOutOf } of setup.phones) phoneOf(number).setUp(optedOutOf, numbers);
  chaos.show(setup.chaos);
}

function startAgain({ setup, messages }) {
  // Whoever is writing goes on writing: phones stay unless they are gone.
  const there = new Set([...setup.phones.map(phone => phone.number), ...messages.map(message => message.phone)]);
  const kept = new Set(messages.map(message => message.sid));
  for (const [number, phone] of phones) {
    if (there.has(number) && [...phone.talk.children].every(bubble => kept.has(bubble.dataset.sid))) continue;
    phone.element.remove();
    phones.delete(number);
  }

  setUp(setup);
  for (const message of messages) phoneOf(message.phone).show(message);
}

function listen() {
  const events = new EventSource("/simulator/events");
  const on = (name, act) => events.addEventListener(name, event => act(JSON.parse(event.data)));
  on("everything", startAgain);
  on("setup", setUp);
  on("message", message => phoneOf(message.phone).show(message));
  events.addEventListener("open", () => { live.textContent = "live"; live.dataset.state = "live"; });
  events.addEventListener("error", () => { live.textContent = "connecting…"; live.dataset.state = "away"; });
}

newPhone.addEventListener("submit", async event => {
  event.preventDefault();
  newNumber.setCustomValidity("");
  try {
    const { number } = await ask("POST", "/simulator/phones", newNumber.value.trim() ? { number: newNumber.value.trim() } : {});
    newNumber.value = "";
    const phone = phoneOf(number);
    phone.element.scrollIntoView({ block: "nearest", inline: "nearest" });
    phone.text.focus();
  } catch (refused) {
    newNumber.setCustomValidity(refused.message);
    newNumber.reportValidity();
  }
});
newNumber.addEventListener("input", () => newNumber.setCustomValidity(""));
document.getElementById("reset").addEventListener("click", () => ask("POST", "/simulator/reset", {}));

board.append(make("p", { className: "nobody" }, "No phone yet: “New phone” adds one."));
listen();
