#!/usr/bin/env bash
# Puts a new WAR on a Payara Micro host that was set up by systemd/supercargo.service, keeps the old
# one, waits for readiness, and goes back when it does not come.
# usage: deploy.sh SSH_TARGET WAR
set -euo pipefail
target=$1 war=$2
scp -q "$war" "$target:/tmp/supercargo.war.new"
ssh "$target" 'bash -s' <<'REMOTE'
set -euo pipefail
cd /opt/supercargo

restart() {
  sudo systemctl restart supercargo
  for _ in $(seq 60); do
    curl -fs -o /dev/null --max-time 5 http://127.0.0.1:8080/health/ready && return
    sleep 2
  done
  return 1
}

[ ! -e supercargo.war ] || sudo cp -p supercargo.war supercargo.war.before
sudo install -m 644 /tmp/supercargo.war.new supercargo.war
rm /tmp/supercargo.war.new
restart && { echo "deployed"; exit; }
echo "not ready after two minutes; going back" >&2
[ ! -e supercargo.war.before ] || { sudo cp -p supercargo.war.before supercargo.war; restart; }
exit 1
REMOTE
