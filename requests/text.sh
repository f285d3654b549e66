#!/usr/bin/env bash
# A customer's text, signed as Twilio signs it: requests/text.sh [from] [text] [to] [sid]
# With the same sid again it is a repetition, as when Twilio calls a second time.
set -euo pipefail

app=${APP:-http://localhost:7071}
public=${PUBLIC_BASE_URL:-$app}
account=${TWILIO_ACCOUNT_SID:-AC00000000000000000000000000000000}
token=${TWILIO_AUTH_TOKEN:-dev-twilio-token}
path=${WEBHOOK:-/api/twilio/inbound}

from=${1:-+12025550123}
text=${2:-Hello, is anybody there?}
to=${3:-+15550100001}
sid=${4:-SM$(openssl rand -hex 16)}

# The names in the order of the alphabet, each with its value.
signed="$public${path}AccountSid${account}Body${text}From${from}MessageSid${sid}NumMedia0NumSegments1To${to}"
signature=$(printf %s "$signed" | openssl dgst -sha1 -hmac "$token" -binary | openssl base64)

curl --silent --show-error --write-out '\n%{http_code}\n' "$app$path" \
  --header "X-Twilio-Signature: $signature" \
  --data-urlencode "AccountSid=$account" \
  --data-urlencode "Body=$text" \
  --data-urlencode "From=$from" \
  --data-urlencode "MessageSid=$sid" \
  --data-urlencode NumMedia=0 \
  --data-urlencode NumSegments=1 \
  --data-urlencode "To=$to"
