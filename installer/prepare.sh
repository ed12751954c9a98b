#!/bin/sh
# Makes sure that this computer has what WOPDesk needs from its system. Silent when nothing is missing.
set -eu
PATH="$PATH:/usr/sbin:/sbin"
here=$(dirname "$0")

# What a program needs, and the Debian package that brings it.
programs="git:git unzip:unzip ssh-keygen:openssh-client"
# Tests open the real window on a display of their own, type into it, and read it as a screen reader does.
programs="$programs Xvfb:xvfb xdotool:xdotool dbus-run-session:dbus /usr/libexec/at-spi-bus-launcher:at-spi2-core"
libraries="libGL.so.1:libgl1 libEGL.so.1:libegl1 libglib-2.0.so.0:libglib2.0-0 libdbus-1.so.3:libdbus-1-3
    libfontconfig.so.1:libfontconfig1 libX11.so.6:libx11-6 libxkbcommon.so.0:libxkbcommon0"
# What Qt's way to an X display names (objdump -p on libqxcb.so), and to a Wayland one (libqwayland.so).
libraries="$libraries libX11-xcb.so.1:libx11-xcb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb.so.1:libxcb1
    libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0
    libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0 libxcb-render.so.0:libxcb-render0
    libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0 libxcb-shm.so.0:libxcb-shm0
    libxcb-sync.so.1:libxcb-sync1 libxcb-util.so.1:libxcb-util1 libxcb-xfixes.so.0:libxcb-xfixes0
    libxcb-xkb.so.1:libxcb-xkb1 libwayland-client.so.0:libwayland-client0 libwayland-cursor.so.0:libwayland-cursor0
    libwayland-egl.so.1:libwayland-egl1"

missing() {
    "$here/python.sh" >/dev/null || echo "python3 python3-venv"
    for need in $programs; do
        command -v "${need%%:*}" >/dev/null || echo "${need#*:}"
    done
    present=$(ldconfig -p)
    for need in $libraries; do
        case $present in *"${need%%:*}"*) ;; *) echo "${need#*:}" ;; esac
    done
}

install() {
    echo "Installing what is missing: $*"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update
    as_root env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get -qq install --yes --no-install-recommends "$@" >/dev/null
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

refuse() {
    echo "$1" >&2
    echo "Nothing was changed. Install these and run make again: $needed" >&2
    exit 1
}

needed=$(missing | tr '\n' ' ')
[ -n "$needed" ] || exit 0
command -v apt-get >/dev/null ||
    refuse "This is not Debian or Ubuntu, so WOPDesk cannot install its needs itself (names as in Debian)."
[ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null || refuse "Installing needs root or sudo."
# shellcheck disable=SC2086  # a list of package names, one word each
install $needed
# An older Ubuntu calls its Python 3.11 by its full name.
"$here/python.sh" >/dev/null || install python3.11 python3.11-venv
