#!/usr/bin/env bash
# Walks one interaction from a customer's first text until it is closed, against the local run, and says at each step what it does.
# It ends with 0 only if every step was answered as it should be.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

# A number of those kept for fiction, new each time.
customer=${1:-+1$((RANDOM % 700 + 200))55501$((RANDOM % 90 + 10))}
agent=${AGENT:-agent-1}

# step <what happens> <status> <method> <path> [body]; the answer is in $answer.
step() {
  local said=$1 expected=$2 reply status
  shift 2
  reply=$("$here/agent.sh" "$agent" "$@")
  status=${reply##*$'\n'}
  answer=${reply%$'\n'*}
  printf '%-55s %s %s %s\n' "$said" "$status" "$1" "$2"
  if [[ $status != "$expected" ]]; then
    printf 'Expected %s:\n%s\n' "$expected" "$answer" >&2
    exit 1
  fi
}

# field <expression>: something out of the last answer, which is "it".
field() { node -pe "const it = JSON.parse(process.argv[1]); $1" "$answer"; }

text() {
  local reply
  reply=$("$here/text.sh" "$customer" "$1")
  printf '%-55s %s POST twilio/inbound\n' "A customer texts: $1" "${reply##*$'\n'}"
  [[ ${reply##*$'\n'} == 200 ]]
}

# Asks the inbox until our customer is offered.
await_offer() {
  for _ in $(seq 100); do
    step 'The agent looks into the inbox' 200 GET 'me/inbox?wait=1'
    for id in $(field 'it.items.filter(i => i.handling == "offered").map(i => i.id).join(" ")'); do
      step 'Who is that?' 200 GET "interactions/$id"
      [[ $(field it.customer.address) == "tel:$customer" ]] && return
      step 'Somebody else: not now' 200 POST "interactions/$id/decline"
    done
  done
  echo 'Nobody was offered.' >&2
  exit 1
}

step 'The agent takes work' 200 PUT me/presence '{"status":"ready"}'
text 'Hello, my parcel has not arrived'
await_offer
step 'The agent accepts' 200 POST "interactions/$id/accept"
step 'and has read it' 200 POST "interactions/$id/read"
step 'answers' 202 POST "interactions/$id/messages" '{"text":"Which one is it?"}'
step 'and waits' 200 POST "interactions/$id/hold" '{"reason":"waitingOnCustomer"}'
step 'and sees what time will do' 200 GET "interactions/$id/timers"
text 'Number 42'
step 'It goes on by itself' 200 GET "interactions/$id"
[[ $(field it.state) == workInProgress ]]
step 'The agent says what it is about' 200 PATCH "interactions/$id" '{"shortDescription":"Parcel 42 is lost"}'
step 'makes an incident of it' 201 POST "interactions/$id/tasks" '{"kind":"incident"}'
step 'notes something for colleagues' 201 POST "interactions/$id/notes" '{"text":"The carrier was asked"}'
step 'tells the customer' 202 POST "interactions/$id/messages" '{"text":"We are sending another one"}'
step 'comes to an end' 200 POST "interactions/$id/end" '{"outcome":"resolved"}'
step 'and closes it' 200 POST "interactions/$id/wrap" '{"disposition":"sent again"}'
[[ $(field it.state) == closedComplete ]]
# Twilio, or the phones in its place, say how far they got.
for _ in $(seq 60); do
  step 'What was written arrives' 200 GET "interactions/$id/log?limit=200"
  states=$(field 'it.items.filter(e => e.kind == "messageSent").map(e => e.message.delivery.state).join(" ")')
  [[ $states == 'delivered delivered' ]] && break
  sleep 0.5
done
[[ $states == 'delivered delivered' ]]
step 'What happened is in the log' 200 GET "interactions/$id/log?limit=200"
field 'it.items.map(entry => entry.kind).join(" ")'
