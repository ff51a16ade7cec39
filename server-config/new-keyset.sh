#!/usr/bin/env bash
# Makes the key set that seals the tokens: one AES-256-GCM key in Tink's JSON form, for its owner
# only. Never overwrites one: without its key set a database of sealed tokens is worth nothing.
# usage: new-keyset.sh FILE
set -euo pipefail
file=${1:?usage: new-keyset.sh FILE}
umask 077
set -o noclobber
# Tink's key proto: field 3 (0x1a), 32 bytes (0x20), the key.
key=$({ printf '\x1a\x20'; openssl rand 32; } | base64 | tr -d '\n')
id=$((16#$(openssl rand -hex 4) & 0x7fffffff | 1))
cat > "$file" <<JSON
{"primaryKeyId":$id,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey","value":"$key","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":$id,"outputPrefixType":"TINK"}]}
JSON
echo "made $file; keep a copy apart from the database's backup"
