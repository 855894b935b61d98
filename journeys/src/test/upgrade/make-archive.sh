#!/usr/bin/env bash
# Makes the archive of an installation as an earlier commit leaves it, for UpgradeDrill: its data with the seeds loaded, and
# what its people see. Run once for each version that people may upgrade from, in a repository with a clean tree:
#
#   journeys/src/test/upgrade/make-archive.sh 5cd6a18 0.1.0
#
# An archive that is there is never made anew: it is what somebody's data look like.
set -euo pipefail
commit=$1 version=$2
cd "$(dirname "${BASH_SOURCE[0]}")/../../../.."
port=${PORT:-18650}
archive=$PWD/journeys/src/test/resources/upgrade/$version.tar.xz
if [ -e "$archive" ]; then echo "$archive is there already" >&2; exit 1; fi

echo "Building what takes the snapshot"
./mvnw -q -B -ntp -DskipTests package -pl journeys -am

work=$(mktemp -d)
old=$work/old
export RINNALLA_HOME=$work/home
git worktree add --quiet --detach "$old" "$commit"
finish() {
  (cd "$old" && ./rinnalla down) || true
  git worktree remove --force "$old"
  rm -rf "$work"
}
trap finish EXIT

echo "Building and starting $commit"
(cd "$old" && ./mvnw -q -B -ntp -DskipTests package && ./rinnalla up -d --port "$port")
mkdir "$work/packed"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dlogback.configurationFile=quiet-logback.xml \
  -cp "journeys/target/test-classes:local/target/local.jar:local/target/lib/*" \
  fi.rinnalla.journeys.upgrade.TakeSnapshot "http://localhost:$port" "localhost:$((port + 6))" "$((port + 5))" \
  "$RINNALLA_HOME/data" "$work/packed/snapshot.json"
(cd "$old" && ./rinnalla down)

echo "Packing"
mv "$RINNALLA_HOME/data" "$work/packed/data"
# After a clean end PostgreSQL reads its last checkpoint alone. Its place is the eight bytes at 32 of pg_control; a segment of
# the log is 16 MiB.
lsn=$(od -A n -t u8 -j 32 -N 8 "$work/packed/data/postgres/global/pg_control" | tr -d ' ')
segment=$(printf '%08X%08X%08X' 1 $((lsn >> 32)) $(((lsn & 0xFFFFFFFF) >> 24)))
find "$work/packed/data/postgres/pg_wal" -maxdepth 1 -type f ! -name "$segment" -delete
# What names this machine is made anew at each start; what was sent to people is no part of what is compared.
rm -f "$work"/packed/data/{messages.jsonl,seeds-told,postgres/postmaster.opts,kafka/server.properties}
mkdir -p "$(dirname "$archive")"
tar --create --directory "$work/packed" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@0" data snapshot.json |
  xz -9e --threads=1 > "$archive"
ls -l "$archive"
