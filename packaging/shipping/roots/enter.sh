#!/bin/sh
# Runs words inside another root as one of its users: enter.sh ROOT USER:GROUP WORDS...
# Started in namespaces of its own (unshare), so that whatever is mounted here goes with the words.
set -eu
root=$1
user=$2
shift 2

mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=0755 dev "$root/dev"
for name in null zero full random urandom tty; do
    : >"$root/dev/$name"
    mount --bind "/dev/$name" "$root/dev/$name"
done
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
mount -t tmpfs -o mode=1777 tmp "$root/tmp"
mount -t tmpfs -o mode=0755 run "$root/run"
mkdir "$root/run/user"
mkdir -m 0700 "$root/run/user/${user%:*}"
chown "$user" "$root/run/user/${user%:*}"
chmod 0755 "$root/run/user"
mkdir "$root/run/lock"

# What goes in and out: a folder of this computer, the names of servers for apt, the display.
mount --bind "$GIVEN" "$root/mnt"
if [ "${user%:*}" = 0 ]; then
    mount --bind /etc/resolv.conf "$root/etc/resolv.conf"
fi
if [ -d /tmp/.X11-unix ]; then
    mkdir -m 1777 "$root/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
fi

exec chroot --userspec="$user" "$root" /usr/bin/env -i "$@"
