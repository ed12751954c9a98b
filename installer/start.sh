#!/bin/sh
# Opens the desk's window. Where there is no display to show it, runs the demonstration instead.
set -eu
cd "$(dirname "$0")/.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/wopdesk
fi
exec .venv/bin/wopdesk demo demo
