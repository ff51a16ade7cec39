#!/usr/bin/env bash
# Starts Supercargo on Payara Micro. Settings come from settings.env beside the WAR, or from the
# environment as systemd gives it; options after the first two go to Payara Micro.
# usage: start.sh PAYARA_MICRO_JAR WAR [--port 8080 …]
#   one node:         start.sh payara-micro.jar supercargo.war --nohazelcast
#   one of two nodes: start.sh payara-micro.jar supercargo.war --clustermode tcpip:10.0.0.1:6900,10.0.0.2:6900 \
#                       --interfaces 10.0.0.1 --startport 6900
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
micro=$1 war=$2
shift 2

settings=$(dirname "$war")/settings.env
if [ -r "$settings" ]; then
  # Read, not sourced: a database address holds semicolons.
  while IFS='=' read -r key value; do
    case $key in '' | \#*) ;; *) export "$key=$value" ;; esac
  done < "$settings"
fi

# Payara Micro unpacks 150 MB at each start, and a killed one leaves them behind. Each process has a
# folder of its own, named after it; those of processes that are no more go first.
temporary=${TMPDIR:-/tmp}
for left in "$temporary"/supercargo-micro-*; do
  owner=$(basename "$left" | cut -d- -f3)
  [ ! -O "$left" ] || kill -0 "$owner" 2>/dev/null || rm -rf "$left"
done
scratch=$(mktemp -d "$temporary/supercargo-micro-$$-XXXXXX")

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Djava.io.tmpdir="$scratch" \
  ${JAVA_OPTS:--Xmx1g -XX:+ExitOnOutOfMemoryError} -jar "$micro" \
  --prebootcommandfile "$here/boot.txt" --logproperties "$here/logging.properties" \
  --contextroot / --deploy "$war" "$@"
