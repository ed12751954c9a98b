#!/bin/bash
# Proves the two commands on a Debian that has nothing: a fresh minimal system in a chroot, only make and git added.
#
#     installer/bare-debian.sh [TARGET…]      make's targets, by default: run test
#
# Needs root and debootstrap; clones the last commit, not the work tree. What a network asks for is passed on:
#     SUITE    Debian's release, by default bookworm
#     MIRROR   where its packages come from, by default debootstrap's own
#     CA_FILE  certificates to trust, where the network has its own
#     CARRY    further files to bring along at their own paths: configuration of apt or pip
set -euo pipefail

source=$(cd "$(dirname "$0")/.." && pwd)
targets=${*:-run test}
root=$(mktemp -d)
chmod 755 "$root"
trap 'rm -rf --one-file-system "$root"' EXIT

echo "== a bare Debian ${SUITE:-bookworm}"
# shellcheck disable=SC2086  # no mirror is no argument
debootstrap --variant=minbase "${SUITE:-bookworm}" "$root" ${MIRROR:-} >"$root.log" 2>&1 || { cat "$root.log"; exit 1; }
rm "$root.log"

cp /etc/resolv.conf "$root/etc/"
for file in ${CARRY:-}; do
    install -D "$file" "$root$file"
done
surroundings=(HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin)
if [ -n "${CA_FILE:-}" ]; then
    install -D -m 644 "$CA_FILE" "$root/etc/ssl/carried.pem"
    surroundings+=(PIP_CERT=/etc/ssl/carried.pem SSL_CERT_FILE=/etc/ssl/carried.pem)
fi

# The mounts live and die in a namespace of their own, so that removing the folder can never reach through them.
unshare --mount bash -euo pipefail -s -- "$root" "$source" "$targets" "${surroundings[@]}" <<'INSIDE'
root=$1 source=$2 targets=$3
shift 3
mkdir "$root/source"
mount --bind -o ro "$source" "$root/source"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
inside() { env -i "$@" chroot "$root" bash -euo pipefail -c "$script" </dev/null; }
script='
    echo "== make and git"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update
    apt-get -qq install --yes --no-install-recommends make git >/dev/null 2>&1'
inside "$@"
script="
    git config --global --add safe.directory '*'
    git clone -q file:///source /root/wopdesk
    cd /root/wopdesk
    for target in $targets; do
        echo \"== make \$target\"
        SECONDS=0
        make \$target
        echo \"== make \$target: done in \$SECONDS s\"
    done"
inside "$@"
INSIDE
