#!/usr/bin/env bash
# Sets up one Payara Server domain: driver, network, sessions, logging, timers, monitoring. The
# domain runs already, started with settings.env in its environment.
# usage: setup.sh ASADMIN POSTGRESQL_DRIVER_JAR [ASADMIN_OPTIONS…]   such as --port 4848
set -euo pipefail
here=$(dirname "$0")
asadmin=$1 driver=$2
shift 2
"$asadmin" "$@" add-library "$driver"
for file in "$here"/[0-9]*.asadmin; do
  echo "== $file"
  said=$("$asadmin" "$@" multimode --file "$file" 2>&1)
  echo "$said"
  ! grep -q ' failed\.$' <<<"$said"
done
echo "Restart the domain now: logging, listeners and timers are read at its start."
