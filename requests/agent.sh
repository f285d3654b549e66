#!/usr/bin/env bash
# What an agent asks for, with the headers it takes: requests/agent.sh agent-1 PUT me/presence '{"status":"ready"}'
# Without a method and a body it reads: requests/agent.sh agent-1 me/inbox
set -euo pipefail

app=${APP:-http://localhost:7071}
who=${1:-agent-1}
shift || true
method=GET
if [[ ${1:-} =~ ^(GET|POST|PUT|PATCH|DELETE)$ ]]; then
  method=$1
  shift
fi
path=${1:-me}
body=${2:-}

curl --silent --show-error --write-out '\n%{http_code}\n' --request "$method" "$app/api/$path" \
  --header "Authorization: Bearer dev-$who" ${IF_MATCH:+--header "If-Match: $IF_MATCH"} \
  ${KEY:+--header "Idempotency-Key: $KEY"} \
  ${body:+--header 'Content-Type: application/json' --data "$body"}
