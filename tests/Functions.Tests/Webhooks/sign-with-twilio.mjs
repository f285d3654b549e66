// Writes signed-by-twilio.json: requests signed by Twilio's own Node.js library, so that our check is not held against itself.
// Again, in an empty folder:  npm install twilio && cp <clone>/tests/Functions.Tests/Webhooks/sign-with-twilio.mjs . \
//   && node sign-with-twilio.mjs > <clone>/tests/Functions.Tests/Webhooks/signed-by-twilio.json
import { createRequire } from "node:module";

const { getExpectedTwilioSignature, getExpectedBodyHash, validateRequest, validateRequestWithBody } =
  createRequire(import.meta.url)("twilio/lib/webhooks/webhooks.js");

const authToken = "dev-twilio-token";
const account = "AccountSid=AC00000000000000000000000000000000";
const inbound = "/api/twilio/inbound";
const https = "https://interactions.example.com";
const text = (body) => `${account}&MessageSid=SM00000000000000000000000000001001&From=%2B15550100123&To=%2B15550100001&NumMedia=0&Body=${body}`;

// signedBase: the address as Twilio spelled it, where that is not as it is configured here.
const forms = [
  { name: "plain text", base: https, target: inbound, body: text("hello") },
  { name: "own port, signed with it", base: "http://localhost:7071", target: inbound, body: text("hello") },
  { name: "own port, signed without", base: "http://localhost:7071", signedBase: "http://localhost", target: inbound, body: text("hello") },
  { name: "no port, signed with that of https", base: https, signedBase: `${https}:443`, target: inbound, body: text("hello") },
  { name: "no port, signed with that of http", base: "http://interactions.example.com", signedBase: "http://interactions.example.com:80", target: inbound, body: text("hello") },
  { name: "the scheme's port configured, signed without", base: `${https}:443`, signedBase: https, target: inbound, body: text("hello") },
  { name: "other port on https", base: `${https}:8443`, target: inbound, body: text("hello") },
  { name: "host in mixed case", base: "https://Interactions.Example.com", target: inbound, body: text("hello") },
  { name: "host in mixed case, signed with a port", base: "https://Interactions.Example.com", signedBase: "https://Interactions.Example.com:443", target: inbound, body: text("hello") },
  { name: "name and password in the address", base: "https://user:pa%3Ass@interactions.example.com", target: inbound, body: text("hello") },
  { name: "a gateway's path before ours", base: "https://gateway.example.com/customers", target: inbound, body: text("hello") },
  { name: "an address of numbers and a port", base: "http://[::1]:7071", signedBase: "http://[::1]", target: inbound, body: text("hello") },
  { name: "query", base: https, target: `${inbound}?line=main&x=1`, body: text("hello") },
  { name: "query with escapes in both cases", base: https, target: `${inbound}?a=%2F%2f&b=x+y%20z&c=%C3%BC&d=%7e~'()*`, body: text("hello") },
  { name: "query with a port, signed without", base: "http://localhost:7071", signedBase: "http://localhost", target: `${inbound}?a=%2F%2f&u=http://localhost:7071/`, body: text("hello") },
  { name: "query that is empty", base: https, target: `${inbound}?`, body: text("hello") },
  { name: "query that repeats a key of the form", base: https, target: `${inbound}?Body=other`, body: text("hello") },
  { name: "path with escapes", base: https, target: "/api/twilio/in%62ound%2Fx/..//y", body: text("hello") },
  { name: "path and query with escapes, signed without a port", base: "http://localhost:7071", signedBase: "http://localhost", target: "/api/in%62ound%2Fx/..//y?q=%7e'%2f", body: text("hello") },
  { name: "status callback", base: https, target: "/api/twilio/status?profile=abcdefghijklmnopqrst&sequence=17", body: `${account}&MessageSid=SM00000000000000000000000000004001&MessageStatus=delivered&SmsStatus=delivered&To=%2B15550100123&From=%2B15550100001` },
  { name: "unicode, escaped", base: https, target: inbound, body: text("Gr%C3%BC%C3%9Fe+%E4%BD%A0%E5%A5%BD+%F0%9F%91%8B%F0%9F%8F%BD+e%CC%81") },
  { name: "unicode, as it is", base: https, target: inbound, body: text("Grüße 你好 👋🏽 é") },
  { name: "unicode in a key", base: https, target: inbound, body: `${text("hello")}&Stra%C3%9Fe=1&%F0%9F%91%8B=2` },
  { name: "keys whose order differs by bytes and by UTF-16", base: https, target: inbound, body: `${text("hello")}&%EF%BD%81=1&%F0%9F%91%8B=2` },
  { name: "values whose order differs by bytes and by UTF-16", base: https, target: inbound, body: `${text("hello")}&Tag=%EF%BD%81&Tag=%F0%9F%91%8B` },
  { name: "NUL and other control characters", base: https, target: inbound, body: text("a%00b%01c%7Fd") },
  { name: "line breaks", base: https, target: inbound, body: text("one%0D%0Atwo%0Athree%0Dfour%09five") },
  { name: "plus and space and percent", base: https, target: inbound, body: text("1%2B1+is+2%20or+100%25+of+%252B") },
  { name: "ampersand and equals sign in a value", base: https, target: inbound, body: text("a%26b%3Dc=d==") },
  { name: "spaces at both ends", base: https, target: inbound, body: text("++x++") },
  { name: "empty value", base: https, target: inbound, body: text("") },
  { name: "a key without equals sign", base: https, target: inbound, body: `${text("hello")}&Flag` },
  { name: "empty fields between", base: https, target: inbound, body: `&${text("hello")}&&ApiVersion=2010-04-01&` },
  { name: "a value without key", base: https, target: inbound, body: `${text("hello")}&=nameless` },
  { name: "repeated key", base: https, target: inbound, body: `${text("hello")}&Tag=beta&Tag=alpha` },
  { name: "repeated key, an equal value, one empty", base: https, target: inbound, body: `${text("hello")}&Tag=same&Tag=&Tag=same&Tag=Other&Tag=a` },
  { name: "keys that differ by case", base: https, target: inbound, body: `${text("hello")}&body=small&BODY=large&_=2&a=3&Z=4` },
  { name: "form to an address with a body hash", base: https, target: `${inbound}?bodySHA256=0a1b`, body: text("hello") },
];

