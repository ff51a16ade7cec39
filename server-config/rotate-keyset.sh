#!/usr/bin/env bash
# Adds a new key to a key set and makes it the primary; the others go on opening. Copy the file to
# every node afterwards, or restart node by node where it lies in a setting. The running application
# notices, seals with the new key once every node has it, and says on its page Keys how far it is.
# usage: rotate-keyset.sh FILE
set -euo pipefail
file=${1:?usage: rotate-keyset.sh FILE}
umask 077
fail() { echo "$file $1; left as it is" >&2; exit 1; }
[ -f "$file" ] || fail "is not there"
file=$(readlink -f "$file")
# Only built-ins see the keys: command lines can be read by others.
text=$(cat "$file")
# Tink's key proto: field 3 (0x1a), 32 bytes (0x20), the key.
key=$({ printf '\x1a\x20'; openssl rand 32; } | base64 | tr -d '\n')
id=$((16#$(openssl rand -hex 4) & 0x7fffffff | 1))
[[ $text != *"$id"* ]] || fail "has a key of that very number, try again"
new="{\"keyData\":{\"typeUrl\":\"type.googleapis.com/google.crypto.tink.AesGcmKey\",\"value\":\"$key\",\"keyMaterialType\":\"SYMMETRIC\"},\"status\":\"ENABLED\",\"keyId\":$id,\"outputPrefixType\":\"TINK\"}"
primary='"primaryKeyId"[[:space:]]*:[[:space:]]*[0-9]+'
list='"key"[[:space:]]*:[[:space:]]*\['
[[ $text =~ $primary ]] || fail "is no key set"
text=${text/"${BASH_REMATCH[0]}"/"\"primaryKeyId\":$id"}
[[ $text =~ $list ]] || fail "is no key set"
text=${text/"${BASH_REMATCH[0]}"/"${BASH_REMATCH[0]}$new,"}
draft=$(mktemp "$file.XXXXXX")
trap 'rm -f "$draft"' EXIT
printf '%s\n' "$text" > "$draft"
chmod --reference="$file" "$draft"
chown --reference="$file" "$draft" 2>/dev/null || fail "belongs to somebody else"
# In one step: whoever reads it meanwhile finds the old one or the new one.
mv "$draft" "$file"
printf 'added key %08x to %s; keep a copy apart from the database'"'"'s backup\n' "$id" "$file"