const json = '{"specversion":"1.0","text":"Grüße 👋"}';
const hash = getExpectedBodyHash(json);
const bodies = [
  { name: "hash alone", base: https, target: `/api/twilio/events?bodySHA256=${hash}`, body: json },
  { name: "hash after a query", base: https, target: `/api/twilio/events?a=%2F+1&bodySHA256=${hash}`, body: json },
  { name: "hash, signed with a port", base: https, signedBase: `${https}:443`, target: `/api/twilio/events?bodySHA256=${hash}&b=2`, body: json },
];

const decoded = (body) => {
  const params = {};
  for (const [key, value] of new URLSearchParams(body)) (params[key] ??= []).push(value);
  return params;
};

const sign = ({ name, base, signedBase = base, target, body }, params) =>
  ({ name, base, target, body, signature: getExpectedTwilioSignature(authToken, signedBase + target, params) });

const signed = {
  signedBy: `twilio ${createRequire(import.meta.url)("twilio/package.json").version}`,
  authToken,
  forms: forms.map((form) => sign(form, decoded(form.body))),
  bodies: bodies.map((payload) => sign(payload, {})),
};

// Where the library itself would take it, it has to: the table above would be wrong otherwise.
for (const { name, base, target, body, signature } of signed.forms)
  if (!validateRequest(authToken, signature, base + target, decoded(body))) console.error(`twilio itself refuses: ${name}`);
for (const { name, base, target, body, signature } of signed.bodies)
  if (!validateRequestWithBody(authToken, signature, base + target, body)) console.error(`twilio itself refuses: ${name}`);

console.log(JSON.stringify(signed, null, 2));
